"""Completion from three entries: a run that converges, and not to a strict saddle, ends in a fit.

Its limit is stationary, by continuity; as in three-entries-complete-without-spurious-minima, whose
rows and columns are exchanged here, no negative curvature leaves the residuals r₁₂, r₂₁, r₂₂ = 0.
That a run converges has to be said: with the entries 1, 1 and −½ there is one that goes down to no
point at all (a-completion-run-may-have-no-minimum-on-its-side). Bounded runs of descent converge
(lojasiewicz-descent-has-finite-length).
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, eq, function, ge, gt, le, real

m12, m21, m22 = real("m_12 m_21 m_22")
factors = u1, u2, v1, v2 = real("u1 u2 v1 v2")
r12, r21, r22 = u1 * v2 - m12, u2 * v1 - m21, u2 * v2 - m22
f = function("f", factors, (r12**2 + r21**2 + r22**2) / 2)
BLOCKS = {"at u1 and v2": (u1, v2), "at u2 and v1": (u2, v1)}


def minor(first, second):
    """The principal minor of the Hessian at two of the variables."""
    return f.partial(first, first) * f.partial(second, second) - f.partial(first, second) ** 2


claim = Claim(
    id="a-completion-run-that-settles-at-no-saddle-fits",
    says="In completion of a 2 × 2 matrix of rank one from the entries (1, 2), (2, 1) and (2, 2), "
    "the first two of them not 0, a run of descent that converges, and not to a point of negative "
    "curvature, ends in a fit of the entries, which is a global minimum.",
    items={"O-30": "instance"},
    where={(m12, m21, m22): "the observed entries", factors: "the limit of the run, two factors"},
    given={
        **{f"stationary along {v}": eq(f.partial(v)) for v in (u1, v1, v2)},
        **{f"no negative curvature {name}": ge(minor(*pair)) for name, pair in BLOCKS.items()},
        "upper_entry": gt(m12**2),
        "lower_entry": gt(m21**2),
    },
    then=le(f(*factors), 0),
    bridges=("principal-minors-of-order-two",),
    repairs="escaping-saddles-ends-in-a-local-minimum",
    about="where what escapes saddles ends in the problems of the article",
    scope="2 × 2 matrices, rank one, three of four entries observed",
)
witness = dict.fromkeys((m12, m21, m22, *factors), 1)
ones, half, fifth = dict.fromkeys((m12, m21, m22), 1), Rational(1, 2), Rational(6, 5)
countermodels = {
    "stationary along u1": ones | {u2: 1, u1: half, v2: fifth, v1: 1},
    "stationary along v2": ones | {u2: 1, u1: half, v2: 2, v1: 1},
    "stationary along v1": ones | {u2: 1, u1: 1, v2: 1, v1: half},
    "no negative curvature at u1 and v2": ones | {u2: 1, u1: -1, v2: 0, v1: 1},
    "no negative curvature at u2 and v1": ones | {u2: 0, u1: 1, v2: 1, v1: -1},
    "lower_entry": {m22: 1, m21: 0, m12: 1, u2: 0, u1: 1, v2: 1, v1: 0},
}


def proof():
    of_r12 = combine(
        claim.lemma("r12", claim.given, le(r12**2, 0)),
        using={
            "no negative curvature at u1 and v2": r12**2,
            "stationary along u1": 4 * u1 * r12**2 - r12 * v2 * (u2**2 + u1**2),
        },
        scale=m12**2,
    )
    of_r21 = combine(
        claim.lemma("r21", claim.given, le(r21**2, 0)),
        using={
            "no negative curvature at u2 and v1": r21**2,
            "stationary along v1": 4 * v1 * r21**2 - r21 * u2 * (v2**2 + v1**2),
        },
        scale=m21**2,
    )
    residuals = {"r21": of_r21, "r12": of_r12}
    # m₂₁r₂₂ = v₁(r₂₂u₂ + r₁₂u₁) − r₁₂u₁v₁ − r₂₁r₂₂
    first, second = r12 * u1 * v1, r21 * r22
    residuals["r22"] = chain(
        claim.lemma("r22", claim.given, le(r22**2, 0)),
        lemmas=residuals,
        using={
            "r12": 2 * (u1 * v1) ** 2,
            "r21": 2 * r22**2,
            "stationary along v2": -2 * m21 * r22 * v1,
        },
        squares=[(1, m21 * r22 + first + second), (1, first - second)],
        scale=m21**2,
    )
    return chain(claim, lemmas=residuals, using=dict.fromkeys(residuals, half))
