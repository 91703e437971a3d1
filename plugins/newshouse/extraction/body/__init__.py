"""The text of an article, and what stands in it without being part of it."""
