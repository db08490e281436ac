"""A question as weighted terms: in both languages, its typing mistakes mended, its words counted."""
