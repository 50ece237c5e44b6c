"""Russia–Kazakhstan figures in news text, read with regular expressions: text in, facts out."""
