"""x² − z² in space has the gradient 0 on the whole y axis, arbitrarily near its saddle at 0.

At (0, h, 0) all three derivatives vanish for every h. The Hessian diag(2, 0, −2) has eigenvalues of
both signs, and an eigenvalue 0: saddles that are no isolated stationary points are the rule in
networks, where a symmetry joins them.
"""

from provenscape.kernel import Claim, function, gt, lt, real, refute

x, y, z, r = real("x y z r")
f = function("f", (x, y, z), x**2 - z**2)

claim = Claim(
    id="gradients-near-a-saddle-are-not-exactly-zero",
    says="Near a saddle the gradient is not exactly 0: it vanishes nowhere within some distance r "
    "of the saddle but at the saddle.",
    items={"L-26": "part not-exactly-zero"},
    where={r: "the radius of the neighbourhood"},
    given={"off_the_saddle": gt(x**2 + y**2 + z**2), "near": lt(x**2 + y**2 + z**2, r**2)},
    then=gt(f.partial(x) ** 2 + f.partial(y) ** 2 + f.partial(z) ** 2),
    constants=(r,),
    about="the gradient near a saddle",
    scope="x² − z² in space, whose saddle is the origin",
)


def refutation():
    return refute(claim, {x: 0, y: r / 2, z: 0})
