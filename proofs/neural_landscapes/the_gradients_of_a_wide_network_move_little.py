"""In a ball of radius R each row of the feature map moves by at most R√(2(B² + A²L²)/m).

Row x of the Jacobian of m^(−1/2) Σ a_r σ(w_r·x) has the entries σ(h_r)/√m and a_r σ'(h_r)x/√m. With
|x| ≤ 1, |a_r| ≤ A at the start, |σ'| ≤ B and an L-Lipschitz σ' a neuron's entries change by at most
B|β| and B|α| + AL|β|. So the tangent kernel is nearly constant where the weights stay in a ball of
fixed radius and the width is large, whatever the learning rate is that keeps them there; and by
tangent-kernel-near-the-initialisation, with n rows and M = √(2n(B² + A²L²)/m), the loss is PL there
with a constant near λ_min of the kernel at the start. The scaling by 1/√m is what makes it so.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, gt, induct, le, real

m, A, B, L = real("m A B L")
a, alpha, s0, s1, p0, p1, beta, q = real("a alpha s_0 s_1 p_0 p_1 beta q")
S, Q = real("S Q")
half = Rational(1, 2)
gain = 2 * (B**2 + A**2 * L**2)
turn = (a + alpha) * p1 - a * p0

claim = Claim(
    id="the-gradients-of-a-wide-network-move-little",
    says="The gradient by the weights of m^(−1/2) Σ a_r σ(w_r·x), |x| ≤ 1, |a_r| ≤ A at the start, "
    "|σ'| ≤ B, σ' L-Lipschitz, moves by at most √(2(B² + A²L²)/m) times the length of the change "
    "of the weights: over a bounded distance the tangent kernel of a wide network is nearly "
    "constant.",
    items={"N-94": "instance", "O-58": "part kernel-machine"},
    where={
        m: "the width",
        A: "a bound of the output weights at the start",
        B: "a bound of the slope of the activation, and so a Lipschitz constant of it",
        L: "a Lipschitz constant of the slope",
        a: ("the next neuron's output weight at the start", "a_r"),
        alpha: ("its change", r"\alpha_r"),
        s0: ("its activation at the start", r"\sigma(h_r)"),
        s1: ("its activation after the change", r"\sigma(h_r+\beta_r)"),
        p0: ("its slope at the start", r"\sigma'(h_r)"),
        p1: ("its slope after the change", r"\sigma'(h_r+\beta_r)"),
        beta: ("the change of its preactivation w_r·x", r"\beta_r"),
        q: ("the squared length of the change of its input weights", r"\|\delta w_r\|^2"),
        S: ("the sum of the squared changes of σ(h_r) and a_r σ'(h_r) so far", r"\Sigma"),
        Q: ("the squared length of the change of the weights so far", r"\|\delta\|^2"),
    },
    given={
        "width": gt(m),
        "weight": le(a**2, A**2),
        "input": le(beta**2, q),
        "activation": le((s1 - s0) ** 2, B**2 * beta**2),
        "slope": le(p1**2, B**2),
        "bend": le((p1 - p0) ** 2, L**2 * beta**2),
    },
    then=Invariant(
        (le(S, gain * Q), le(S / m, gain / m * Q)),
        start={S: 0, Q: 0},
        update={S: S + (s1 - s0) ** 2 + turn**2, Q: Q + alpha**2 + q},
        fixed=(m, A, B, L),
    ),
    facts={"activation": "mean-value-inequality"},
    repairs="extreme-width-and-small-steps-keep-the-kernel",
    about="how far the tangent kernel of a wide network moves in training",
    scope="one hidden layer of any width, a linear output unit, one input with |x| ≤ 1; after all "
    "m neurons S/m is at least the squared change of the gradient, Q the squared length of δ",
)
numbers = {m: 2, A: 1, B: 1, L: 1}
still = {a: 1, alpha: 0, s0: 0, s1: 1, p0: 0, p1: 1, beta: 1, q: 1}
witness = [numbers | still, still, still]
countermodels = {
    "width": [numbers | {m: -1} | still, still],
    "weight": [numbers | still | {a: 9}, still],
    "input": [numbers | still | {q: 0}, still],
    "activation": [numbers | still | {s1: 9}, still],
    "slope": [numbers | still | {alpha: 9, p1: 9, p0: 8}, still],
    "bend": [numbers | still | {p0: 9, p1: 0}, still],
}


def proof():
    def step(index, scale):
        return combine(
            claim.at_next_state(index),
            using={
                f"invariant.{index}": 1,
                "activation": scale,
                "slope": 2 * alpha**2 * scale,
                "bend": 2 * A**2 * scale,
                "weight": 2 * (p1 - p0) ** 2 * scale,
                "input": gain * scale,
            },
            squares=[
                (scale, alpha * p1 - a * (p1 - p0)),
                (scale * B**2, beta),
                (2 * scale * A**2 * L**2, alpha),
            ],
        )

    return induct(claim, (None, None), (step(0, 1), step(1, 1 / m)))
