"""Under a Łojasiewicz inequality gradient descent has finite length and stays in its ball.

Let φ be concave and increasing with φ'(f(x) − f*)‖∇f(x)‖ ≥ 1 at all x within r of x* with f(x) > f*
= f(x*). A step there has φ(gap) − φ(gap⁺) ≥ φ'(gap)·ηa‖∇f‖² ≥ a·η‖∇f‖ with a = 1 − Lη/2: the length
of the step is paid by the fall of φ. So a run that starts deep in the ball never leaves it and is
no longer than φ(gap₀)/a.

For an analytic f every x* has such a φ, φ(s) = Cs^(1−θ)/(1−θ), and for a continuous subanalytic f
too (Bolte, Daniilidis & Lewis 2007). If x* is an accumulation point of the run, f(x_t) falls to
f(x*), some iterate is deep in the ball, and from there on the length is finite: x_t converges to
x*. This is the theorem of Absil, Mahony and Andrews (2005) for gradient descent; for merely smooth
f it fails, as their Mexican hat shows for the gradient flow. Where f(x_t) = f* the run stands
still.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, chain, combine, ge, gt, induct, le, lt, real

eta, L, r, first_phi, first_dist = real("eta L r first_phi first_dist")
phi, phi_next, slope, fall = real("phi phi_next slope fall")
dist, dist_next, grad, room, length = real("dist dist_next grad room length")
a = 1 - L * eta / 2

claim = Claim(
    id="lojasiewicz-descent-has-finite-length",
    says="If φ'(f − f*)‖∇f‖ ≥ 1 within r of x*, φ concave, gradient descent with 0 < η < 2/L from "
    "x₀ with |x₀ − x*| + φ(f(x₀) − f*)/a < r, a = 1 − Lη/2, stays within r, on a path no longer "
    "than φ(f(x₀) − f*)/a, as long as f > f*: so for an analytic f bounded iterates converge.",
    items={"O-03": "whole", "O-20": "part converges"},
    where={
        eta: "the step length",
        L: "a Lipschitz constant of the gradient",
        r: "the radius of the ball around x* in which the inequality holds",
        first_phi: ("φ at the first gap", r"\varphi(f(x_0)-f^*)"),
        first_dist: ("the first distance from x*", r"\|x_0-x^*\|"),
        phi: ("φ at the present gap", r"\varphi(f(x_t)-f^*)"),
        phi_next: ("φ at the next gap", r"\varphi(f(x_{t+1})-f^*)"),
        slope: ("the derivative of φ at the present gap", r"\varphi'(f(x_t)-f^*)"),
        fall: ("how much f falls at the step", "f(x_t)-f(x_{t+1})"),
        dist: ("the present distance from x*", r"\|x_t-x^*\|"),
        dist_next: ("the next distance from x*", r"\|x_{t+1}-x^*\|"),
        grad: ("the gradient norm at the present iterate", r"\|\nabla f(x_t)\|"),
        room: "how far inside the ball the iterate lies, 0 outside: the greater of 0 and r − dist",
        length: ("the length of the path so far", r"\sum_{s<t}\|x_{s+1}-x_s\|"),
    },
    given={
        "step": gt(eta),
        "short_step": lt(L * eta, 2),
        "deep": lt(a * first_dist + first_phi, a * r),
        "phi_at_first": ge(first_phi),
        "phi_at_next": ge(phi_next),
        "increasing": ge(slope),
        "norm": ge(grad),
        "gain": ge(fall, eta * a * grad**2),
        "concave": le(phi_next, phi - slope * fall),
        "triangle": le(dist_next, dist + eta * grad),
        "inside": ge(room, r - dist),
        "lojasiewicz": ge(room * slope * grad, room),
    },
    then=Invariant(
        (
            le(a * length + phi, first_phi),
            le(dist, first_dist + length),
            ge(phi),
            lt(dist, r),
        ),
        start={phi: first_phi, dist: first_dist, length: 0},
        update={phi: phi_next, dist: dist_next, length: length + eta * grad},
        fixed=(L,),
    ),
    facts={
        "gain": "quadratic-upper-bound",
        "lojasiewicz": "lojasiewicz-gradient-inequality",
        "concave": "first-order-condition-for-convexity",
    },
    bridges=("bounded-sequences-and-finite-length",),
    repairs="vanishing-gradients-lead-to-a-stationary-point",
    about="the iterates of gradient descent and their limit",
    scope="every dimension; f(x_t) > f* at every step",
)
half = Rational(1, 2)
first = {
    eta: 1, L: 1, r: 9, first_phi: 2, first_dist: 1, phi_next: 1, slope: 2, fall: half, grad: 1,
    dist_next: 2, room: 8,
}  # fmt: skip
later = {phi_next: half, slope: 2, fall: Rational(1, 4), grad: half, dist_next: 2, room: 7}
witness = [first, later, {**later, phi_next: 0}]
countermodels = {
    "deep": first | {r: 1, room: 0, slope: 0, phi_next: 2},
    "gain": first | {fall: 0, phi_next: 2},
    "concave": first | {phi_next: 2},
    "triangle": [first | {dist_next: 4}, later],
    "inside": first | {room: 0, slope: 0, phi_next: 2},
    "lojasiewicz": first | {slope: 0, phi_next: 2},
}


def proof():
    paid, near, still_positive, inside = (claim.at_next_state(i) for i in range(4))
    known = {f"invariant.{i}": relation for i, relation in enumerate(claim.then.relations)}
    has_room = combine(
        claim.lemma("room", {**claim.given, **known}, gt(room)),
        using={"inside": 1, "invariant.3": 1},
    )
    paid_for = chain(
        paid,
        {"has_room": has_room},
        {
            "invariant.0": room,
            "concave": room,
            "gain": room * slope,
            "lojasiewicz": eta * a * grad,
        },
        scale=room,
    )
    near_enough = combine(near, using={"triangle": 1, "invariant.1": 1})
    stays = chain(
        inside,
        {"paid": paid_for, "near": near_enough},
        {"paid": 1, "near": a, "phi_at_next": 1, "deep": 1},
        scale=a,
    )
    positive = combine(still_positive, using={"phi_at_next": 1})
    starts_inside = combine(claim.at_start(3), using={"deep": 1, "phi_at_first": 1}, scale=a)
    return induct(
        claim, (None, None, None, starts_inside), (paid_for, near_enough, positive, stays)
    )
