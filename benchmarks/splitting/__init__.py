"""Measure how well and how fast text is cut into reviews, beside simpler ways of cutting it."""
