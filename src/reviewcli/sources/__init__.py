"""Read what people have: files and streams, decoded to text."""
