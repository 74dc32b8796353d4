"""Tests against real servers, which they start and stop."""
