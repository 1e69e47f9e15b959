"""One fixed sentence as each of the six bands says it."""

from dataclasses import dataclass

from letters.bands import Band


@dataclass(frozen=True)
class InBands:
    """A sentence of band B, and how the other bands say it where they say it otherwise.

    A band without words of its own borrows: D and U those of C, and all others those of B.
    """

    b: str
    a: str = ""
    c: str = ""
    d: str = ""
    e: str = ""
    u: str = ""

    def words(self, band: Band) -> str:
        """The sentence of this band, in the language of the source."""
        own = {
            Band.A: (self.a,),
            Band.B: (),
            Band.C: (self.c,),
            Band.D: (self.d, self.c),
            Band.E: (self.e,),
            Band.U: (self.u, self.c),
        }[band]
        return next(filter(None, own), self.b)


Words = str | InBands
