"""Windows for the benchmarks: one dressed application, and waiting until something is painted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QWidget

from models.database import Database
from models.rules.working_days import WorkingDays
from models.whose import owner_of
from tests import demo_record
from ui.appearance import appearance
from ui.application import make_application
from ui.background import Background
from ui.desk import Desk
from ui.overriding import override


def dressed_application() -> QApplication:
    """The one application of this process, in the program's own style."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = make_application(["waymark"])
    appearance().apply("light", 100)
    return application


@contextmanager
def at_desk(database: Database) -> Iterator[Desk]:
    """The owner of a record at work, with a worker that is ended afterwards."""
    background = Background()
    with database.reading() as connection:
        me = owner_of(connection)
    calendar = WorkingDays.of_england_and_wales()
    yield Desk(database, me, calendar, lambda: demo_record.NOW, background)
    background.close()


class Painted(QObject):
    """Counts how often any of these widgets has been painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        self.times = 0
        for widget in widgets:
            widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)

    def wait(self) -> None:
        """Let the window work until one is painted once more."""
        before = self.times
        wait_until(lambda: self.times > before)


def wait_until(happened: Callable[[], bool]) -> None:
    """Let the window work until this has happened."""
    while not happened():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def put_away(widget: QWidget) -> None:
    """Close a widget and free it."""
    widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
