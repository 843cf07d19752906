"""Say, cue by cue, what speaks for and against a boundary between two paragraphs."""
