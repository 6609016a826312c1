"""The corpus in the notation of other site generators: the same text, lists and addresses."""
