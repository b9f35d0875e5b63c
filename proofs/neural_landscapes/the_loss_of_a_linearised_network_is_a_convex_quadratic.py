"""L(θ) = (1/n) Σ (k_j·δ − r_j)² is convex and of degree two in δ = θ − θ₀, for all sizes n and p.

k_j is row j of the n × p matrix K of the gradients by the parameters at the start, which does not
depend on θ, and r_j = y_j − f₀(x_j) what the start leaves over. (The notes write K(x, X), but a row
has no other input than x; their residual is r.) On the segment λθ + (1 − λ)θ' the loss lies below
the chord by exactly λ(1 − λ)(1/n) Σ (k_j·(δ − δ'))²: never above, and a parabola in λ. It is
strictly below only if K(δ − δ') ≠ 0, never so for all pairs if p > n: the minimiser is not unique
then.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, le, real

n, t = real("n t")
c, d, r = real("c d r")
A, B, C, D = real("L_1 L_2 L_t gap")
mixed = t * c + (1 - t) * d

claim = Claim(
    id="the-loss-of-a-linearised-network-is-a-convex-quadratic",
    says="The mean squared loss of a linearised network of one output on any n ≥ 1 examples is a "
    "convex quadratic in its parameters: on a segment it is below the chord by λ(1 − λ) times the "
    "mean square of the change of the outputs from end to end.",
    items={"N-90": "definition", "N-91": "whole", "N-54": "part convex"},
    where={
        n: "the number of examples",
        t: ("the share of the first point in a point of the segment", r"\lambda"),
        c: ("the change of the linearised output of the next example at one end", r"k_j\delta"),
        d: ("that change at the other end", r"k_j\delta'"),
        r: ("what the start leaves over of its label", "r_j"),
        A: ("the loss at one end, of the examples so far", r"L(\theta)"),
        B: ("the loss at the other end", r"L(\theta')"),
        C: ("the loss at the point of the segment", r"L(\lambda\theta+(1-\lambda)\theta')"),
        D: ("the mean square of the change from end to end", r"\tfrac1n\|K(\delta-\delta')\|^2"),
    },
    given={"examples": gt(n), "from_one_end": ge(t), "to_the_other": le(t, 1)},
    then=Invariant(
        (
            eq(C, t * A + (1 - t) * B - t * (1 - t) * D),
            ge(D),
            le(C, t * A + (1 - t) * B),
        ),
        start={A: 0, B: 0, C: 0, D: 0},
        update={
            A: A + (c - r) ** 2 / n,
            B: B + (d - r) ** 2 / n,
            C: C + (mixed - r) ** 2 / n,
            D: D + (c - d) ** 2 / n,
        },
        fixed=(n, t),
    ),
    scope="every number n of examples and p of parameters: the gradients k_j enter by the changes "
    "of the outputs",
)
one = {n: 2, t: 0, c: 1, d: 2, r: 0}
witness = [one, one, one]
countermodels = {
    "examples": [one | {n: -2}, one],
    "from_one_end": [one | {t: -1}, {}],
    "to_the_other": [one | {t: 2}, {}],
}


def proof():
    exact = combine(claim.at_next_state(0), using={"invariant.0": 1})
    spread = combine(claim.at_next_state(1), using={"invariant.1": 1}, squares=[(1 / n, c - d)])
    chord = combine(
        claim.at_next_state(2),
        using={"invariant.2": 1, "to_the_other": t * (c - d) ** 2 / n},
    )
    return induct(claim, (None, None, None), (exact, spread, chord))
