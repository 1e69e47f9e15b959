"""A drawing made of points, such as a child's own, set on the page as it is."""

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PIL import Image
from reportlab.lib.utils import ImageReader

from letters.engine.elements import Element, Laid, Setting
from letters.engine.pdf_values import number
from letters.engine.pen import Pen
from letters.engine.pictures import share_before
from letters.engine.structure import Node, Slot

WHITE = (255, 255, 255)


@dataclass(frozen=True)
class Raster(Element):
    """A PNG image; with `alt`, the words for those who cannot see it, empty it is decoration."""

    png: bytes
    alt: str
    width_pt: float
    most_height_pt: float
    align: Literal["start", "centre", "end"] = "start"

    def lay(self, width: float, setting: Setting) -> Laid:
        """Place the image whole, as large as there is room for."""
        image = _image(self.png)
        wide, high = image.getSize()
        across = min(self.width_pt, width, self.most_height_pt * wide / high)
        indent = (width - across) * share_before(self.align, setting)
        return _LaidRaster(self, image, (across, across * high / wide), indent)


class _LaidRaster(Laid):
    def __init__(
        self, raster: Raster, image: ImageReader, size: tuple[float, float], indent: float
    ) -> None:
        self._image, self._size, self._indent = image, size, indent
        self.height = size[1]
        self._slot = Slot("Figure", alt=raster.alt) if raster.alt else None

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        """Draw the image as a figure."""
        wide, high = self._size
        left, low = left + self._indent, pen.up(top + high)
        node = self._slot.under(parent) if self._slot else None
        if node is not None:
            box = " ".join(map(number, (left, low, left + wide, low + high)))
            node.attributes = f"<</O/Layout/Placement/Block/BBox[{box}]>>"
        with pen.marking(node):
            pen.canvas.drawImage(self._image, left, low, wide, high)


@lru_cache(maxsize=64)
def _image(png: bytes) -> ImageReader:
    """Read an image onto white paper; what is see-through is paper."""
    with Image.open(io.BytesIO(png)) as opened:
        drawn = opened.convert("RGBA")
    paper = Image.new("RGB", drawn.size, WHITE)
    paper.paste(drawn, mask=drawn.getchannel("A"))
    return ImageReader(paper)


def forget_images() -> None:
    """Forget every image that was read."""
    _image.cache_clear()
