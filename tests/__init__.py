"""Tests mirror the rooms: ``tests/extractors`` for ``extractors``, and so on."""
