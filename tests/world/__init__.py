"""A seeded world: laptops, a council and everything that may go wrong between them."""
