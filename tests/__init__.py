"""Tests of Newshouse, and the small news site that they and `make run` read."""
