"""Read tables, a row at a time, from the formats that they come in."""
