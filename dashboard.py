"""The front door: what the articles say, at a glance."""

from views import frame
from views.language import _

with frame.open_page("overview", _("What news reports say, figure by figure, each with the sentence it came from.")):
    pass
