"""Drawing in the child's turn: paper, crayons, a rubber, and a way back from each line."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.childs_turn.crayon import COLOUR_WORDS, THICKNESSES, ColourTool, ThicknessTool
from ui.childs_turn.drawing import HEIGHT, WIDTH
from ui.childs_turn.drawing_paper import DrawingPaper
from ui.childs_turn.spoken import _
from ui.childs_turn.tool import SIDE_PX, WordTool
from ui.overriding import override
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.words import Words

_COLOURS_IN_A_ROW = 3
_GAP_PX = 6


class DrawingCanvas(QWidget):
    """Draws with mouse, touch, pen or keys; `png` gives what was drawn."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawing_canvas")
        self.paper = DrawingPaper()
        self.colours = [ColourTool(colour) for colour in COLOUR_WORDS]
        self.thicknesses = [ThicknessTool(each, _(words)) for each, words in THICKNESSES]
        self.rubber = WordTool(_("Rubber"), "eraser", checkable=True)
        self.undo_tool = WordTool(_("Undo"), "arrow-u-up-left")
        self.clear_tool = WordTool(_("Clear"), "trash")
        self._word_tools = (self.rubber, self.undo_tool, self.clear_tool)
        self._tool_page = ScrollingPage()
        self.crayon_words = Words("", "body", "ink2", wrap=True)
        self._colour_group, self._thickness_group = QButtonGroup(self), QButtonGroup(self)
        self._build()
        self._connect()
        self.colours[0].setChecked(True)
        self.thicknesses[1].setChecked(True)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._tools())
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self.paper, 1)
        column.addWidget(self.crayon_words)
        row.addLayout(column, 1)
        self.setFocusProxy(self.paper)

    def _tools(self) -> QWidget:
        page = self._tool_page
        page.column.setContentsMargins(_GAP_PX, _GAP_PX, _GAP_PX, _GAP_PX)
        page.column.setSpacing(_GAP_PX)
        grid = QGridLayout()
        grid.setSpacing(_GAP_PX)
        for place, colour in enumerate(self.colours):
            grid.addWidget(colour, *divmod(place, _COLOURS_IN_A_ROW))
            self._colour_group.addButton(colour)
        below = grid.rowCount()
        for place, each in enumerate(self.thicknesses):
            grid.addWidget(each, below, place)
            self._thickness_group.addButton(each)
        grid.setColumnStretch(_COLOURS_IN_A_ROW, 1)
        page.column.addLayout(grid)
        for tool, name in zip(self._word_tools, ("rubber", "undo", "clear"), strict=True):
            tool.setObjectName(name)
            page.column.addWidget(tool)
        page.column.addStretch(1)
        self._fit_tools()
        return page

    def _fit_tools(self) -> None:
        """Be as wide as the widest tool, whatever the language and the text size."""
        words = max(each.sizeHint().width() for each in self._word_tools)
        crayons = _COLOURS_IN_A_ROW * SIDE_PX + (_COLOURS_IN_A_ROW - 1) * _GAP_PX
        bar = self._tool_page.verticalScrollBar().sizeHint().width()
        self._tool_page.setFixedWidth(max(words, crayons) + 2 * _GAP_PX + bar)

    def _connect(self) -> None:
        for tool in self.colours:
            tool.toggled.connect(self._take_crayon)
            tool.clicked.connect(lambda: self.rubber.setChecked(False))
        for each in self.thicknesses:
            each.toggled.connect(self._take_crayon)
        self.rubber.toggled.connect(self._take_crayon)
        self.undo_tool.clicked.connect(self.paper.undo)
        self.clear_tool.clicked.connect(self.paper.clear)
        self.paper.drawn.connect(self.changed)
        self.paper.crayon_moved.connect(self._tell_crayon)
        self._tell_crayon(down=False)

    def png(self) -> bytes:
        """What is drawn, as a PNG picture of `size_px`."""
        return self.paper.drawing.png()

    def size_px(self) -> tuple[int, int]:
        """How wide and how high that picture is. Units: px."""
        return WIDTH, HEIGHT

    def is_empty(self) -> bool:
        """Whether nothing can be seen on the paper."""
        return self.paper.drawing.is_empty()

    def load(self, png: bytes) -> None:
        """Go on with an earlier drawing, or begin anew with nothing."""
        picture = QImage.fromData(png)
        self.paper.drawing.begin(None if picture.isNull() else picture)
        self.paper.redraw()

    def _take_crayon(self) -> None:
        for tool in self.colours:
            if tool.isChecked():
                self.paper.colour = tool.colour
        for each in self.thicknesses:
            if each.isChecked():
                self.paper.thickness = each.thickness
        self.paper.is_rubbing = self.rubber.isChecked()
        self.paper.update()

    def _tell_crayon(self, down: bool) -> None:
        told = _("With the keys: arrows move the crayon. Space puts it down to draw.")
        drawing = _("The crayon is down. Arrows draw. Space lifts it up.")
        self.crayon_words.say(drawing if down else told)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.paper.undo()
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit_tools()
