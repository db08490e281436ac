"""Which sentence answers, in which language, and how sure that is."""
