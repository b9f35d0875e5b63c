"""At equal depth, with noise no stronger in it, the flatter well has the larger share of the time.

For short steps SGD is taken for the diffusion dX = −f′(X)dt + √(2T)dW, T half the step length times
the variance of the noise, one T in each well. Its stationary density p has (Tp)′ + f′p = 0 in each
well and Tp continuous at the barrier: with f = Δx²/r² in the well of radius r and depth Δ it is
(B/T)exp(Δ(1 − x²/r²)/T). At the share u of the radius it is the larger the smaller T is. So the
mass ∫ p = r∫ p(ru)du of the flatter well, r ≥ R, is at least r/R times that of the sharper one:
just this, √(k/h) for curvatures h ≤ k, with T = U, and more by a factor up to
(U/T)exp(Δ(1/T − 1/U)) if the noise is proportional to the curvature, T/U = h/k. Without equal depth
the deeper well wins for small T, and with stronger noise in the flatter well it may lose.
"""

from sympy import exp, log

from provenscape.kernel import (
    Claim,
    chain,
    combine,
    conjoin,
    eq,
    function,
    ge,
    gt,
    le,
    real,
    series,
)

x, u, r, R, T, U, B, depth = real("x u r R T U B Delta")
a, b, w, t = real("a b w t")
p = function("p", (x,), B / T * exp(depth * (1 - x**2 / r**2) / T))
q = function("q", (x,), B / U * exp(depth * (1 - x**2 / R**2) / U))
f = function("f", (x,), depth * x**2 / r**2)
g = function("g", (x,), depth * x**2 / R**2)

claim = Claim(
    id="at-equal-depth-the-flatter-well-holds-more",
    says="For the diffusion with drift −f′ and noise T in one well, U in the other, the stationary "
    "densities p, q in two quadratic wells of equal depth Δ satisfy p(ru) ≥ q(Ru) for |u| ≤ 1 if "
    "T ≤ U: the flatter well, r ≥ R, has at least r/R times the mass.",
    items={"O-70": "instance", "O-67": "instance", "O-91": "instance"},
    where={
        x: "the place, from the minimum",
        u: "the place as a share of the radius of the well",
        (r, R): "the radii of the flatter and of the sharper well",
        (T, U): "the strengths of the noise in them",
        B: "the value of Tp at the barrier",
        depth: ("the depth of both wells", r"\Delta"),
    },
    given={
        "radius": gt(r),
        "sharper": gt(R),
        "wider": ge(r, R),
        "noise": gt(T),
        "order": le(T, U),
        "other_noise": gt(U),
        "barrier": gt(B),
        "depth": gt(depth),
        "inside": le(u**2, 1),
    },
    then=(
        eq(T * p.partial(x) + f.partial(x) * p(x), 0),
        eq(U * q.partial(x) + g.partial(x) * q(x), 0),
        eq(T * p(r), U * q(R)),
        eq(f(r), g(R)),
        le(f.partial(x, x), g.partial(x, x)),
        ge(p(r * u), q(R * u)),
    ),
    bridges=("stationary-law-of-a-diffusion-on-the-line",),
    repairs="a-flatter-well-holds-more-of-the-time-whatever-its-depth",
    about="how long SGD stays in the wells of two minima",
    scope="two quadratic wells in one variable, joined at a barrier",
)
witness = {x: 1, u: 0, r: 2, R: 1, T: 1, U: 1, B: 1, depth: 1}
countermodels = {
    "wider": witness | {R: 3},
    "order": witness | {T: 2},
    "barrier": witness | {B: -1, U: 2},
}


def proof():
    equations = [combine(claim.part(i), using={}) for i in range(4)]
    flatter = combine(
        claim.part(4),
        using={"wider": 2 * depth * (r + R)},
        scale=r**2 * R**2,
    )
    tangent = series(claim.lemma("tangent", {}, ge(exp(t), 1 + t)), exp, t, 1)
    scaled = chain(
        claim.lemma("scaled", {"positive": gt(w)}, ge(exp(a), w * (1 + a - log(w)))),
        {"tangent": (tangent, {t: a - log(w)})},
        using={"tangent": w},
    )
    above = chain(
        claim.lemma("above", {}, ge(exp(a), exp(b) * (1 + a - b))),
        {"scaled": (scaled, {w: exp(b)})},
        using={"scaled": 1},
    )
    share = 1 - u**2
    low = exp(depth * share / U)
    denser = chain(
        claim.part(5),
        {"above": (above, {a: depth * share / T, b: depth * share / U})},
        using={"above": B / T, "order": B * low / (T * U) * (1 + depth * share / T)},
    )
    return conjoin(claim, [*equations, flatter, denser])
