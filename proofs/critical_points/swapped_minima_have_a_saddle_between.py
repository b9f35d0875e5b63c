"""Two swapped minima of a symmetric function need no saddle on the paths between them.

With u = x₁ − x₂ and s = x₁ + x₂ let f = (u² − 1)² + (eˢ − u²)². Swapping x₁ and x₂ changes the sign
of u only. The value 0 is taken at s = 0, u = ±1, at the components (½, −½) and (−½, ½). Where ∂f/∂s
= 2eˢ(eˢ − u²) vanishes u² = eˢ > 0, and there ∂f/∂u = 4u(u² − 1) leaves u² = 1, hence s = 0: the
two minima are all stationary points. The statement asks for another one, told from them by u² ≠ 1.
"""

from sympy import exp, log

from provenscape.kernel import Claim, combine, function, gt, le, real, refute

u, s, a, b, y, z = real("u s a b y z")
f = function("f", (u, s), (u**2 - 1) ** 2 + (exp(s) - u**2) ** 2)
place = (a - b, log(y))
w = (a - b) ** 2
slope_u, slope_s = f.partial(u, at=place), f.partial(s, at=place)
elsewhere = z * (w - 1) ** 2 - 1

claim = Claim(
    id="swapped-minima-have-a-saddle-between",
    says="Between two isolated minima that are orderings of one solution there is a saddle: a "
    "symmetric function has a stationary point other than these.",
    items={"E-24": "part saddles-on-paths"},
    where={
        u: "the difference of the two components",
        s: "the sum of the two components",
        (a, b): "u = a − b at a stationary point: any real number",
        y: "eˢ there, s = log y any real number",
        z: "1/(u² − 1)² there: it is none of the two minima, at which u² = 1",
    },
    given={},
    then=le(slope_u**2 + slope_s**2 + elsewhere**2, 0),
    constants=(a, b, y, z),
    about="stationary points between swapped minima",
    scope="two components on the line, the smooth function (u² − 1)² + (eˢ − u²)² of their "
    "difference u and sum s, with its minima at u = ±1, s = 0",
)


def refutation():
    g1, g2, h = slope_s / 2, slope_u / 4, elsewhere
    # y²(w − 1) = yu·g2 + (2w − 1)·g1, so that y² = c1·g1 + c2·g2 + c3·h
    c1, c2, c3 = z * (w - 1) * (2 * w - 1), z * (w - 1) * y * (a - b), -(y**2)
    given = {"y": gt(y)}
    failure = combine(
        claim.lemma("no other", given, gt(4 * g1**2 + 16 * g2**2 + h**2)),
        using={"y": y**3},
        scale=c1**2 + c2**2 + c3**2,
        squares=[
            (1, c1 * g2 - c2 * g1),
            (1, c1 * h - c3 * g1),
            (1, c2 * h - c3 * g2),
            (3, c1 * g1),
            (3, c2 * g1),
            (3, c3 * g1),
            (15, c1 * g2),
            (15, c2 * g2),
            (15, c3 * g2),
        ],
    )
    return refute(claim, {}, failure)
