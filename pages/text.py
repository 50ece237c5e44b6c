"""Your own texts: pasted or uploaded, read at once, seen by nobody else."""

from views import frame, own_text
from views.language import N_

with frame.open_page(
    "text", N_("Paste a report or upload files: their figures are read at once."), filtered=False
) as page:
    own_text.ask()
    own_text.show(page)
