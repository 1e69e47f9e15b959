"""You: who the letters are from, and how children reach you."""

from models.whose import owner_of
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import N_, _
from ui.settings.record_part import Line, RecordPart

LINES = (
    Line(
        "name",
        N_("Your name"),
        N_("As it will stand in letters to children."),
        N_("Type your name. Letters are from you."),
    ),
    Line("phone", N_("Your phone"), N_("The number that children can ring or text.")),
    Line("email", N_("Your email")),
    Line("days", N_("The days you work"), N_("Such as Monday to Thursday")),
)


class YouPart(RecordPart):
    """The one whose record this is."""

    def __init__(self, desk: Desk, notices: NoticeArea) -> None:
        me = desk.me
        super().__init__(desk, "staff_member", me.id, notices)
        told = _("Every letter says how to reach you. Give a phone or an email.")
        self.build(_("You"), told, LINES, lambda field: str(getattr(me, field)))
        self.saved.connect(self._be_that_person)

    def _be_that_person(self) -> None:
        """Let every page know the name and numbers from now on."""
        with self._desk.database.reading() as connection:
            me = owner_of(connection)
        if me.id == self._desk.me.id:
            self._desk.me = me
