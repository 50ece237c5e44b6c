"""When: the dates and periods that the articles speak of, and when the articles themselves appeared."""

from views import calendar, frame
from views.language import N_

with frame.open_page("timeline", N_("The dates and periods that the articles speak of.")) as page:
    calendar.show(page)
    calendar.coverage(page)
