"""Engines that hold the nodes and edges and run a language, and the compiled snapshot."""
