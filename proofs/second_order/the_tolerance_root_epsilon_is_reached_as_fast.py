"""No C makes 1 + C√L Δ/ε^(3/2) cubic steps enough for λ_min ≥ −√ε: a function on the line.

Put f = −Lx³/18 up to b; from b on f'' rises at the rate L until f' = 0, which is at 2b, and is
constant from there: the Hessian of f is L-Lipschitz with no smaller L, and 2b is the only minimum.
The cubic step with M = L from 0 < x ≤ b/2 leads to 2x. Put ε = 1, x₀ = 6/L and b = x₂ = 24/L: at
x₀, x₁ and x₂ the curvature −Lx/3 is below −1, while Δ = 3060/L², so that √L Δ is less than 1/C for
large L and two steps should have been enough. λ_min ≥ −√ε is not free of units; −(3/2)√(Lε) is,
with 12√L Δ/ε^(3/2) steps. If the constant of the bound may depend on L, asking for a smaller ε
mends it; but f must be bounded below (claim accuracy-is-reached-without-a-lower-bound).
"""

from provenscape.kernel import Claim, eq, function, ge, gt, le, real, refute

C, x, y, L, root_L = real("C x y L root_L")
x_0, x_1, x_2, gap, best, z = real("x_0 x_1 x_2 Delta m z")
f = function("f", (x,), -L * x**3 / 18)
tail = function(
    "t", (y,), -L * x_2**3 / 18 - L * x_2**2 * y / 6 - L * x_2 * y**2 / 6 + L * y**3 / 6
)


def step(start, following):
    """The derivative of the cubic model with M = L vanishes at following − start."""
    at, s = (start,), following - start
    return eq(f.partial(x, at=at) + f.partial(x, x, at=at) * s + L * s**2 / 2)


def above(at):
    return best - f.partial(x, x, at=(at,))


claim = Claim(
    id="the-tolerance-root-epsilon-is-reached-as-fast",
    says="There is a constant C such that cubic regularisation with M = L, the Lipschitz "
    "constant of the Hessian, has met ‖∇f‖ ≤ ε and λ_min(∇²f) ≥ −√ε within 1 + C√L(f(x₀) − "
    "f*)/ε^(3/2) steps.",
    items={"O-76": "whole"},
    where={
        C: "the constant of the bound",
        L: "the Lipschitz constant of the Hessian",
        root_L: ("its root", r"\sqrt{L}"),
        (x_0, x_1, x_2): "the start and the next two iterates",
        z: "where from the last of them the minimum is",
        gap: "the gap f(x₀) − f* at the start",
        best: ("the largest second derivative at the three iterates", "m"),
    },
    given={
        "lipschitz": gt(L),
        "root": eq(root_L**2, L),
        "start": gt(x_0),
        "first_step": step(x_0, x_1),
        "first_step_is_ahead": gt(x_1, x_0),
        "second_step": step(x_1, x_2),
        "second_step_is_ahead": gt(x_2, x_1),
        "minimum": eq(tail.partial(y, at=(z,))),
        "minimum_is_ahead": gt(z),
        "gap": eq(gap, f(x_0) - tail(z)),
        "two_steps_are_enough": le(1 + C * root_L * gap, 2),
        "largest_at_the_start": ge(above(x_0)),
        "largest_at_the_first": ge(above(x_1)),
        "largest_at_the_second": ge(above(x_2)),
        "one_of_the_three": eq(above(x_0) * above(x_1) * above(x_2)),
    },
    then=ge(best, -1),
    constants=(C,),
    about="the number of steps of cubic regularisation",
    scope="ε = 1; f on the line, equal to t(x − x₂) from x₂ to its minimum and of constant "
    "curvature beyond",
)


def refutation():
    root = 1 + 3060 * C
    unit = 6 / root**2
    return refute(
        claim,
        {
            L: root**2,
            root_L: root,
            x_0: unit,
            x_1: 2 * unit,
            x_2: 4 * unit,
            z: 4 * unit,
            gap: 3060 / root**4,
            best: -2,
        },
    )
