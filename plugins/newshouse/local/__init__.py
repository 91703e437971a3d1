"""The embedded default: one machine, no Docker, nothing but Python and the package index."""
