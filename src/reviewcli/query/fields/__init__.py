"""The field clauses of a query: what stands before a colon, and what may stand after it."""
