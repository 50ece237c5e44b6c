"""Placeholder."""

from views import frame

with frame.open_page("reader", filtered=False):
    pass
