"""Placeholder."""

from views import frame

with frame.open_page("sources", filtered=False):
    pass
