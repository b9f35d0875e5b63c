"""½(x² + y² − 1)² is PL near its circle of minima, with every µ < 4, and there Morse–Bott.

½‖∇f‖² = 4(x² + y²) f exactly: PL with 4q where x² + y² ≥ q, and for no µ on the whole plane, as 0
is stationary. At the minimiser (cos, sin) of angle 2 arctan u the Hessian multiplies the normal by
4 and the tangent by 0. For C² functions near a minimum PL, the error bound, quadratic growth and
the Morse–Bott property are the same (Rebjock & Boumal 2025), which crossing minima cannot have.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, real

x, y, q, u, m = real("x y q u m")
f = function("f", (x, y), (x**2 + y**2 - 1) ** 2 / 2)
g_x, g_y = f.gradient()
normal = ((1 - u**2) / (1 + u**2), 2 * u / (1 + u**2))
H = f.hessian(normal)

claim = Claim(
    id="circle-of-minima-is-pl-nearby",
    says="½(x² + y² − 1)² is PL with 4q where x² + y² ≥ q; at each minimiser, the point of angle "
    "2 arctan u, its Hessian has the eigenvalue 4 along the normal and 0 along the circle; and at "
    "the origin PL fails for every m > 0.",
    items={},
    where={
        (x, y): "a point of the plane",
        q: "the square of a radius",
        u: "the tangent of half the angle of a minimiser",
        m: "a PL constant",
    },
    given={"outside": ge(x**2 + y**2, q), "constant": gt(m)},
    then=(
        ge((g_x**2 + g_y**2) / 2, 4 * q * f(x, y)),
        eq(H[0, 0] * normal[0] + H[0, 1] * normal[1], 4 * normal[0]),
        eq(H[1, 0] * normal[0] + H[1, 1] * normal[1], 4 * normal[1]),
        eq(H[0, 0] * -normal[1] + H[0, 1] * normal[0], 0),
        eq(H[1, 0] * -normal[1] + H[1, 1] * normal[0], 0),
        gt(
            m * f(0, 0),
            (f.partial(x, at=(0, 0)) ** 2 + f.partial(y, at=(0, 0)) ** 2) / 2,
        ),
    ),
    scope="½(x² + y² − 1)² in the plane; all its minimisers but (−1, 0), which is u → ∞",
)
witness = {x: 1, y: 1, q: 1, u: 1, m: 1}
countermodels = {"outside": {x: 0, y: 0, q: 1, u: 0, m: 1}}
points = [{x: 2, y: 0, q: 1, u: 2, m: 1}]


def proof():
    r2 = x**2 + y**2
    pl = combine(claim.part(0), using={"outside": 2 * (r2 - 1) ** 2})
    held = [combine(claim.part(i), using={}) for i in (1, 2, 3, 4)]
    stationary = combine(claim.part(5), using={"constant": f(0, 0)})
    return conjoin(claim, [pl, *held, stationary])
