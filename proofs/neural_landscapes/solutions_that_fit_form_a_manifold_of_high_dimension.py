"""p parameters, n outputs to fit, independent gradients: the fits have dimension p − n.

If p ≥ kn, that is at least (1 − 1/k)p. Along a curve through a fit whose residuals have the slopes
b the loss ½r² of an example is ½(tb + t²h)² with curvature b²: none along the manifold, where b = 0
for all examples, and some in each of the n directions across. That the gradients are independent at
fits holds for almost all labels, for smooth networks that can fit (Cooper 2018). So the share of
directions without curvature is set by p and n, and is the same at each such fit, however large the
curvature across: it tells no flat fit from a sharp one. At minima that fit nothing exactly a
direction along which the loss is constant has no curvature either; but how many there are is
another question.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, real

p, n, k, m, t, b, h = real("p n k m t b h")
phi = function("phi", (t,), (t * b + t**2 * h) ** 2 / 2)

claim = Claim(
    id="solutions-that-fit-form-a-manifold-of-high-dimension",
    says="With p ≥ kn parameters for n outputs to fit, and independent gradients at the fits, "
    "these form a manifold of dimension p − n, at least the share 1 − 1/k of all directions; along "
    "it the loss has no curvature, and across it the square of the slope of the residual.",
    items={"N-104": "part high-dimension"},
    where={
        p: "the number of parameters",
        n: "the number of outputs to fit",
        k: "how many parameters there are for each output, at least",
        m: "the dimension of the manifold of fits",
        t: "the place on a curve through a fit",
        b: "the slope of one residual along it",
        h: "half its second slope",
    },
    given={"dimension": eq(m, p - n), "many": ge(p, k * n), "positive": gt(k)},
    then=(
        ge(m, (1 - 1 / k) * p),
        eq(phi.partial(t, at=(0,))),
        eq(phi.partial(t, t, at=(0,)), b**2),
    ),
    facts={"dimension": "regular-level-sets-are-manifolds"},
    scope="smooth networks; one example's loss, the sum over the examples has the sum of these",
)
witness = {p: 4, n: 2, k: 2, m: 2, t: 0, b: 1, h: 1}
countermodels = {"dimension": witness | {m: 0}, "many": witness | {n: 3, m: 1}}


def proof():
    first = combine(claim.part(0), using={"dimension": 1, "many": 1 / k})
    return conjoin(claim, [first, *(combine(claim.part(i), using={}) for i in (1, 2))])
