"""Answer queries from the indexes of a corpus, or from its reviews where it has none."""
