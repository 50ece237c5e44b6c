"""How the figures are read, what they mean, how far they can be trusted, and who owns what."""

import streamlit as st

from views import address, dictionary, frame, links, method, plots
from views.language import N_, _

with frame.open_page(
    "about", N_("How figures are read out of articles, and how far to trust them."), filtered=False
) as page:
    method.explain()
    st.header(_("How accurate it is"), anchor=False)
    method.accuracy(dictionary.accuracy())
    st.header(_("Claims beside published figures"), anchor=False)
    method.checks()
    st.header(_("What the words mean"), anchor=False)
    dictionary.show(
        [
            (_("Indicators"), dictionary.indicators(page)),
            (_("Columns of the fact table"), dictionary.columns()),
            (_("Signs"), dictionary.signs()),
        ]
    )
    st.header(_("Licences"), anchor=False)
    method.licences()
    plots.cite(page, _("all facts"), address.absolute(links.to_page("facts", {})))
