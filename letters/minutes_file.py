"""What only the council's own record holds: who gets which paper, and the restricted annexe."""

from collections.abc import Iterator

from letters.minutes_form import Cell, MinutesSection, Part, WordTable
from letters.minutes_writing import MinutesWriting
from models.disclosure.cut import Cut
from models.document_kind import DocumentKind
from models.problems import N_
from models.readers_of_papers import Reader
from models.rules.restrictions import RESTRICTIONS

_PAPERS = {
    DocumentKind.LETTER: N_("letter"),
    DocumentKind.DECISIONS: N_("decisions"),
    DocumentKind.MINUTES: N_("record"),
}
_WHERE = {
    "note": N_("Note"),
    "decision": N_("Decision"),
    "decision_progress": N_("What became of a decision"),
    "decision_change": N_("A decision as it stood before"),
    "manager_reply": N_("The manager’s answer"),
    "dispute": N_("Dispute"),
    "wish": N_("{name}’s words"),
    "scale_answer": N_("Number"),
    "attendance": N_("Who came"),
    "person": N_("Person"),
    "review": N_("The review"),
    "child": N_("About {name}"),
}


def who_gets_what(writing: MinutesWriting) -> Iterator[Part]:
    """Everybody who gets a copy, which papers, and what is left out of them; in the file alone."""
    if writing.reader is None or not writing.reader.is_file:
        return
    say = writing.wording.say
    rows = tuple(_reader_row(writing, each) for each in writing.reader.readers if not each.is_file)
    if rows:
        head = (say(N_("Copies go to")), say(N_("Papers")), say(N_("Left out")))
        yield WordTable(head, rows, (0.4, 0.3, 0.3))


def _reader_row(writing: MinutesWriting, reader: Reader) -> tuple[Cell, ...]:
    say, line = writing.wording.say, writing.line
    who = say(N_("{name}, {role}"), name=reader.name, role=say(reader.role))
    papers = [say(words) for kind, words in _PAPERS.items() if reader.gets(kind)]
    told = writing.wording.listed(papers) if papers else say(N_("None"))
    tags = ", ".join(sorted(reader.cuts, key=lambda tag: int(tag[1:])))
    return (line("{who}", who=who),), (line("{told}", told=told),), (line("{tags}", tags=tags),)


def annexe(writing: MinutesWriting) -> MinutesSection | None:
    """What is restricted, apart from the rest, with the kinds it is restricted by."""
    apart = writing.reader.annexe if writing.reader else ()
    rows = tuple(_cut_row(writing, each) for each in apart if each.words.strip())
    if not rows:
        return None
    say = writing.wording.say
    head = (say(N_("Where")), say(N_("Words")), say(N_("Why it is restricted")))
    table = WordTable(head, rows, (0.2, 0.5, 0.3))
    kept = writing.line(N_("This part stays in the council’s file. It goes to nobody."))
    return MinutesSection("annexe", say(N_("Restricted annexe")), (kept, table))


def _cut_row(writing: MinutesWriting, cut: Cut) -> tuple[Cell, ...]:
    where = writing.say(_WHERE.get(cut.table, N_("Record")), name=writing.called)
    words = [writing.plain(cut.words, cut.table, cut.row_id, cut.field)]
    day = writing.reader.by_when.get(cut.row_id) if writing.reader else None
    if day is not None:
        words.append(writing.line(N_("By {date}."), date=writing.wording.plain_date(day)))
    kind = RESTRICTIONS.get(cut.why_tag)
    why = writing.line(N_("Nobody has said from whom it is kept."))
    if kind is not None:
        why = writing.line(N_("{tag}: {content}"), tag=kind.tag,
                           content=writing.wording.say(kind.content))  # fmt: skip
    return (where,), tuple(words), (why,)
