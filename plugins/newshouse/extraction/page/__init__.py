"""The page as the rest of the extractor reads it: bytes, tree, blocks of text, metadata."""
