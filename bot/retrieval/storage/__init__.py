"""The store: one SQLite file that holds the truth, its connections, tables, rows and writes."""
