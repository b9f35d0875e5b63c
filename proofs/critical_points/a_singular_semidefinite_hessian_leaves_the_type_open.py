"""Every singular positive semidefinite Hessian belongs to a minimum and to a saddle.

Let H ⪰ 0 and Hk = 0 with k ≠ 0. ½v'Hv + |v|⁴, ½v'Hv − ⟨k, v⟩⁴ and ½v'Hv + ⟨k, v⟩³ have the Hessian
H at the stationary origin, since along every ray tv their slope at t = 0 is 0 and their second
derivative v'Hv. The first is positive elsewhere; the second is −t⁴|k|⁸ at tk, as near as one likes,
so that it has a saddle if H ≠ 0 and a maximum if H = 0; the third has both signs along k, whatever
H is. No finite order need decide either (claim no-order-of-derivatives-need-decide-the-type).
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, lt, real

form, len2, inner, flat, k2 = real("form len2 inner flat k2")
t, a, b = real("t a b")
f = function("f", (t, a, b), a * t**2 / 2 + b**2 * t**4)
g = function("g", (t, a, b), a * t**2 / 2 - b**4 * t**4)
h = function("h", (t, a, b), a * t**2 / 2 + b**3 * t**3)
RAYS = ((f, (0, form, len2)), (g, (0, form, inner)), (h, (0, form, inner)))

claim = Claim(
    id="a-singular-semidefinite-hessian-leaves-the-type-open",
    says="For every H ⪰ 0 with Hk = 0, k ≠ 0, the functions ½v'Hv + |v|⁴, ½v'Hv − ⟨k, v⟩⁴ and "
    "½v'Hv + ⟨k, v⟩³ have slope 0 and second derivative v'Hv along every ray at 0; the first has "
    "a strict minimum there, the second lower values near, the third both lower and higher ones.",
    items={"N-19": "whole", "O-19": "whole", "O-26": "part degenerate-panel"},
    where={
        form: ("the quadratic form of H at a displacement v", r"v^\top H v"),
        len2: ("the squared length of v", r"\|v\|^2"),
        inner: ("the inner product of k and v", r"\langle k, v \rangle"),
        flat: ("the form at the null vector k", r"k^\top H k"),
        k2: ("the squared length of k", r"\|k\|^2"),
        t: "the parameter of a ray tv or tk; along it f, g and h are the three functions",
    },
    given={
        "semidefinite": ge(form),
        "elsewhere": gt(len2),
        "null_vector": eq(flat),
        "singular": gt(k2),
        "displaced": gt(t**2),
    },
    then=(
        *(eq(each.partial(t, at=at)) for each, at in RAYS),
        *(eq(each.partial(t, t, at=at), form) for each, at in RAYS),
        gt(f(1, form, len2), f(0, form, len2)),
        lt(g(t, flat, k2), g(0, flat, k2)),
        lt(h(t, flat, k2) * h(-t, flat, k2), 0),
    ),
    repairs="a-singular-hessian-is-not-indefinite",
    about="the Hessian at a stationary point",
    scope="every dimension; negative semidefinite H by a change of sign",
)
witness = {form: 2, len2: 1, inner: 1, flat: 0, k2: 1, t: 1}
countermodels = {
    "semidefinite": witness | {form: -4},
    "elsewhere": witness | {form: 0, len2: 0},
    "null_vector": witness | {flat: 4},
    "singular": witness | {k2: 0},
    "displaced": witness | {t: 0},
}


def proof():
    part = claim.part
    same = [combine(part(i), using={}) for i in range(6)]
    minimum = combine(part(6), using={"semidefinite": 1, "elsewhere": 2 * len2}, scale=2)
    lower = combine(part(7), using={"null_vector": -(t**2) / 2}, squares=[(1, k2**2 * t**2)])
    both = combine(part(8), using={"null_vector": -flat * t**4 / 4}, squares=[(1, k2**3 * t**3)])
    return conjoin(claim, [*same, minimum, lower, both])
