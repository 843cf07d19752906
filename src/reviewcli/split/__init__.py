"""Cut unseparated text into reviews, with a confidence and reasons for every boundary."""
