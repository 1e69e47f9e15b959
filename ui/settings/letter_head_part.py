"""What letters of the council carry: its crest, and the page that the square code opens."""

from typing import Final

from models.code_page import NotAPage, checked_page
from models.image_use import Use
from models.own_council import OwnCouncil
from models.whose_picture import WhosePicture
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import N_, _
from ui.overriding import override
from ui.pictures.one_picture import OnePicture, OneWords
from ui.settings.record_part import Line, RecordPart

PAGE: Final = "letter_page"
LINES: Final = (
    Line(
        PAGE,
        N_("Page that the square code opens"),
        N_("The address of a page for children, such as https://www.example.gov.uk/your-review"),
    ),
    Line(
        "letter_page_words",
        N_("Words beside the square code"),
        N_("Such as “More about reviews is on our page”"),
    ),
)


class LetterHeadPart(RecordPart):
    """The crest, the page of the code and the words beside it."""

    def __init__(self, desk: Desk, council: OwnCouncil, notices: NoticeArea) -> None:
        super().__init__(desk, "council", council.id, notices)
        told = _("Each IRO chooses for each letter whether the square code is on it.")
        self.build(
            _("What your letters carry"), told, LINES, lambda field: str(getattr(council, field))
        )
        self.crest = OnePicture(
            desk,
            WhosePicture("council", council.id, Use.CREST),
            _crest_words(council.name),
            may_change=self._reach.writes("letter_picture", "says", of_council=True),
        )
        self.column.insertWidget(2, self.crest)
        self.crest.changed.connect(self.saved)
        if self.may_change(PAGE):
            self.fields[PAGE].control.editingFinished.connect(self.look_at_page)

    @override
    def flush(self) -> bool:
        flushed = self.crest.flush()
        return super().flush() and flushed

    def look_at_page(self) -> None:
        """Say plainly what is wrong with the address, once it has been typed."""
        field = self.fields[PAGE]
        try:
            checked_page(field.text())
        except NotAPage as problem:
            field.show_error(" ".join((_(problem.what), _(problem.next))))
        else:
            field.clear_error()

    @override
    def _note(self, field: str, text: str) -> None:
        if field != PAGE or _is_page(text):
            super()._note(field, text)

    @override
    def _save(self, field: str, text: str) -> None:
        if field != PAGE or _is_page(text):
            super()._save(field, text)


def _is_page(text: str) -> bool:
    try:
        checked_page(text)
    except NotAPage:
        return False
    return True


def _crest_words(council: str) -> OneWords:
    return OneWords(
        heading=_("Crest"),
        told=_("It stands at the top of every letter. PNG, JPEG or SVG; or drop a file here."),
        choose=_("Choose the crest"),
        change=_("Change the crest"),
        remove=_("Remove the crest"),
        changed=_("The crest is kept."),
        removed=_("The crest is no longer on letters."),
        says=_("The crest of {council}").format(council=council),
    )
