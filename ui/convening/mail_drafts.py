"""The e-mail drafts of one review that is called together: one for each who is written to so."""

from dataclasses import dataclass

from letters.out.mail import Attachment, NotOneAddress, eml_draft, mail_words
from letters.wording import wording
from models.convening_on_sheet import Invited
from models.sending_steps import SendingWay
from ui.convening.making_papers import PapersMade


@dataclass(frozen=True)
class Drafts:
    """The drafts by the names of their files, whose each is, and who has none and should."""

    files: dict[str, bytes]
    names: dict[str, tuple[str, ...]]
    readers: tuple[str, ...]
    without: tuple[str, ...]


def drafts_of(made: PapersMade, lines: tuple[Invited, ...], service: str) -> Drafts:
    """Write one draft for each who is written to so; whose address is none gets none."""
    files: dict[str, bytes] = {}
    names: dict[str, tuple[str, ...]] = {}
    readers: list[str] = []
    without: list[str] = []
    for line in lines:
        papers = [paper for paper in made.may_leave if paper.reader == line.reader]
        if not papers or line.way != SendingWay.EMAIL:
            continue
        words = mail_words(wording(), service, len(papers))
        attached = [Attachment(paper.file_name, paper.data) for paper in papers]
        name = papers[0].file_name.rpartition(".")[0] + ".eml"
        try:
            files[name] = eml_draft(line.email, words, attached)
        except NotOneAddress:
            without.append(line.reader)
        else:
            readers.append(line.reader)
            names[line.reader] = (name,)
    return Drafts(files, names, tuple(readers), tuple(without))
