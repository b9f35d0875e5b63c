"""x²y² is PL near 0 for no µ: its minima, the two axes, cross there.

½‖∇f‖² = 2(x² + y²) f exactly, so that on the diagonal PL with µ fails where 4x² < µ, as near to 0
as one likes. By Rebjock & Boumal (2025) no C² function whose minima cross is PL near the crossing.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, lt, real

x, y, t, m = real("x y t m")
f = function("f", (x, y), x**2 * y**2)
g_x, g_y = f.gradient()
d_x, d_y = f.gradient((t, t))

claim = Claim(
    id="crossing-minima-are-not-pl-nearby",
    says="For x²y² the half squared gradient norm is 2(x² + y²) times the gap: at (t, t) with "
    "0 < t and 4t² < m PL with m fails, as near to 0 as one likes.",
    items={},
    where={(x, y): "a point of the plane", t: "a coordinate of a point", m: "a PL constant"},
    given={"off_the_minimum": gt(t), "near": lt(4 * t**2, m)},
    then=(
        eq((g_x**2 + g_y**2) / 2, 2 * (x**2 + y**2) * f(x, y)),
        lt((d_x**2 + d_y**2) / 2, m * f(t, t)),
    ),
    scope="x²y² in the plane",
)
witness = {x: 1, y: 1, t: 1, m: 5}
countermodels = {
    "off_the_minimum": witness | {t: 0},
    "near": witness | {m: 4},
}
points = [{x: 1, y: 2, t: 1, m: 5}]


def proof():
    norm = combine(claim.part(0), using={})
    fails = combine(claim.part(1), using={"near": t**4})
    return conjoin(claim, [norm, fails])
