"""Changes in, a searchable store out; the index is derived from the store."""
