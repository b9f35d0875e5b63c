"""The envelope u(t) = max_z f(z) − ‖z − x₁‖²/(2t) has (1 − µs) u(rs) ≥ (1 − µs/r) u(s) under PL.

Here f* = 0. At the maximiser z for s the gradient is (z − x₁)/s, so that u(s) = f(z) − s·G with G =
½‖∇f(z)‖², and z is a candidate for rs: u(rs) ≥ f(z) − s·G/r. PL at z is G ≥ µf(z). No derivative of
u is needed. For s < 1/L the maximum is attained: by the quadratic upper bound what is maximised is
below f(x₁) where ‖z − x₁‖ > 2s‖∇f(x₁)‖/(1 − Ls), and the closed ball of that radius has a maximum.
On the mesh s₀, rs₀, r²s₀, … the product telescopes: (1 − µs/r) u(s) does not fall.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, gt, real

mu, s, r, u, u_next, f_z, g_z, d_1 = real("mu s r u u_next f_z g_z d_1")

claim = Claim(
    id="pl-envelope-grows",
    says="The envelope u of a PL function, u(s) = max_z f(z) − f* − ‖z − x₁‖²/(2s), has "
    "(1 − µs) u(rs) ≥ (1 − µs/r) u(s) for r > 1 and µs ≤ 1.",
    items={},
    where={
        mu: "the PL constant",
        s: "the parameter of the envelope",
        r: "the ratio of the mesh",
        u: ("the envelope at s", "u(s)"),
        u_next: ("the envelope at rs", "u(rs)"),
        f_z: ("the gap at the maximiser z for s", "f(z)-f^*"),
        g_z: ("the squared gradient norm there", r"\|\nabla f(z)\|^2"),
        d_1: ("its squared distance from the point x₁", r"\|z-x_1\|^2"),
    },
    given={
        "envelope": gt(s),
        "finer": gt(r - 1),
        "short": ge(1 - mu * s),
        "maximiser": eq(u, f_z - d_1 / (2 * s)),
        "candidate": ge(u_next, f_z - d_1 / (2 * r * s)),
        "stationary": eq(d_1, s**2 * g_z),
        "pl": ge(g_z, 2 * mu * f_z),
    },
    then=ge((1 - mu * s) * u_next, (1 - mu * s / r) * u),
    facts={
        "maximiser": "extreme-value-theorem",
        "stationary": "first-order-necessary-condition",
    },
    tight=True,
    scope="every dimension; f with the quadratic upper bound L, and s < 1/L",
)
witness = {
    mu: 1, s: Rational(1, 2), r: 2, u: 1, u_next: Rational(3, 2), f_z: 2, g_z: 4, d_1: 1,
}  # fmt: skip
equality = witness
countermodels = {
    "maximiser": witness | {u: 2},
    "candidate": witness | {u_next: 1},
    "stationary": witness | {d_1: 0, u: 2, u_next: 2},
    "pl": witness | {g_z: 0, d_1: 0, u: 2, u_next: 2},
}


def proof():
    grown = (r - 1) / r
    return combine(
        claim,
        using={
            "candidate": 1 - mu * s,
            "maximiser": -(1 - mu * s / r),
            "stationary": (r - 1) / (2 * r * s),
            "pl": s * grown / 2,
        },
    )
