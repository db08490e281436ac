"""Names in a text, whether another holds them, and the capitals that they are missing."""
