"""Turn pasted or exported reviews into a clean, searchable, annotated data set."""

__version__ = "0.1.0"
