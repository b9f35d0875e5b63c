"""‖Ax − b‖² is essentially strongly convex with 2σ², σ the least positive singular value of A.

Two points with one nearest minimiser differ by a vector w of the row space of A, where ‖Aw‖ ≥ σ‖w‖;
and f(y) = f(x) + ⟨∇f(x), w⟩ + ‖Aw‖² exactly. If A has more columns than rows, f is not strongly
convex (wide-least-squares-is-not-strongly-convex): the converse of Karimi, Nutini & Schmidt (2016),
Theorem 2, fails at its first step.
"""

from provenscape.kernel import Claim, combine, eq, ge, gt, real

sigma, f_x, f_y, inner, w2, image2 = real("sigma f_x f_y inner w2 image2")

claim = Claim(
    id="least-squares-is-essentially-strongly-convex",
    says="‖Ax − b‖² with A ≠ 0 of any size and rank satisfies the inequality of strong convexity, "
    "with twice the square of A's least positive singular value, for all x and y with the same "
    "nearest minimiser.",
    items={},
    where={
        sigma: "the smallest singular value of A that is not 0",
        f_x: ("the loss at x", "f(x)"),
        f_y: ("the loss at y", "f(y)"),
        inner: ("the slope at x towards y", r"\langle \nabla f(x), w \rangle"),
        w2: ("the squared length of w = y − x, in the row space of A", r"\|w\|^2"),
        image2: ("the squared length of Aw", r"\|Aw\|^2"),
    },
    given={
        "not_zero": gt(sigma),
        "expansion": eq(f_y, f_x + inner + image2),
        "smallest_singular_value": ge(image2, sigma**2 * w2),
    },
    then=ge(f_y, f_x + inner + 2 * sigma**2 * w2 / 2),
    facts={
        "not_zero": "singular-value-decomposition",
        "smallest_singular_value": "singular-value-decomposition",
    },
    tight=True,
    scope="every size and rank of A but A = 0; the minimisers are a translate of the null space: "
    "x and y have one nearest minimiser if and only if w is orthogonal to it",
)
witness = {sigma: 1, f_x: 0, f_y: 1, inner: 0, w2: 1, image2: 1}
equality = witness
countermodels = {
    "expansion": witness | {f_y: 0},
    "smallest_singular_value": witness | {image2: 0, f_y: 0},
}


def proof():
    return combine(claim, using={"expansion": 1, "smallest_singular_value": 1})
