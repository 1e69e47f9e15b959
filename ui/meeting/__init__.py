"""The review workspace: twelve steps in any order, and the letter growing beside them."""
