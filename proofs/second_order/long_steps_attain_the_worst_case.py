"""In the plane a function on which the gradients alternate makes long steps as slow as the bound.

In units with L = 1: gradients g_0, g_1, g_0, g_1, … of length 1 with ⟨g_0, g_1⟩ = c = 1 − h²/2,
points x_{k+1} = x_k − hg_k, values f_k − f_{k+1} = h − h³/4, and below the last point
x_* = x_N − g_N with f_* = f_N − ½ and gradient 0. All these satisfy the interpolation inequalities
of every ordered pair, m steps apart, m even or odd. So a function on the plane with 1-Lipschitz
gradient and least value f_* has them; its least squared gradient along the run is
1 = 4(f_0 − f_*)/(N(4h − h³) + 2), the bound of claim the-smallest-gradient-of-long-steps. On the
line c is ±1, which for 0 < h ≤ √3 it is not. (Drori & Shamir 2020 have the theorem on the least
value.)
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, le, real

h, m, t = real("h m t")
half, quarter = Rational(1, 2), Rational(1, 4)
fall = function("d", (t,), t * (h - h**3 / 4))
c = 1 - h**2 / 2
along = h * m * (1 + c) / 2
even_way = h**2 * m**2 * (2 + 2 * c) / 4
odd_way = h**2 * ((m**2 + 1) / 2 + (m**2 - 1) * c / 2)
apart = (2 - 2 * c) / 4
even_end = even_way + 1 + 2 * along
odd_slope = h * ((m + 1) / 2 + c * (m - 1) / 2) + c
odd_end = odd_way + 1 + 2 * h * ((m + 1) * c / 2 + (m - 1) / 2)

claim = Claim(
    id="long-steps-attain-the-worst-case",
    says="For 1 ≤ h ≤ √3, L = 1, gradients of length 1 that alternate with ⟨g, g⁺⟩ = 1 − h²/2, "
    "values that fall by h − h³/4 a step and an end ½ below satisfy the interpolation inequalities "
    "of points m steps apart, in both orders, and 4(f_0 − f_*) = N(4h − h³) + 2 for m = N.",
    items={},
    where={
        h: "the step length",
        m: "the number of steps between two iterates, or to the last one",
        t: "a number of steps; d is how far the values fall along them",
    },
    given={
        "long": ge(h, 1),
        "not_too_long": le(h**2, 3),
        "below_two": le(h, 2),
        "apart": ge(m, 1),
    },
    then=(
        ge(fall(m), along - even_way / 4),
        ge(-fall(m), -along - even_way / 4),
        ge(fall(m), along + apart - odd_way / 4),
        ge(-fall(m), -along + apart - odd_way / 4),
        ge(fall(m) + half, (along + 1) / 2 + quarter - even_end / 4),
        ge(-fall(m) - half, -(along + 1) / 2 + quarter - even_end / 4),
        ge(fall(m) + half, odd_slope / 2 + quarter - odd_end / 4),
        ge(-fall(m) - half, -odd_slope / 2 + quarter - odd_end / 4),
        eq(4 * (fall(m) + half), m * (4 * h - h**3) + 2),
    ),
    bridges=("smooth-interpolation-is-sufficient",),
    scope="every N; the first, second, fifth and sixth for even m, the third, fourth, seventh and "
    "eighth for odd m, the last four between an iterate and the end",
)
witness = {h: Rational(3, 2), m: 3}


def proof():
    spare = h**2 * (4 - h**2) / 16
    even = {"not_too_long": h**2 * m**2 / 16}, [(Rational(1, 16), h * m)]
    odd = {"apart": spare * (m + 1)}, []
    down = [(h * m * (4 - h**2) / 4, 1)]
    more = {"below_two": h**2 / 4}
    parts = [even, even, odd, odd, (even[0], even[1] + down), even, (odd[0] | more, down), odd]
    found = [combine(claim.part(i), *one) for i, one in enumerate(parts)]
    return conjoin(claim, [*found, combine(claim.part(8), {})])
