"""Letters, words and terms: one form for every text, its language, and the words that are searched and compared."""
