"""ε^(−3/2)√L Δ/548 points must be asked for where the Hessian is L-Lipschitz and n is large.

The chain f_T of Carmon et al. (2020) is stretched: f(x) = (Lσ³/ℓ)f_T(x/σ), ℓ = 2080, has an
L-Lipschitz Hessian. With σ² = ℓε/L its gradients are longer than ε until all T coordinates are
found, and with T the largest for which 12TLσ³ ≤ ℓΔ it falls by Δ at most: T + 1 > √L Δ/(12√ℓ
ε^(3/2)). A method that asks only for points in the span of what it was told, as descent, Newton's
and cubic regularization from x_0 = 0 do (zero-respecting), finds one coordinate a query, whatever
derivatives it is told; so it asks for T points in vain. For every other method, random ones too, a
rotated chain in more dimensions does the same (named fact, constants apart). An ε-local minimum has
|∇f| ≤ ε whatever is asked of its curvature.

The Hessian's Lipschitz constant must be given: with that of the gradient instead the exponent is 2
(claim lipschitz-gradients-need-as-many-queries-as-descent-makes), of the third derivative 4/3:
claim approximate-minima-take-many-hessians-at-every-smoothness. The dimension grows like ε^(−3/2);
on the line far fewer queries do: claim bisection-finds-an-approximate-minimum-on-the-line.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, conjoin, eq, ge, gt, induct, le, real

L, ell, sigma, eps, Delta, T = real("L ell sigma epsilon Delta T")
fall, slope = real("fall slope")
n, k, k_next = real("n k k_next")

claim = Claim(
    id="high-dimensional-minima-take-many-queries",
    says="f(x) = (Lσ³/ℓ)f_T(x/σ), f_T the chain of Carmon et al. with ℓ-Lipschitz Hessian, σ² = "
    "ℓε/L: f(0) − inf f ≤ Δ, |∇f| > ε until T coordinates are found, one a query by "
    "zero-respecting methods, and T + 1 > √L Δ/(12√ℓ ε^(3/2)); the same order for every method, "
    "random or not, in high dimension.",
    items={"O-83": "whole"},
    where={
        L: "a Lipschitz constant of the Hessian",
        ell: ("that of the chain's Hessian, at most 2080", r"\ell"),
        sigma: "how much the chain is stretched",
        eps: ("the accuracy", r"\varepsilon"),
        Delta: "the bound on f(0) − inf f",
        T: "the length of the chain, the largest that fits",
        fall: ("how far the chain falls", r"f_T(0)-\inf f_T"),
        slope: (
            "the chain's gradient norm at a point where not all coordinates are found",
            r"|\nabla f_T|",
        ),
        n: "the number of queries so far",
        k: "the number of coordinates found, those that are not 0 at some point asked for",
        k_next: ("the number after the next query", "k^+"),
    },
    given={
        "hessian": gt(L),
        "chain": gt(ell),
        "stretch": gt(sigma),
        "gap": gt(Delta),
        "length": ge(T),
        "scale": eq(ell * eps, L * sigma**2),
        "fits": le(12 * T * L * sigma**3, ell * Delta),
        "largest": gt(12 * (T + 1) * L * sigma**3, ell * Delta),
        "chain_falls": le(fall, 12 * T),
        "chain_is_steep": gt(slope, 1),
        "one_a_query": le(k_next, k + 1),
    },
    then=(
        le(L * sigma**3 / ell * fall, Delta),
        gt(L * sigma**2 / ell * slope, eps),
        gt(144 * ell * eps**3 * (T + 1) ** 2, L * Delta**2),
        Invariant(
            le(k, n),
            start={k: 0, n: 0},
            update={k: k_next, n: n + 1},
            fixed=(L, ell, sigma, eps, Delta, T),
        ),
    ),
    facts={
        "chain_falls": "hard-chain",
        "chain_is_steep": "hard-chain",
        "one_a_query": "hard-chain-shows-one-coordinate",
    },
    bridges=("stationary-points-need-many-queries",),
    repairs="approximate-minima-take-many-hessians-at-every-smoothness",
    about="the number of queries for an ε-local minimum",
    scope="derived for zero-respecting methods; all others by the named fact",
)
first = {
    L: 1, ell: 1, sigma: 1, eps: 1, Delta: 12, T: 1, fall: 12, slope: 2, k_next: 1,
}  # fmt: skip
witness = [first, {k_next: 2}, {k_next: 2}]
countermodels = {
    "scale": first | {eps: 3},
    "fits": first | {T: 2, fall: 24},
    "largest": first | {Delta: 100},
    "chain_falls": first | {fall: 13},
    "chain_is_steep": first | {slope: Rational(1, 2)},
    "one_a_query": first | {k_next: 5},
}


def proof():
    gap, steep, long, count = (claim.part(i) for i in range(4))
    falls = combine(gap, {"chain_falls": L * sigma**3 / ell, "fits": 1 / ell})
    gradient = combine(steep, {"chain_is_steep": L * sigma**2 / ell, "scale": -1 / ell})
    much = 12 * (T + 1) * L * sigma**3
    a, b = ell * eps, L * sigma**2
    number = combine(
        long,
        {
            "largest": L * (much + ell * Delta),
            "scale": 144 * (T + 1) ** 2 * (a**2 + a * b + b**2),
        },
        scale=ell**2,
    )
    return conjoin(
        claim,
        [
            falls,
            gradient,
            number,
            induct(count, None, combine(count.at_next_state(), {"one_a_query": 1, "invariant": 1})),
        ],
    )
