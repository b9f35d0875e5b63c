"""No: −x² has curvature between −2 and 1, and its gradient −2x is not 1-Lipschitz.

The inequality for curvatures between −κL and L, on which worst cases of descent rest (claim
curvature-bounds-give-the-interpolation-inequality), describes κL-weakly convex functions with
curvature up to L. Their gradients are Lipschitz with max(1, κ)L, not with L: −x² satisfies it, with
equality, for κ = 2 and L = 1 at every pair. AutoLyap 0.2.1 has this inequality in its class
SmoothWeaklyConvex, which is described as that of weakly convex functions with L-Lipschitz gradient;
for κ > 1 these are fewer. At h = 1 and κ = 2 the decrease that it finds is accordingly that of
curvature bounds, 2/3, where gradients that are 1-Lipschitz, which make every function 1-weakly
convex, give 3/4 (docs/benchmarks.md).
"""

from provenscape.kernel import Claim, eq, function, ge, gt, le, real, refute

x, y, L, kappa, slope = real("x y L kappa s")
f = function("f", (x,), -(x**2))
step, change = x - y, f.partial(x) - slope

claim = Claim(
    id="curvature-bounds-alone-make-gradients-lipschitz",
    says="Functions that satisfy the interpolation inequality for curvatures between −κL and L, "
    "κ ≥ 0, have an L-Lipschitz gradient: so −x².",
    items={},
    where={
        L: "an upper bound of the curvature",
        kappa: "how negative it may be, over L",
        y: "another point",
        slope: ("the derivative there", "f'(y)"),
    },
    given={
        "smooth": gt(L),
        "weakly_convex": ge(kappa),
        "lower_curvature": ge(f.partial(x, x), -kappa * L),
        "upper_curvature": le(f.partial(x, x), L),
        "slope": eq(slope, f.partial(x, at=(y,))),
        "interpolation": ge(
            f(x) - f(y),
            slope * step
            + (change**2 / L - kappa * L * step**2 + 2 * kappa * change * step) / (2 * (1 + kappa)),
        ),
    },
    then=le(change**2, L**2 * step**2),
    about="Lipschitz constants of gradients of weakly convex functions",
    scope="f(x) = −x²",
)


def refutation():
    return refute(claim, {x: 1, y: 0, slope: 0, L: 1, kappa: 2})
