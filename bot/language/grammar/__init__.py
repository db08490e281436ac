"""What a sentence says of whom, and how firmly: verbs, clauses, denials, qualifiers."""
