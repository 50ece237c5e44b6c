"""The front door: what the articles say, at a glance."""

from views import frame, overview
from views.language import N_

with frame.open_page(
    "overview", N_("What news reports say, figure by figure, each with the sentence it came from.")
) as page:
    overview.show_headlines(page)
    overview.show_chart(page)
