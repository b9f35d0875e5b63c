"""Whether a degenerate stationary point is a minimum is as hard to decide as copositivity.

For a symmetric integer matrix M let f(x) = Σ M_ij x_i²x_j². All derivatives of f up to the third
order vanish at the origin, and along a ray f(tx) = t⁴u'Mu with u_i = x_i², which may be any vector
u ≥ 0. So the origin is a local minimum if and only if u'Mu ≥ 0 for all u ≥ 0, that is, if M is
copositive; to decide that M is not is NP-complete (Murty and Kabadi 1987). Higher-order information
is then there, in full, and does not make the decision easy unless P = NP.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, real

t, q = real("t q")
f = function("f", (t, q), q * t**4)
AT_0 = (0, q)

claim = Claim(
    id="deciding-a-degenerate-minimum-is-as-hard-as-copositivity",
    says="f(x) = Σ M_ij x_i²x_j² has value and derivatives 0 up to the third order at the origin, "
    "and along each ray the sign of u'Mu, u_i = x_i²: the origin is a local minimum just if M is "
    "copositive, which is co-NP-complete to decide.",
    items={"N-19": "instance", "O-19": "instance"},
    where={
        t: "the parameter of a ray tx",
        q: ("the form of M at the vector u of the squares of the coordinates of x", r"u^\top M u"),
    },
    given={"not_zero": gt(q**2), "displaced": gt(t**2)},
    then=(
        eq(f(*AT_0)),
        *(eq(f.partial(*[t] * order, at=AT_0)) for order in (1, 2, 3)),
        gt(q * (f(t, q) - f(*AT_0))),
    ),
    bridges=("copositivity-is-hard",),
    scope="every symmetric matrix M of every order; f along a ray",
)
witness = {t: 1, q: 1}
countermodels = {"not_zero": {t: 1, q: 0}, "displaced": {t: 0, q: 1}}


def proof():
    level = [combine(claim.part(i), using={}) for i in range(4)]
    return conjoin(claim, [*level, combine(claim.part(4), using={"not_zero": t**4})])
