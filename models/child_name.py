"""How a child is called, from the names in the record."""


class ChildName:
    """For frozen values that hold a child's names."""

    given_name: str
    family_name: str
    chosen_name: str

    @property
    def called(self) -> str:
        """The name the child chose, or their given name."""
        return self.chosen_name or self.given_name

    @property
    def full_name(self) -> str:
        """Given and family name."""
        return f"{self.given_name} {self.family_name}".strip()
