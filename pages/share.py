"""A view to take along: its address, code to embed it, a citation, and a file that opens without a server."""

from views import frame, sharing
from views.language import N_

with frame.open_page("share", N_("A view to take along: link it, embed it, cite it, or keep it as one file.")) as page:
    sharing.show(page)
