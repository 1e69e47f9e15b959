"""The e-mail drafts of one review that is called together: one for each who is written to so."""

from letters.out.mail import Attachment, eml_draft, mail_words
from letters.wording import wording
from models.convening_on_sheet import Invited
from models.sending_steps import SendingWay
from ui.convening.making_papers import PapersMade


def drafts_of(made: PapersMade, lines: tuple[Invited, ...], service: str) -> dict[str, bytes]:
    """Give each draft by the name of its file; who has no address gets none.

    Raises: NotOneAddress.
    """
    found = {}
    for line in lines:
        papers = [paper for paper in made.may_leave if paper.reader == line.reader]
        if not papers or line.way != SendingWay.EMAIL or not line.email.strip():
            continue
        words = mail_words(wording(), service, len(papers))
        attached = [Attachment(paper.file_name, paper.data) for paper in papers]
        name = papers[0].file_name.replace(".pdf", ".eml")
        found[name] = eml_draft(line.email, words, attached)
    return found
