"""The pictures that README shows are figures of the project, beside two of the dossier."""

from pathlib import Path

import pytest
from PIL import Image

from provenscape.figures.style import DOUBLE_COLUMN
from provenscape.study import registry

ROOT = Path(__file__).parents[2]
PICTURES = sorted(set(ROOT.glob("docs/*.png")) - set(ROOT.glob("docs/dossier_*.png")))
TITLES = {figure.name: figure.title for figure in registry.figures(ROOT)}


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_is_a_figure_under_its_present_title(path):
    with Image.open(path) as picture:
        assert picture.text["Title"] == TITLES[path.stem]
        assert picture.width == round(300 * DOUBLE_COLUMN)
