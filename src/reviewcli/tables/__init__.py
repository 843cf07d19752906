"""Know what the columns of a table say about reviews: whose it is, and what each field means."""
