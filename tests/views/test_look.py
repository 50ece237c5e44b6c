"""Colours that stand out from their background and from each other, for every eye."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from views import charts
from views.charts import LIGHT


def linear(colour: str) -> np.ndarray:
    """Red, green and blue as light, 0 to 1, of a colour as #RRGGBB."""
    channels = np.array([int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    return float(np.dot([0.2126, 0.7152, 0.0722], linear(colour)))


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("look", [LIGHT, charts.DARK], ids=["light", "dark"])
def test_f84_text_and_marks_stand_out(look: charts.Look) -> None:
    """WCAG 2.2: 4.5 for text, 3 for graphical objects."""
    assert contrast(look.text, look.background) >= 4.5
    assert contrast(look.muted, look.background) >= 4.5
    for hue in look.hues:
        assert contrast(hue, look.background) >= 3, hue


SEEN_BY = {
    "all cones": np.eye(3),
    "no red cones": np.array([[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]]),
    "no green cones": np.array([[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]]),
    "no blue cones": np.array([[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]]),
}
"""Linear RGB as it looks to different eyes: Machado, Oliveira and Fernandes (2009), full severity."""

TO_XYZ = np.array([[0.4339, 0.3762, 0.1899], [0.2126, 0.7152, 0.0722], [0.0177, 0.1095, 0.8729]])
"""Linear sRGB to CIE XYZ, relative to the white point D65."""


def lab(colour: str, eye: str) -> np.ndarray:
    """CIE L*a*b* of a colour as this eye sees it."""
    x, y, z = np.cbrt(TO_XYZ @ np.clip(SEEN_BY[eye] @ linear(colour), 0, 1))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("look", [LIGHT, charts.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("eye", SEEN_BY)
def test_f88_hues_are_far_apart_for_every_eye(look: charts.Look, eye: str) -> None:
    """A distance (CIE 1976) of 2.3 can just be seen; side by side we ask for five times as much."""
    distances = [np.linalg.norm(lab(one, eye) - lab(other, eye)) for one, other in combinations(look.hues, 2)]
    assert min(distances) > 11.5
