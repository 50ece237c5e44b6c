"""An article as published, every figure marked, the chosen one in view with its card beside it."""

import streamlit as st

from views import cards, checkable, frame, reading, reference
from views.language import _

with frame.open_page("reader", filtered=False, titled=False) as page:
    article, facts = reading.choose_article(page.store)
    chosen = reading.choose_fact(article, facts)
    page.call_view(article.title)
    reading.heading(article, facts)
    text, beside = st.columns([5, 3], gap="large")
    with text:
        reading.text(article, facts, chosen, page.filters)
    with beside, st.container(key="card" if chosen else "card-empty"):
        reading.steps(facts, chosen)
        if chosen:
            cards.show(page.store, chosen, page.filters)
        else:
            st.caption(_("Choose a marked figure: its reading, its year and its rivals appear here."))
    with beside:
        checkable.show(article, facts, reference.published(), chosen, page.filters)
        reading.figures(facts, chosen, page.filters)
