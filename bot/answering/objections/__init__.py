"""Plain reasons why a sentence cannot be the answer; one kind of reason a file, all of them in `plain.py`."""
