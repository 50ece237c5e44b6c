"""Every fact in a table: filtered, sorted, paged, and open for download."""

from views import frame, tables
from views.language import N_

with frame.open_page("facts", N_("Every figure that was read, one row each, with the sentence it stands in.")) as page:
    tables.facts(page)
