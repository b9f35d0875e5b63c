"""At zero branches: (Σa)² − (c − 1)((Σa)² − Σa²) along (a_1, …, a_n), whose sign depends on c.

The loss is (Π(1 + a_i) − c)²/2 with one layer in each branch; along ta the product is 1 + te₁ +
t²e₂ + … with e₁ = Σa_i and e₂ = ((Σa_i)² − Σa_i²)/2. As 0 ≤ (Σa_i)² ≤ nΣa_i², the curvature is ≥ 0
in every direction just if 1 ≤ c and (n − 1)(c − 2) ≤ 1: targets from the identity, which needs no
branch, to a little over twice it. The Hessian has the value c − 1 wherever Σa_i = 0, n − 1 times.
With two layers, v_iw_i in place of a_i, it is 2(1 − c)Σp_iq_i along (p, q): of both signs unless c
= 1. But where only the outer weights v are 0, as in starts in use, one such branch has the Hessian
[[w², 1 − c], [1 − c, 0]]: its negative curvature is at most ((1 − c)/w²)² of the other, so that the
loss is nearly convex where w² is large against the residual. Keeping the paths through one branch
at most, 1 + Σa_i, makes the loss convex for every c; that is no property of the network's own loss.
"""

from provenscape.kernel import Claim, cases, combine, conjoin, eq, function, ge, le, real

t, c, b, s, k, q, n, v, w, p, z = real("t c b s k q n v w p z")
f = function("f", (t,), (1 + t * b + t**2 * (b**2 - s) / 2 + t**3 * k - c) ** 2 / 2)
g = function("g", (t,), (1 + t**2 * q + t**4 * k - c) ** 2 / 2)
short = function("short", (t,), (1 + t * b - c) ** 2 / 2)
block = function("block", (v, w), (1 + v * w - c) ** 2 / 2)
start = (0, w)
curvature = (
    p**2 * block.partial(v, v, at=start)
    + 2 * p * z * block.partial(v, w, at=start)
    + z**2 * block.partial(w, w, at=start)
)

claim = Claim(
    id="small-branches-make-the-loss-convex-for-targets-near-the-identity",
    says="At zero branches the loss (Π(1 + a_i) − c)²/2 of n residual blocks has along a the "
    "curvature (Σa)² − (c − 1)((Σa)² − Σa²): nonnegative if 1 ≤ c and (n − 1)(c − 2) ≤ 1, and (c − "
    "1)Σa² if Σa = 0; with two layers in each branch it is 2(1 − c)Σp_iq_i. For one branch vw at "
    "v = 0, w ≠ 0, it is at least −((1 − c)/w)² and in w² along v: nearly convex for large w.",
    items={"N-67": "instance"},
    where={
        t: "how far the branches are moved along a",
        c: "the target",
        b: (r"the sum of the entries of a", r"\Sigma_a"),
        s: (r"the sum of their squares", r"\Sigma_{a^2}"),
        k: "the rest of the product, whose powers of t are higher",
        q: (r"the sum of the products of the entries of p and q", r"\Sigma_{pq}"),
        n: "the number of blocks",
        (v, w): "the outer and the inner weight of a branch of two layers",
        (p, z): "a direction of these two weights",
    },
    given={
        "cauchy_schwarz": le(b**2, n * s),
        "identity": ge(c, 1),
        "not_far": le((n - 1) * (c - 2), 1),
        "squares": ge(s),
    },
    then=(
        eq(f.partial(t, t, at=(0,)), b**2 - (c - 1) * (b**2 - s)),
        ge(f.partial(t, t, at=(0,))),
        eq(g.partial(t, t, at=(0,)), 2 * (1 - c) * q),
        eq(short.partial(t, t), b**2),
        eq(block.partial(v, v, at=start), w**2),
        ge(w**2 * curvature, -((1 - c) ** 2) * z**2),
    ),
    repairs="a-residual-network-is-nearly-convex-at-its-initialisation",
    about="the Hessian of a residual network where its branches are small",
    scope="linear blocks of one unit",
)
witness = {t: 0, c: 1, b: 1, s: 1, k: 0, q: 1, n: 1, w: 1, p: 1, z: 1}
points = [witness | {c: 2, b: 2, s: 2, n: 2}, witness]
countermodels = {
    "identity": witness | {c: 0, b: 0, s: 1, n: 2},
    "not_far": witness | {c: 10, b: 3, s: 3, n: 3},
}


def proof():
    near = claim.lemma("near", {**claim.given, "case": le(c, 2)}, claim.then[1])
    far = claim.lemma("far", {**claim.given, "case": ge(c, 2)}, claim.then[1])
    pieces = [
        combine(near, using={"identity": s, "case": b**2}),
        combine(far, using={"cauchy_schwarz": c - 2, "not_far": s}),
    ]
    positive = cases(claim.part(1), pieces, [le(c, 2), ge(c, 2)])
    start_at_zero = combine(claim.part(5), using={}, squares=[(1, w**2 * p + (1 - c) * z)])
    plain = [combine(claim.part(i), using={}) for i in (0, 2, 3, 4)]
    return conjoin(claim, [*plain, positive, start_at_zero])
