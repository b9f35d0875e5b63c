"""Distance to the minimum against the step, for three step lengths."""

import matplotlib.pyplot as plt

from provenscape.figures import SINGLE_COLUMN

ITEMS = ("P-01",)
TITLE = "Short, limiting and long steps"
CAPTION = (
    "Largest distance to the minimum of x²/2 over all starts, after each step of gradient descent."
)
ALT = "A falling line, a level one and a rising one, on a logarithmic axis."
TABLES = {"distances": "distances"}
MARKS = {0.5: "o", 2.0: "s", 2.5: "^"}


def draw(tables):
    figure, axes = plt.subplots(figsize=(SINGLE_COLUMN, 2.4), layout="constrained")
    for eta, rows in tables["distances"].groupby("eta"):
        axes.semilogy(
            rows["step"], rows["largest"], marker=MARKS[eta], markevery=5, label=f"η = {eta:g}"
        )
    axes.set_xlabel("step")
    axes.set_ylabel("largest distance")
    axes.legend()
    return figure
