"""Hold one file a verb: parse, ask the corpus, show."""
