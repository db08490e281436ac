"""Pure functions over Vietnamese and English text. No I/O but the glossary file; nothing here knows of articles."""
