"""Train the model of boundaries; needs numpy, scipy and lightgbm, which nothing else here does."""
