"""Pages of review sites as they come out of a browser, with the reviews that stand on them."""
