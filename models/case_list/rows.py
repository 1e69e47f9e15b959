"""One row of the file becomes a case line, or comes back with every reason in words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from models.case_list import codes
from models.case_list.case_line import BadLine, CaseLine, Value
from models.case_list.cleaning import cleaned, hidden_in
from models.case_list.dates import read_date
from models.case_list.faults import Fault, fault
from models.case_list.fields import BY_NAME, Field, Kind, looks_like_an_address
from models.case_list.likely import faults_of, without_unlikely
from models.case_list.mapping import ColumnMapping
from models.case_list.names import split_name
from models.case_list.records import RawRow
from models.problems import N_

EMPTY = N_("“{column}” is empty, and Waymark needs it.")
NO_NAME = N_("“{column}” is empty, and a child needs a name.")
TOO_LONG = N_("“{column}” is longer than {most} characters.")
SEVERAL_LINES = N_("“{column}” goes over several lines and should be on one.")
ODD_IDENTIFIER = N_(
    "“{column}” says “{given}”, which a spreadsheet has shortened. Format that column as text, "
    "save the list again and import it."
)
UNKNOWN_STATUS = N_(
    "“{column}” says “{given}”, which is not one of the legal statuses of the national return, "
    "such as C2 or V2."
)
NOT_A_NUMBER = N_("“{column}” should be a whole number from 1 to 200, and says “{given}”.")
UNKNOWN_PLACEMENT = N_("“{column}” says “{given}”, which is no national code. It was left out.")
AN_ADDRESS = N_("“{column}” holds an address. Waymark never takes one, so it was left out.")


def read_row(row: RawRow, mapping: ColumnMapping, today: date) -> CaseLine | BadLine:
    """Read one row by the mapping: a case line, or the row with all that is wrong with it."""
    if row.faults:
        return BadLine(row, row.faults)
    reading = _Reading(row, mapping)
    for name, _ in mapping.columns:
        reading.read(BY_NAME[name])
    reading.need_all()
    faults = reading.faults or faults_of(reading.values, mapping, today)
    if faults:
        return BadLine(row, tuple(faults))
    values, notices = without_unlikely(reading.values, mapping, today)
    return CaseLine(
        line=row.line,
        notices=tuple(reading.notices + notices),
        **values,  # type: ignore[arg-type]  # each value was read by its field's own kind
    )


@dataclass
class _Reading:
    """The values of one row while they are read."""

    row: RawRow
    mapping: ColumnMapping
    values: dict[str, Value] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notices: list[Fault] = field(default_factory=list)

    def read(self, column: Field) -> None:
        """Read the cell of this field, if it says anything."""
        at = self.mapping.column_of(column.name)
        text = cleaned(self.row.cells[at]) if at is not None else ""
        if codes.says_nothing(text):
            return
        value = hidden_in(text) or _wrong_length(text, column) or self._value(text, column)
        if isinstance(value, Fault):
            self.faults.append(value.within(self.mapping.heading_of(column.name)))
            return
        if value is not None and value != "":
            self._keep(column.name, value)

    def need_all(self) -> None:
        """Note each thing that a child needs and that this row does not say."""
        said = {found.column for found in self.faults}
        for name, sentence in _NEEDED:
            heading = self.mapping.heading_of(name)
            if name == "given_name" and self.mapping.column_of(name) is None:
                heading = self.mapping.heading_of("full_name")
            if name not in self.values and heading not in said:
                self.faults.append(fault(sentence).within(heading))

    def _keep(self, name: str, value: Value) -> None:
        if name != "full_name":
            self.values[name] = value
            return
        given, family = split_name(str(value))
        self.values.setdefault("given_name", given)
        if family:
            self.values.setdefault("family_name", family)

    def _value(self, text: str, column: Field) -> Value | Fault:
        if read := _READERS.get(column.kind):
            return read(text)
        if column.kind is Kind.PLACEMENT:
            return codes.placement(text) or self._leave_out(UNKNOWN_PLACEMENT, text, column)
        if looks_like_an_address(text):
            return self._leave_out(AN_ADDRESS, text, column)
        return " ".join(text.split())

    def _leave_out(self, sentence: str, text: str, column: Field) -> str:
        said = fault(sentence, given=text)
        self.notices.append(said.within(self.mapping.heading_of(column.name)))
        return ""


_NEEDED = (
    ("identifier", EMPTY),
    ("given_name", NO_NAME),
    ("born_on", EMPTY),
    ("care_began_on", EMPTY),
)


def _wrong_length(text: str, column: Field) -> Fault | None:
    if "\n" in text and column.kind not in (Kind.TEXT, Kind.PLACEMENT, Kind.INTERPRETER):
        return fault(SEVERAL_LINES)
    is_code = column.kind in (Kind.LEGAL_STATUS, Kind.PLACEMENT)
    if len(text) > column.most and not is_code:
        return fault(TOO_LONG, most=column.most)
    return None


def _identifier(text: str) -> str | Fault:
    mantissa, exponent, power = text.upper().partition("E+")
    if exponent and power.isdigit() and mantissa.replace(".", "").isdigit():
        return fault(ODD_IDENTIFIER, given=text)
    return text


def _number(text: str) -> int | Fault:
    digits = text.removesuffix(".0")
    if digits.isascii() and digits.isdigit() and len(digits) < 4 and 0 < int(digits) <= 200:
        return int(digits)
    return fault(NOT_A_NUMBER, given=text)


def _legal_status(text: str) -> str | Fault:
    return codes.legal_status(text) or fault(UNKNOWN_STATUS, given=text)


_READERS: dict[Kind, Callable[[str], Value | Fault]] = {
    Kind.DATE: read_date,
    Kind.IDENTIFIER: _identifier,
    Kind.NUMBER: _number,
    Kind.LEGAL_STATUS: _legal_status,
    Kind.LANGUAGE: codes.language,
    Kind.INTERPRETER: codes.interpreter,
}
