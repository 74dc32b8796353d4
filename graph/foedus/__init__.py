"""Foedus: the knowledge graph of treaties and alliances."""
