"""Write reviews in the formats that other programs read and train with."""
