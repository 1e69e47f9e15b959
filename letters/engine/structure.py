"""The tree of headings, paragraphs, lists and tables that a screen reader walks."""

from typing import Any

from letters.engine.pdf_values import Written, add_object, pdf_text


class Node:
    """One element of the tree, with its kids in reading order."""

    __slots__ = ("alt", "attributes", "kids", "language", "number", "parent", "role", "spoken")

    def __init__(self, role: str, parent: "Node | None" = None) -> None:
        self.role = role
        self.parent = parent
        self.kids: list[Node | tuple[str, int, int]] = []
        self.alt = ""
        self.spoken = ""
        self.language = ""
        self.attributes = ""
        self.number = 0

    def add(self, role: str) -> "Node":
        """Give a new element under this one."""
        node = Node(role, self)
        self.kids.append(node)
        return node

    def hold_content(self, page: int, mark: int) -> None:
        """Note marked content of a page as a kid."""
        self.kids.append(("content", page, mark))

    def hold_annotation(self, page: int, number: int) -> None:
        """Note an annotation of a page as a kid."""
        self.kids.append(("annotation", page, number))


class Slot:
    """A place in the tree that is taken once, when its words are first drawn."""

    __slots__ = ("_node", "_values", "role")

    def __init__(self, role: str, **values: str) -> None:
        self.role = role
        self._values = values
        self._node: Node | None = None

    def take(self, other: "Slot") -> None:
        """Take over what the other place says about its words."""
        self._values.update(other._values)

    def under(self, parent: Node | None) -> Node | None:
        """Give the element, made under the parent at first; nothing under nothing."""
        if parent is None:
            return None
        if self._node is None:
            self._node = node = parent.add(self.role)
            for name, value in self._values.items():
                setattr(node, name, value)
        return self._node


class Structure:
    """The whole tree, and which element each mark on each page belongs to."""

    def __init__(self) -> None:
        self.root = Node("Document")
        self._marks: list[list[Node]] = []
        self._annotations: list[Node] = []

    def begin_page(self) -> None:
        """Start the marks of a new page."""
        self._marks.append([])

    def mark(self, node: Node) -> int:
        """Note marked content of the present page and give its number."""
        marks = self._marks[-1]
        node.hold_content(len(self._marks) - 1, len(marks))
        marks.append(node)
        return len(marks) - 1

    def annotation_key(self, node: Node) -> int:
        """Give the key by which an annotation finds its element."""
        self._annotations.append(node)
        return -len(self._annotations)

    def resolved_key(self, key: int) -> int:
        """Give the final key of an annotation, known when all pages are."""
        return len(self._marks) - key - 1

    def write(self, document: Any, pages: list[int]) -> Any:  # ReportLab's objects
        """Add the tree to the document and give the reference for its catalogue."""
        nodes = _in_order(self.root)
        root = Written(lambda: self._write_root(parents))
        reference = document.Reference(root)
        tree = document.idToObjectNumberAndVersion[reference.name][0]
        for node in nodes:
            node.number = add_object(document, _writer(node, pages, tree))
        parents = add_object(document, self._write_parents)
        return reference

    def _write_root(self, parents: int) -> bytes:
        return (
            f"<</Type/StructTreeRoot/K[{self.root.number} 0 R]/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(self._marks) + len(self._annotations)}>>"
        ).encode("ascii")

    def _write_parents(self) -> bytes:
        entries = [
            f"{page}[{' '.join(f'{node.number} 0 R' for node in marks)}]"
            for page, marks in enumerate(self._marks)
        ]
        start = len(self._marks)
        entries += [
            f"{start + place} {node.number} 0 R" for place, node in enumerate(self._annotations)
        ]
        return f"<</Nums[{' '.join(entries)}]>>".encode("ascii")


def _in_order(root: Node) -> list[Node]:
    found: list[Node] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting.extend(kid for kid in reversed(node.kids) if isinstance(kid, Node))
    return found


def _writer(node: Node, pages: list[int], tree: int) -> Any:  # a plain closure
    return lambda: _write_node(node, pages, tree)


def _write_node(node: Node, pages: list[int], tree: int) -> bytes:
    parent = node.parent.number if node.parent else tree
    main_page = next((kid[1] for kid in node.kids if not isinstance(kid, Node)), None)
    kids = " ".join(_write_kid(kid, pages, main_page) for kid in node.kids)
    parts = [f"<</Type/StructElem/S/{node.role}/P {parent} 0 R/K[{kids}]"]
    if main_page is not None:
        parts.append(f"/Pg {pages[main_page]} 0 R")
    if node.language:
        parts.append(f"/Lang{pdf_text(node.language)}")
    if node.alt:
        parts.append(f"/Alt{pdf_text(node.alt)}")
    if node.spoken:
        parts.append(f"/ActualText{pdf_text(node.spoken)}")
    if node.attributes:
        parts.append(f"/A{node.attributes}")
    parts.append(">>")
    return "".join(parts).encode("ascii")


def _write_kid(kid: Node | tuple[str, int, int], pages: list[int], main_page: int | None) -> str:
    if isinstance(kid, Node):
        return f"{kid.number} 0 R"
    kind, page, value = kid
    if kind == "annotation":
        return f"<</Type/OBJR/Obj {value} 0 R/Pg {pages[page]} 0 R>>"
    if page == main_page:
        return str(value)
    return f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {value}>>"
