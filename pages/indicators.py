"""Placeholder."""

from views import frame

with frame.open_page("indicators"):
    pass
