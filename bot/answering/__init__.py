"""From a question and passages to a draft: word for word, or with a model; and follow-ups."""
