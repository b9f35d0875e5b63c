"""|u|² − |v|² is multiplied by 1 − η²r² at each step: label noise drives it to 0, a fit leaves it.

A linear network of two layers of any width with squared loss: u ← u − ηrv, v ← v − ηru, r the
residual with whatever noise of label or batch. The flow conserves |u|² − |v|²; each discrete step
shrinks it by the share η²r². So with label noise, whose residuals go on, it tends to 0 along every
run with η|r| ≤ 1; where the residuals die out, as they do without noise, most of it is left:
exactly the imbalance, which makes a fit sharp (see balanced-fits-are-the-flattest). With more
layers of one unit each the same holds for any two of them, r being the residual times the product
of the others, so that depth does not change the direction of the drift. An instance of the drift
along the fits to flatter ones, for label noise: Blanc et al. (2020), Damian, Ma & Lee (2021), Li,
Wang & Arora (2022). Noise from the choice of batch alone vanishes at a fit.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, le, real

A, B, K, P, R, r, eta, a, b, k = real("A B K P R r eta a b k")
y = eta**2 * r**2

claim = Claim(
    id="residuals-that-persist-balance-two-layers",
    says="SGD on a linear network of two layers and any width, with residuals r_t and η|r_t| ≤ 1, "
    "keeps of the imbalance |u|² − |v|² a share P with 1 − η²Σr² ≤ P ≤ 1/(1 + η²Σr²): label noise "
    "drives it to 0, and fast fits leave it as it was.",
    items={"O-10": "instance", "O-65": "instance"},
    where={
        A: ("the squared length of the first layer's weights", "|u|^2"),
        B: ("the squared length of the second layer's weights", "|v|^2"),
        K: (r"their inner product, which is the network", r"\langle u, v\rangle"),
        P: "the share of the imbalance that is left",
        R: (r"the sum of the squared residuals so far", r"\Sigma"),
        r: "the residual of the next step, with its noise",
        eta: "the step length",
        (a, b, k): "squared lengths and inner product at the start",
    },
    given={"short": le(eta**2 * r**2, 1)},
    then=Invariant(
        (
            eq(A - B, P * (a - b)),
            ge(P),
            le(P, 1),
            le(P * (1 + eta**2 * R), 1),
            ge(P, 1 - eta**2 * R),
            ge(R),
        ),
        start={A: a, B: b, K: k, P: 1, R: 0},
        update={
            A: A - 2 * eta * r * K + eta**2 * r**2 * B,
            B: B - 2 * eta * r * K + eta**2 * r**2 * A,
            K: K - eta * r * (A + B) + eta**2 * r**2 * K,
            P: (1 - eta**2 * r**2) * P,
            R: R + r**2,
        },
        fixed=(eta,),
    ),
    about="the fits of a linear network of two layers, flat and sharp",
    scope="one input, one output",
)
witness = {a: 4, b: 1, k: 1, eta: Rational(1, 2), r: 1}
countermodels = {"short": [witness | {r: 4}, {r: 4}]}


def proof():
    steps = [claim.at_next_state(i) for i in range(6)]
    return induct(
        claim,
        (None,) * 6,
        (
            combine(steps[0], using={"invariant.0": 1 - y}),
            combine(steps[1], using={"short": P}),
            combine(steps[2], using={"invariant.2": 1, "invariant.1": y}),
            combine(steps[3], using={"invariant.3": 1, "invariant.1": y * eta**2 * R + y**2}),
            combine(steps[4], using={"invariant.4": 1, "invariant.2": y}),
            combine(steps[5], using={"invariant.5": 1}, squares=[(1, r)]),
        ),
    )
