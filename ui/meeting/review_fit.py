"""How a review fits its window: what does not fit is folded."""

from typing import TYPE_CHECKING

from ui.appearance import NARROW_PX, PANE_FOLDS_FROM_PERCENT, SHORT_PX, appearance

if TYPE_CHECKING:
    from ui.meeting.review_page import ReviewPage


class ReviewFit:
    """Folds the letter into a button and the steps into one line, and unfolds them again."""

    def __init__(self, page: "ReviewPage") -> None:
        self._page = page
        self.is_folded = False

    def fit(self) -> None:
        """Fold what does not fit now."""
        page, looks = self._page, appearance()
        narrow = looks.text_size >= PANE_FOLDS_FROM_PERCENT or page.window().width() < NARROW_PX
        folded = looks.menu_replaces_rail or not self._steps_fit()
        alone = looks.menu_replaces_rail
        page.letter.setVisible(not narrow and not page.shows_paper)
        page.bar.setVisible(not alone)
        page.bar.be_narrow(narrow=narrow, letter=narrow and not folded)
        page.fold_bar.setVisible(folded)
        page.fold_bar.letter_button.setVisible(narrow)
        page.fold_bar.be_alone(alone=alone, may_hand=not page.meeting.is_finished)
        self._fold_steps(folded=folded)
        page.coverage.fit()
        page.foot.shorten(short=narrow)
        for step in page.pages.values():
            step.show_head(shown=not folded)
        page.steps.be_short(short=page.window().height() < SHORT_PX)
        page.steps.set_width(0 if folded else min(looks.px(288), 360))

    def _fold_steps(self, *, folded: bool) -> None:
        page = self._page
        if folded == self.is_folded:
            return
        self.is_folded = folded
        page.steps.fold(folded=folded)
        if folded:
            page.fold_bar.take(page.steps)
        else:
            page.body.insertWidget(0, page.steps)

    def _steps_fit(self) -> bool:
        """Whether there is room for the twelve steps one under the other."""
        page = self._page
        room = page.height() - page.bar.sizeHint().height()
        return page.steps.least_height() <= room
