"""Page tests: every page run by Streamlit's own test harness, without a browser."""
