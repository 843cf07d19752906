"""Import spoilt texts, saved pages and decisions files, and see that each import is whole or nothing."""
