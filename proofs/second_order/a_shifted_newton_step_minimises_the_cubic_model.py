"""(H + νI)s = −g with ν = M‖s‖/2 and H + νI ⪰ 0 make s a global minimiser of the cubic model.

For every y, with t = ‖y‖ and r = ‖s‖,
    m(y) − m(s) = ½(y − s)'(H + νI)(y − s) + (M/12)(t − r)²(2t + r) ≥ 0.
So the step is a Newton step with a shifted Hessian, and ν is large enough where H is indefinite,
which is why the method is called the non-convex analogue of damped Newton. Minimisers always exist,
as the cubic term prevails, but need not be unique: "argmin" is one of them. At the saddle of x² −
y² both (0, 4/M) and (0, −4/M) are.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
gs, gy, q, ys, c, t, r, M, nu = real("gs gy q Hy c t r M nu")
form, u = real("form u")
half = Rational(1, 2)

claim = Claim(
    id="a-shifted-newton-step-minimises-the-cubic-model",
    says="If (H + νI)s = −g with ν = M‖s‖/2, M > 0, and H + νI ⪰ 0, then s minimises the cubic "
    "model ⟨g, s⟩ + ½s'Hs + (M/6)‖s‖³ over R^n. At the saddle of x² − y² both steps of length 4/M "
    "along the y-axis do.",
    items={"O-75": "definition"},
    where={
        gs: ("the gradient's product with s", r"\langle g,s\rangle"),
        gy: ("the gradient's product with any other y", r"\langle g,y\rangle"),
        q: ("the Hessian's form at s", r"s^\top Hs"),
        ys: ("the Hessian's form at y", r"y^\top Hy"),
        form: ("its bilinear form at y and s", r"y^\top Hs"),
        c: ("the product of y and s", r"\langle y,s\rangle"),
        t: ("the length of y", r"\|y\|"),
        r: ("the length of s", r"\|s\|"),
        M: "the constant of the cubic term",
        nu: "the shift",
        u: "the length of a step along the y-axis from the saddle of x² − y²",
    },
    given={
        "constant": gt(M),
        "length": ge(t),
        "length_of_the_step": ge(r),
        "shift": eq(nu, M * r / 2),
        "stationary_along_s": eq(q + nu * r**2, -gs),
        "stationary_along_y": eq(form + nu * c, -gy),
        "semidefinite": ge(ys - 2 * form + q + nu * (t**2 - 2 * c + r**2)),
        "at_the_saddle": eq(u, 4 / M),
    },
    then=(
        ge(gy + ys / 2 + M * t**3 / 6, gs + q / 2 + M * r**3 / 6),
        eq((f.partial(y, y, at=(0, 0)) + M * u / 2) * u, -f.partial(y, at=(0, 0))),
        eq((f.partial(y, y, at=(0, 0)) + M * u / 2) * -u, -f.partial(y, at=(0, 0))),
    ),
    scope="every dimension",
)
witness = {
    M: 2, t: 1, r: 1, nu: 1, q: 1, gs: -2, c: 0, form: 0, gy: 0, ys: 1, u: 2,
}  # fmt: skip
countermodels = {
    "shift": witness | {nu: 0, gs: -1, M: 100, u: Rational(1, 25), t: 0, ys: 0},
    "stationary_along_s": witness | {gs: 9},
    "stationary_along_y": witness | {gy: -9},
    "semidefinite": witness | {ys: -9},
    "at_the_saddle": witness | {u: 1},
}


def proof():
    least = combine(
        claim.part(0),
        using={
            "semidefinite": half,
            "stationary_along_s": -1,
            "stationary_along_y": 1,
            "shift": -(t**2 - r**2) / 2,
            "length": M * (t - r) ** 2 / 6,
            "length_of_the_step": M * (t - r) ** 2 / 12,
        },
    )
    steps = [
        combine(claim.part(i), using={"at_the_saddle": s * M * u / 2}) for i, s in ((1, 1), (2, -1))
    ]
    return conjoin(claim, [least, *steps])
