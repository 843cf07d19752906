"""Carry the human work on reviews from one corpus to another, as facts that stand for themselves."""
