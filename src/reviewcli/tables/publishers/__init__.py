"""Hold a file for each publisher: how its tables are told, and what their columns say."""
