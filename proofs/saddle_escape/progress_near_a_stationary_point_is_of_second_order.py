"""In t steps from the distance d of a stationary point f falls by ½L(1 + (1 + ηL)^(2t))d² at most.

Near the stationary point ‖∇f‖ ≤ L times the distance D, so that a step takes it to (1 + ηL)D at
most: |x⁺ − x*|² = D² − 2η⟨∇f, x − x*⟩ + η²‖∇f‖² and ‖L(x − x*) + ∇f‖² ≥ 0. And f differs from its
value at the stationary point by LD²/2 at most. So f stagnates near every stationary point: no run
leaves a ball of radius δ about it in fewer than log(δ/d)/log(1 + ηL) steps, and until then f falls
by less than Lδ². On x² − y² with y₀ = d and x₀ = 0 the distance grows by just that factor.
"""

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

L, eta, first = real("L eta d")
D, P = real("dist2 P")
grad2, inner, fall, fall_start, height = real("grad2 inner fall h_0 h")
factor = 1 + eta * L

claim = Claim(
    id="progress-near-a-stationary-point-is-of-second-order",
    says="t gradient steps of length η on a function with L-Lipschitz gradient, from the distance "
    "d of a stationary point, end within (1 + ηL)^t d of it, and lower f by at most "
    "½L(1 + (1 + ηL)^(2t))d².",
    items={"N-36": "part progress-negligible", "L-26": "part stagnation"},
    where={
        L: "a Lipschitz constant of the gradient",
        eta: "the step length",
        first: "the distance of the start from the stationary point",
        D: ("the squared distance after t steps", r"\|x_t-x^*\|^2"),
        P: ("the power (1 + ηL)^t", "P_t"),
        grad2: ("the squared gradient norm there", r"\|\nabla f(x_t)\|^2"),
        inner: ("a product", r"\langle\nabla f(x_t),x_t-x^*\rangle"),
        fall_start: ("the height of the start above the stationary point", "f(x_0)-f(x^*)"),
        height: ("that after one more step", r"f(x_{t+1})-f(x^*)"),
        fall: ("the fall so far", "f(x_0)-f(x_t)"),
    },
    given={
        "smooth": gt(L),
        "step": ge(eta),
        "lipschitz_gradient": le(grad2, L**2 * D),
        "square": ge(L**2 * D + 2 * L * inner + grad2),
        "height_of_the_start": le(fall_start, L * first**2 / 2),
        "height_after_the_step": ge(height, -L * (D - 2 * eta * inner + eta**2 * grad2) / 2),
    },
    then=Invariant(
        (
            le(D, P**2 * first**2),
            le(fall, L * (1 + P**2) * first**2 / 2),
        ),
        start={D: first**2, P: 1, fall: 0},
        update={
            D: D - 2 * eta * inner + eta**2 * grad2,
            P: factor * P,
            fall: fall_start - height,
        },
        fixed=(eta, fall_start),
    ),
    facts={
        "height_of_the_start": "quadratic-upper-bound",
        "height_after_the_step": "quadratic-lower-bound",
    },
    scope="every dimension; the square is that of L(x − x*) + ∇f(x)",
)
# the y axis of x² − y²
begin = {L: 2, eta: 1, first: 1, grad2: 4, inner: -2, fall_start: -1, height: -9}
witness = [begin, {grad2: 36, inner: -18, height: -81}, {grad2: 324, inner: -162, height: -729}]
countermodels = {
    "lipschitz_gradient": begin | {grad2: 400},
    "square": begin | {inner: -100},
    "height_of_the_start": begin | {fall_start: 100},
    "height_after_the_step": begin | {height: -100},
}


def proof():
    near = {
        "invariant.0": factor**2,
        "lipschitz_gradient": eta**2 + eta / L,
        "square": eta / L,
    }
    steps = (
        combine(claim.at_next_state(0), using=near),
        combine(
            claim.at_next_state(1),
            using={
                "height_of_the_start": 1,
                "height_after_the_step": 1,
                **{name: L * weight / 2 for name, weight in near.items()},
            },
        ),
    )
    base = combine(claim.at_start(1), using={"smooth": first**2})
    return induct(claim, (None, base), steps)
