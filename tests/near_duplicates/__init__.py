"""Near-duplicates: pure, on texts of our own."""
