"""Rival claims and published figures side by side: who says what, and how far apart they are."""

from views import frame, reference, side_by_side
from views.language import _

with frame.open_page(
    "compare", _("Who gives which figure for one thing, and how far apart they are."), filtered=False
) as page:
    side_by_side.show(page, reference.published())
