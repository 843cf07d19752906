"""Recognise the furniture of review sites in pasted pages, and put it into fields."""
