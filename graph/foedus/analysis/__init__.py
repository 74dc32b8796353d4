"""What a query language cannot say: networks of actors, and the checking of claims."""
