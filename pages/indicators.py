"""One indicator at a time: what is claimed, by year and by source, each mark leading to its sentence."""

import streamlit as st

from views import frame, labels, series
from views.language import N_, _

with frame.open_page(
    "indicators", N_("What is claimed, by year and by source. Each mark leads to its sentence.")
) as page:
    indicator = series.choose(page)
    if indicator:
        page.call_view(labels.indicator(indicator))
        series.show(page, indicator)
    else:
        st.info(_("None of these facts has a value to draw: the dates among them are on the page Timeline."))
