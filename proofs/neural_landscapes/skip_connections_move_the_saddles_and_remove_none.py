"""W_i = I + A_i is a translation of the parameters: values, gradients and Hessians are the same.

f is the loss of a plain linear network as a function of two of its layers, the product of the
others being R (any depth); g that of the residual one. g(a, b) = f(1 + a, 1 + b), so that the
critical points of the one are those of the other moved by 1, saddles to saddles with the same
curvatures. What changes is where one starts: the saddles of g, where at least two factors 1 + a_i
vanish, are at −1 and no nearer to zero branches; while all |a_i| < 1, a critical point fits the
target. With two layers in each branch, x + vwx, the loss is that of the plain branch with the
target c − 1: one saddle, at the zero branches themselves, unless c = 1; of the plain one unless c =
0. So the residual network has neither fewer nor more. For square layers of any width W_i = I + A_i
is the same translation; in a branch of two such layers, where the target has r singular values,
distinct and not 0, the products at critical points belong to the 2^r sets of its singular vectors,
all but one of them saddles (Baldi & Hornik 1989, abstract; the count is ours). The target is Φ for
the plain branch and Φ − I with the skip, so that mostly both have equally many.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, real

a, b, R, c, v, w = real("a b R c v w")
f = function("f", (a, b), (R * a * b - c) ** 2 / 2)
g = function("g", (a, b), (R * (1 + a) * (1 + b) - c) ** 2 / 2)
plain = function("plain", (v, w), (v * w - c) ** 2 / 2)
branch = function("branch", (v, w), (1 + v * w - c) ** 2 / 2)
at = (1 + a, 1 + b)

claim = Claim(
    id="skip-connections-move-the-saddles-and-remove-none",
    says="For layers 1 + a_i in place of w_i, at any depth, the loss has at a the value, gradient "
    "and Hessian that the plain network has at 1 + a: the saddles are the same, moved to −1. With "
    "all |a_i| < 1 critical points fit the target. A branch vw of two layers keeps its saddle at "
    "0.",
    items={"L-44": "instance", "L-43": "instance"},
    where={
        (a, b): "branches of two layers of the residual network",
        R: "the product of the factors 1 + a_i of all other layers",
        c: "the target",
        (v, w): "the weights of a branch of two layers",
    },
    given={
        "critical": eq(g.partial(a)),
        "others": gt(R),
        "branch": gt(1 + b),
    },
    then=(
        eq(g(a, b), f(*at)),
        eq(g.partial(a), f.partial(a, at=at)),
        eq(g.partial(a, a), f.partial(a, a, at=at)),
        eq(g.partial(a, b), f.partial(a, b, at=at)),
        eq(R * (1 + a) * (1 + b), c),
        eq(branch.partial(v, at=(0, 0)), plain.partial(v, at=(0, 0))),
        eq(branch.partial(v, w, at=(0, 0)), 1 - c),
        eq(plain.partial(v, w, at=(0, 0)), -c),
    ),
    repairs="a-skip-connection-leaves-fewer-saddles",
    about="the saddles of a network with skip connections and of the same network without",
    scope="linear networks of one unit in each layer",
)
witness = {a: 1, b: 0, R: 1, c: 2, v: 0, w: 0}
countermodels = {
    "critical": witness | {c: 1},
    "others": witness | {R: 0},
    "branch": witness | {b: -1},
}


def proof():
    parts = [combine(claim.part(i), using={}) for i in (0, 1, 2, 3, 5, 6, 7)]
    fits = combine(claim.part(4), using={"critical": 1}, scale=R * (1 + b))
    return conjoin(claim, [*parts, fits])
