"""Does the cited text carry the sentence?"""
