"""Every singular positive semidefinite Hessian belongs to a minimum and to a saddle.

With P the projection to the null space of H and w in it, ½v'Hv + |Pv|⁴, ½v'Hv − |Pv|⁴ and ½v'Hv +
⟨w, v⟩³ have the Hessian H at the stationary origin, since along every ray tv their second
derivative at t = 0 is v'Hv. The first is positive elsewhere; the second is −t⁴|w|⁴ along w, as near
as one likes, so that it has a saddle if H ≠ 0 and a maximum if H = 0; the third has both signs
along w, whatever H is. No finite order need decide either (claim
no-order-of-derivatives-need-decide-the-type). With r and n the squared lengths of the two parts of
v, and m the least nonzero eigenvalue:
(1 + (2/m)(r + 2n))(mr/2 + n²) = (r + n)² + mr/2 + (2/m)(r + 2n)n².
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, lt, real

form, range2, null2, m, flat, w2, inner = real("form range2 null2 m flat w2 inner")
t, a, b = real("t a b")
f = function("f", (t, a, b), a * t**2 / 2 + b**2 * t**4)
g = function("g", (t, a, b), a * t**2 / 2 - b**2 * t**4)
h = function("h", (t, a, b), a * t**2 / 2 + b**3 * t**3)
v_at_0 = (0, form, null2)
RAYS = ((f, v_at_0), (g, v_at_0), (h, (0, form, inner)))

claim = Claim(
    id="a-singular-semidefinite-hessian-leaves-the-type-open",
    says="For every positive semidefinite H with an eigenvalue 0 and null vector w, ½v'Hv ± |Pv|⁴ "
    "and ½v'Hv + ⟨w, v⟩³ have slope 0 and second derivative v'Hv along every ray; the first has a "
    "strict minimum at 0, the second lower values near, the third both lower and higher ones.",
    items={"N-19": "whole", "O-19": "whole", "O-26": "part degenerate-panel"},
    where={
        form: ("the quadratic form of H at a displacement v", r"v^\top H v"),
        range2: ("the squared length of the part of v in the range of H", r"\|v-Pv\|^2"),
        null2: ("the squared length of the part of v in the null space of H", r"\|Pv\|^2"),
        m: "the least eigenvalue of H other than 0",
        flat: ("the form at a null vector w", r"w^\top H w"),
        w2: ("the squared length of w", r"\|w\|^2"),
        inner: ("the inner product of w and v", r"\langle w, v \rangle"),
        t: "the parameter of a ray tv or tw; along it f and g are ½v'Hv ± |Pv|⁴, and h the third",
    },
    given={
        "least": gt(m),
        "semidefinite": ge(form, m * range2),
        "range_part": ge(range2),
        "null_part": ge(null2),
        "elsewhere": gt(range2 + null2),
        "null_vector": eq(flat),
        "singular": gt(w2),
        "displaced": gt(t**2),
    },
    then=(
        *(eq(each.partial(t, at=at)) for each, at in RAYS),
        *(eq(each.partial(t, t, at=at), form) for each, at in RAYS),
        gt(f(1, form, null2), f(*v_at_0)),
        lt(g(t, flat, w2), g(0, flat, w2)),
        lt(h(t, flat, w2) * h(-t, flat, w2), 0),
    ),
    facts={"semidefinite": "spectral-theorem"},
    repairs="singular-hessian-may-still-be-indefinite",
    about="the Hessian at a stationary point",
    scope="every dimension; negative semidefinite H by a change of sign",
)
witness = {form: 2, range2: 1, null2: 1, m: 2, flat: 0, w2: 1, inner: 1, t: 1}
countermodels = {
    "least": witness | {form: -1, null2: 0, m: -1},
    "range_part": witness | {form: -20, range2: -1, null2: 2, m: 20},
    "semidefinite": witness | {form: -4},
    "elsewhere": witness | {form: 0, range2: 0, null2: 0},
    "null_vector": witness | {flat: 4},
    "singular": witness | {w2: 0},
    "displaced": witness | {t: 0},
}
points = [witness | {form: -2, range2: -1, null2: 1}]


def proof():
    part = claim.part
    weight = 2 * (range2 + 2 * null2) / m
    minimum = combine(
        part(6),
        using={
            "semidefinite": (1 + weight) / 2,
            "elsewhere": range2 + null2,
            "range_part": m / 2,
        },
        squares=[(weight, null2)],
        scale=1 + weight,
    )
    lower = combine(part(7), using={"null_vector": -(t**2) / 2}, squares=[(1, w2 * t**2)])
    both = combine(part(8), using={"null_vector": -flat * t**4 / 4}, squares=[(1, w2**3 * t**3)])
    same = [combine(part(i), using={}) for i in range(6)]
    return conjoin(claim, [*same, minimum, lower, both])
