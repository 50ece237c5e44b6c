"""Placeholder."""

from views import frame

with frame.open_page("about", filtered=False):
    pass
