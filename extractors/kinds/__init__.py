"""A module a grammar: how figures of one kind are written."""
