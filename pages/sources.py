"""Every article with its origin, date and rights."""

import streamlit as st

from views import frame, origins
from views.language import N_, _

with frame.open_page("sources", N_("The articles that the figures were read from."), filtered=False) as page:
    origins.problems(page)
    st.text(_("The texts stay their publishers'; they are kept here so that each figure can be seen where it stands."))
    origins.articles(page)
    st.header(_("Published figures"), anchor=False)
    origins.published_figures()
