"""Moving units with dependent weights together along u curves the loss by 2 Σ r (u·x)².

Let units v(w_j·x)², v = ±1, have Σ c_j w_j = 0 with Σ c_j² = 1. At w_j + t c_j u the output at x is
larger by v(2t (u·x) Σ c_j w_j·x + t²(u·x)²) = v t²(u·x)²: the squared loss ½ Σ r² has slope 0 and
curvature 2v uᵀMu, M = Σ r x xᵀ, in this direction. So at a minimum vM is positive semidefinite, if
among the units of the sign v there are dependent ones: d + 1 of them, or one that is 0.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, function, induct, real

t, r, p, z, N, C, B, v = real("t r p z N C B v")
phi = function("phi", (t,), (r + v * (2 * t * p * z + t**2 * p**2 * N)) ** 2 / 2)

claim = Claim(
    id="quadratic-units-moved-together-show-the-form-of-the-residuals",
    says="In a network Σ v_j (w_j·x)² with any data, moving units of one sign v with Σ c_j w_j = "
    "0, Σ c_j² = 1, by t c_j u curves the squared loss at t = 0 by 2v Σ r (u·x)², r the "
    "residuals.",
    items={"O-09": "instance"},
    where={
        t: "how far the weights are moved",
        v: "the outer weight of the units moved, 1 or −1",
        r: "the residual at the next datum",
        p: ("u·x for it", r"u\cdot x"),
        z: ("the sum of c_j w_j·x", r"\textstyle\sum_j c_j w_j\cdot x"),
        N: ("the sum of the squares c_j²", r"\textstyle\sum_j c_j^2"),
        C: "the curvature of the loss along the move, over the data so far",
        B: ("the form uᵀMu over the data so far", r"u^\top M u"),
    },
    given={"dependent": eq(z), "unit": eq(N, 1)},
    then=Invariant(
        eq(C, 2 * v * B),
        start={C: 0, B: 0},
        update={C: C + phi.partial(t, t, at=(0,)), B: B + r * p**2},
        fixed=(v, N),
    ),
    scope="one output; φ is the loss of a datum as a function of the distance moved",
)
witness = [{v: 1, N: 1, r: 1, p: 2, z: 0}, {r: -1, p: 1, z: 0}, {r: 2, p: 1, z: 0}]
points = [witness]
countermodels = {
    "dependent": [{v: 1, N: 1, r: 1, p: 2, z: 1}, {r: 1, p: 1, z: 0}],
    "unit": [{v: 1, N: 2, r: 1, p: 2, z: 0}, {r: 1, p: 1, z: 0}],
}


def proof():
    step = combine(
        claim.at_next_state(),
        using={
            "invariant": 1,
            "dependent": 4 * v**2 * p**2 * z,
            "unit": 2 * v * r * p**2,
        },
    )
    return induct(claim, None, step)
