"""How a sentence stands to a question: the features that are weighed, and the learnt weights themselves."""
