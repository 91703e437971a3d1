"""The headline of an article, and what is none: names of sites, kickers, labels."""
