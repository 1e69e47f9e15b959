"""The letter for a child under 4: a keepsake for when they are older, and what goes with it."""

from dataclasses import replace

from letters.bands import Band
from letters.engine import Element
from letters.letter import LetterBlock
from letters.looks.older import YoungPersonLook
from letters.looks.on_page import OnPage
from letters.looks.steps import steps
from letters.page import mm


class KeepsakeLook(YoungPersonLook):
    """Set as for age 12 to 15, in larger type; what was decided is told in running words.

    The page to be read aloud and the note to the carer are pages by themselves.
    Source: design reference 6.3; domain reference 5.4 and 5.5.
    """

    scale = Band.U

    def steps(self, page: OnPage, block: LetterBlock) -> list[Element]:
        """What was decided and why, as words; a table stands under them where there is one."""
        words = page.setter.texts([*block.paragraphs], page.type.body, mm(self.paragraph_gap_mm))
        after = page.setter.texts(block.after, page.type.body, mm(self.paragraph_gap_mm))
        inner = [page.heading(block.heading), *self.column(page, words)]
        if after:
            after[0] = replace(after[0], space_before=mm(2.5))
        inner += [*steps(page, block, self.steps_look), *self.column(page, after)]
        return [self.whole(page, block, inner)]
