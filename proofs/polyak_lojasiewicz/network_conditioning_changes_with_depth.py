"""A second linear layer raises the conditioning µ/L of the tangent kernel, or lowers it.

On the inputs (1, 0) and (0, ½) the kernel of one layer (a, b) is diag(1, ¼). With a second layer s
the kernel is diag(s², (s² + b²)/4) at a = 0, better conditioned if 0 < b² < 3s², and
diag(s² + a², s²/4) at b = 0, worse conditioned if a ≠ 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, lt, real

s, a, b = real("s a b")
f_1, f_2 = function("f_1", (a, b), a), function("f_2", (a, b), b / 2)
g_1, g_2 = function("g_1", (s, a, b), s * a), function("g_2", (s, a, b), s * b / 2)


def entry(f, g, *at):
    return sum(one * two for one, two in zip(f.gradient(at), g.gradient(at), strict=True))


first, second = (s, 0, b), (s, a, 0)

claim = Claim(
    id="network-conditioning-changes-with-depth",
    says="With a second linear layer s the tangent kernel on the inputs (1, 0) and (0, ½), "
    "diag(1, ¼) before, stays diagonal at a = 0 and at b = 0; its least eigenvalue is more than a "
    "quarter of the largest in the first case if 0 < b² < 3s², and less in the second if a ≠ 0.",
    items={"O-57": "instance"},
    where={(a, b): "the weights of the first layer", s: "the weight of the second"},
    given={
        "across": gt(b**2),
        "not_too_far": lt(b**2, 3 * s**2),
        "along": gt(a**2),
    },
    then=(
        eq(entry(f_1, f_1, a, b), 4 * entry(f_2, f_2, a, b)),
        eq(entry(f_1, f_2, a, b), 0),
        eq(entry(g_1, g_2, *first), 0),
        gt(entry(g_2, g_2, *first), entry(g_1, g_1, *first) / 4),
        lt(entry(g_2, g_2, *first), entry(g_1, g_1, *first)),
        eq(entry(g_1, g_2, *second), 0),
        lt(entry(g_2, g_2, *second), entry(g_1, g_1, *second) / 4),
    ),
    scope="linear networks of one and two layers on two inputs, squared loss",
)
witness = {s: 1, a: 1, b: 1}
points = [witness, {s: 2, a: 1, b: 3}]
countermodels = {
    "across": {s: 1, a: 1, b: 0},
    "not_too_far": {s: 1, a: 1, b: 2},
    "along": {s: 1, a: 0, b: 1},
}


def proof():
    quarter = Rational(1, 4)
    multipliers = [
        {},
        {},
        {},
        {"across": quarter},
        {"not_too_far": quarter},
        {},
        {"along": quarter},
    ]
    return conjoin(
        claim,
        [combine(claim.part(i), using=using) for i, using in enumerate(multipliers)],
    )
