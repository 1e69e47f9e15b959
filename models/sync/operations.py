"""What a sealed batch is made of: one operation for each row, act, page and line of who looked."""

import base64
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final  # an operation is JSON

from models.pending import NEW
from models.record import new_id
from models.sync.dirty import WaitingRow, bases

BATCH_OPS: Final = 500
BATCH_BYTES: Final = 900_000
PART_BYTES: Final = 256 * 1024
LONGEST_OP: Final = 800_000
LINES_AT_ONCE: Final = 500

Op = dict[str, Any]
Sized = tuple[Op, int]


def row_op(row: WaitingRow, names: Iterable[str]) -> Op:
    """One operation: what these fields of a row are now, and what they were typed over."""
    changes = {name: row.pending[name] for name in names}
    return {
        "op": new_id(),
        "kind": "row",
        "table": row.table,
        "id": row.id,
        "case": row.case_id,
        "set": {name: each[NEW] for name, each in changes.items()},
        "base": bases(changes),
        "seen": row.seen(changes),
        "at": row.at,
    }


def part_ops(case_id: str, digest: str, whole: bytes) -> Iterator[Op]:
    """The pages or the picture of this digest, in parts."""
    parts = math.ceil(len(whole) / PART_BYTES)
    for part in range(parts):
        piece = whole[part * PART_BYTES : (part + 1) * PART_BYTES]
        yield {
            "op": new_id(),
            "kind": "part",
            "case": case_id,
            "digest": digest,
            "part": part,
            "parts": parts,
            "bytes": base64.b64encode(piece).decode(),
        }


def looked_op(lines: Iterable[Mapping[str, Any]]) -> Op:
    """Who looked, carried along."""
    return {"op": new_id(), "kind": "looked", "lines": [dict(line) for line in lines]}


def sized(op: Op) -> Sized:
    """An operation with its length in bytes, as the shared database counts it."""
    return op, len(json.dumps(op, ensure_ascii=False).encode())


def in_pieces(op: Op) -> list[Sized]:
    """One row's operation, in several where its texts are too long for one batch."""
    whole = sized(op)
    if whole[1] <= LONGEST_OP or op["kind"] != "row" or len(op["set"]) == 1:
        return [whole]
    names = sorted(op["set"], key=lambda name: len(json.dumps(op["set"][name])))
    half = len(names) // 2
    first, second = (
        {
            **op,
            "op": new_id(),
            "set": {name: op["set"][name] for name in some},
            "base": {name: op["base"][name] for name in some if name in op["base"]},
        }
        for some in (names[:half], names[half:])
    )
    return [*in_pieces(first), *in_pieces(second)]


def packed(ops: Iterable[Sized]) -> Iterator[list[Op]]:
    """Put operations into batches in their order, each as full as a batch may be."""
    batch: list[Op] = []
    size = 0
    for op, length in ops:
        if batch and (len(batch) == BATCH_OPS or size + length > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(op)
        size += length + 2
    if batch:
        yield batch
