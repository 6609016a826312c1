"""The index that a reader's browser searches: exact for Chinese, in small files fetched on demand.

What is found is what Ctrl+F over all pages would find, after folding (``folding``). Every
document gives its pairs of neighbouring characters (``terms``); for each pair the index
holds the documents it occurs in, by number (``numbering``), in shards (``shards``). A pair is
never missing from the index, so pages that have all pairs of a query are a superset of its
results; the browser takes their texts (``text_blocks``) and looks.
"""
