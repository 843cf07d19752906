"""Hurt corpora in every way that happens to people, and compare what is left with what was acknowledged."""
