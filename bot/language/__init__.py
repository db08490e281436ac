"""Pure functions over Vietnamese and English text. No I/O but the word lists; nothing here knows of articles.

Reading order: words, sentences, lexicon, figures, spelling, naming, grammar; and facts, which joins figures and names.
"""
