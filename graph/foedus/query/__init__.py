"""The catalogue of questions: loaded, bound, run on any store, and made into typed rows."""
