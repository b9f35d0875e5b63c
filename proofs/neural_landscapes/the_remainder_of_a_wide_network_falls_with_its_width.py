"""m^(−1/2) Σ a_r σ(w_r·x): the remainder of its linearisation is at most (AL + B)|δ|²/(2√m).

With |x| ≤ 1, |a_r| ≤ A at the start, |σ'| ≤ B and |σ''| ≤ L a neuron whose output weight changes by
α and whose preactivation changes by β, β² ≤ |δw_r|², has the remainder a(σ(h + β) − σ(h) − σ'(h)β)
+ α(σ(h + β) − σ(h)): at most ALβ²/2 + B|αβ|. Summed and scaled by 1/√m, this vanishes for a change
of any fixed length R as m grows, at the rate 1/√m, while the linear term stays of order R: the
network becomes linear in every fixed ball. For |a_r| = 1, A = 1; for normal a_r, A² ≈ 2 log m. It
is not so in balls of radius √m: with outputs divided by m, where the output needs such changes to
move at all, see extreme-width-and-small-steps-keep-the-kernel.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, chain, combine, ge, gt, induct, le, real

m, A, B, L = real("m A B L")
a, alpha, s0, s1, p, beta, q = real("a alpha s_0 s_1 p beta q")
F, G, Q, x, y = real("F G Q x y")
half = Rational(1, 2)
bend = s1 - s0 - p * beta
gain = (A * L + B) / 2

claim = Claim(
    id="the-remainder-of-a-wide-network-falls-with-its-width",
    says="The network m^(−1/2) Σ a_r σ(w_r·x) with |x| ≤ 1, |a_r| ≤ A at the start, |σ'| ≤ B and "
    "an L-Lipschitz σ' differs from its linearisation there by at most (AL + B)|δ|²/(2√m): with "
    "A, B and L fixed the remainder tends to 0 as the width grows, for changes δ of bounded "
    "length.",
    items={"N-89": "instance", "O-60": "instance", "O-90": "instance"},
    where={
        m: "the width",
        A: "a bound of the output weights at the start",
        B: "a Lipschitz constant of the activation",
        L: "a Lipschitz constant of its derivative",
        a: ("the next neuron's output weight at the start", "a_r"),
        alpha: ("its change", r"\alpha_r"),
        s0: ("its activation at the start", r"\sigma(h_r)"),
        s1: ("its activation after the change", r"\sigma(h_r+\beta_r)"),
        p: ("the slope of the activation at the start", r"\sigma'(h_r)"),
        beta: ("the change of its preactivation w_r·x", r"\beta_r"),
        q: ("the squared length of the change of its input weights", r"\|\delta w_r\|^2"),
        F: (
            "the sum of the outputs of the changed neurons so far",
            r"\sum (a_r+\alpha_r)\sigma(h_r+\beta_r)",
        ),
        G: (
            "the sum of their linearisations so far",
            r"\sum (a_r+\alpha_r)\sigma(h_r)+a_r\sigma'(h_r)\beta_r",
        ),
        Q: ("the squared length of the change of their weights so far", r"\|\delta\|^2"),
    },
    given={
        "width": gt(m),
        "lipschitz": gt(B),
        "low_weight": ge(a, -A),
        "high_weight": le(a, A),
        "input": le(beta**2, q),
        "activation": le((s1 - s0) ** 2, B**2 * beta**2),
        "bend_below": ge(s1, s0 + p * beta - L / 2 * beta**2),
        "bend_above": le(s1, s0 + p * beta + L / 2 * beta**2),
        "bound": ge(A * L),
    },
    then=Invariant(
        (
            le(F - G, gain * Q),
            ge(F - G, -gain * Q),
            le((F - G) ** 2 / m, (gain * Q) ** 2 / m),
        ),
        start={F: 0, G: 0, Q: 0},
        update={
            F: F + (a + alpha) * s1,
            G: G + (a + alpha) * s0 + a * p * beta,
            Q: Q + alpha**2 + q,
        },
        fixed=(m, A, B, L),
    ),
    facts={
        "activation": "mean-value-inequality",
        "bend_below": "quadratic-lower-bound",
        "bend_above": "quadratic-upper-bound",
    },
    about="the distance of a wide network from its linearisation",
    scope="one hidden layer of any width, a linear output unit, one input with |x| ≤ 1; after all "
    "m neurons F/√m is the output at the changed weights, G/√m the linearisation and Q = |δ|²",
)
numbers = {m: 2, A: 1, B: 1, L: 1}
still = {a: 1, alpha: 0, s0: 0, s1: 1, p: half, beta: 1, q: 1}
witness = [numbers | still, still, still]
countermodels = {
    "width": [numbers | {m: -1} | still, still],
    "low_weight": [numbers | still | {a: -9}, still],
    "high_weight": [numbers | still | {a: 9}, still],
    "input": [numbers | still | {q: 0}, still],
    "activation": [numbers | still | {alpha: 1, s1: 3, p: 3 - half}, still],
    "bend_below": [numbers | still | {p: 10}, still],
    "bend_above": [numbers | still | {p: -9}, still],
}


def proof():
    size = L / 2 * beta**2
    pair = claim.lemma("pair", {"lipschitz": gt(B)}, ge(B * x**2 + y**2 / B, 2 * x * y))
    pair = combine(pair, using={}, squares=[(1, B * x - y)], scale=B)

    def side(index, sign):
        """The sum moves by a·bend + α(s₁ − s₀), and each is bounded on that side."""
        return chain(
            claim.at_next_state(index),
            {"pair": (pair, {x: alpha, y: sign * (s1 - s0)})},
            using={
                f"invariant.{index}": 1,
                "pair": half,
                "activation": half / B,
                "input": gain,
                "high_weight": half * (size + sign * bend),
                "low_weight": half * (size - sign * bend),
                "bound": alpha**2 / 2,
            },
        )

    first, second = side(0, 1), side(1, -1)
    total = gain * (Q + alpha**2 + q)
    gap = F + (a + alpha) * s1 - G - (a + alpha) * s0 - a * p * beta
    squares = chain(
        claim.at_next_state(2),
        {"first": first, "second": second},
        using={"first": (total + gap) / m},
    )
    return induct(claim, (None, None, None), (first, second, squares))
