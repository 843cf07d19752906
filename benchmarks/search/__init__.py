"""Measure search over corpora of any size, beside what else people search with."""
