"""Read queries, print them, and tell which reviews and which words answer them."""
