"""The letters for age 12 to 15 and for 16 to 17: words, rules and quotations, no pictures."""

from collections.abc import Sequence
from dataclasses import replace

from letters.bands import Band
from letters.engine import Element, Text
from letters.letter import LetterBlock
from letters.looks.closing_parts import rights_words
from letters.looks.flowing import FlowingLook, quoted_apart
from letters.looks.on_page import OnPage
from letters.looks.steps import StepsLook
from letters.page import mm
from letters.paragraph import Paragraph


class YoungPersonLook(FlowingLook):
    """For age 12 to 15: straight and warm."""

    scale = Band.C
    steps_look = StepsLook(
        is_framed=False, has_pictures=False, who_ems=(7, 10), by_when_ems=(9, 13.5)
    )
    has_pictures = False
    column_mm = 154.0
    paragraph_gap_mm = 1.6

    def title_block(self, page: OnPage, told: Sequence[Paragraph]) -> list[Element]:
        """The title, who writes and what they do, and the day."""
        dated, written_by = told
        return [
            replace(self.title(page), space_after=mm(2)),
            page.setter.text(written_by, page.type.rights, mm(1.5)),
            page.setter.text(dated, page.type.small),
        ]

    def child_words(self, page: OnPage, block: LetterBlock) -> list[Element]:
        """A heading, and the child's words as a quotation on yellow."""
        heading = replace(page.heading(block.heading), space_after=mm(1.6))
        children: list[Element] = [heading]
        for is_quoted, paragraphs in quoted_apart(block.paragraphs):
            gap = mm(self.paragraph_gap_mm)
            words = page.setter.texts(paragraphs, page.type.body, gap)
            if words and is_quoted:
                quotation = replace(self.yellow(page, words), space_before=gap, space_after=gap)
                children.append(quotation)
            else:
                children += self.column(page, words)
        return [self.whole(page, block, children)]


class YoungAdultLook(YoungPersonLook):
    """For age 16 to 17: set as a letter between adults, the title as its subject."""

    scale = Band.D
    steps_look = StepsLook(
        is_framed=False, has_pictures=False, who_ems=(8, 13), by_when_ems=(9, 13.5)
    )
    column_mm = 152.0

    def title_block(self, page: OnPage, told: Sequence[Paragraph]) -> list[Element]:
        """Who writes, and the day."""
        dated, written_by = told
        return [
            page.setter.text(written_by, page.type.rights, mm(1.5)),
            page.setter.text(dated, page.type.small),
        ]

    def after_greeting(self, page: OnPage) -> list[Element]:
        """The subject of the letter."""
        return [Text(page.title, page.type.title, role="H1", space_after=mm(1.5))]

    def rights(self, page: OnPage, block: LetterBlock) -> list[Element]:
        """The rights as a section of their own."""
        words = [page.heading(block.heading), *rights_words(page, block)]
        return [self.whole(page, block, self.column(page, words))]
