"""Facts → what is seen: queries, filters, charts, cards, exports and the frame around every page."""
