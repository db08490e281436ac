"""The few words of a sentence that answer by themselves, and a long sentence cut down to its clause."""
