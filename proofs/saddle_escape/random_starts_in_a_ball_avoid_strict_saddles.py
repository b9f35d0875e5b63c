"""Where the gradient points outwards, a ball is kept by descent, and 1/L need only hold in it.

A Lipschitz gradient is a strong hypothesis: no quartic has one. It is enough that f is bent upwards
far out. Let ⟨x, ∇f(x)⟩ ≥ c‖∇f(x)‖² for R ≤ |x| < S and ‖∇f‖ ≤ G within R. With η ≤ 2c a step from
the shell comes no farther out, as |x − η∇f|² = |x|² − 2η⟨x, ∇f⟩ + η²‖∇f‖², and one from within R
stays within R + ηG ≤ S. So the open ball of radius S is kept, and with η < 1/L, L a bound of the
Hessian's norm in it, starts with a density in it avoid its strict saddles (Panageas & Piliouras
2017).
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, conjoin, ge, gt, le, lt, real

R, S, G, c, eta = real("R S G c eta")
near, inner, slope = real("n a g")
far2, inner2, slope2 = real("F a_2 g_2")

claim = Claim(
    id="random-starts-in-a-ball-avoid-strict-saddles",
    says="If ⟨x, ∇f(x)⟩ ≥ c‖∇f(x)‖² for R ≤ |x| < S and ‖∇f‖ ≤ G for |x| < R, steps 0 < η ≤ 2c "
    "with R + ηG ≤ S keep the ball |x| < S: so if also η < 1/L, L a bound of ‖∇²f‖ in it, descent "
    "from a start with a density in it converges to a strict saddle in it with probability 0.",
    items={"E-47": "instance"},
    where={
        R: "the radius within which the gradient is bounded",
        S: "the radius of the ball",
        G: "the bound of the gradient within R",
        c: "the constant of the inequality in the shell between R and S",
        eta: "the step length",
        near: ("the norm of a point within R", r"\|x\|"),
        inner: ("the inner product with the gradient there", r"\langle x,\nabla f(x)\rangle"),
        slope: ("the gradient norm there", r"\|\nabla f(x)\|"),
        far2: ("the squared norm of a point of the shell", r"\|z\|^2"),
        inner2: ("the inner product with the gradient there", r"\langle z,\nabla f(z)\rangle"),
        slope2: ("the gradient norm there", r"\|\nabla f(z)\|"),
    },
    given={
        "step": gt(eta),
        "length": ge(near),
        "within": lt(near, R),
        "norm": ge(slope),
        "bounded_gradient": le(slope, G),
        "cauchy_schwarz": ge(inner, -near * slope),
        "room": le(R + eta * G, S),
        "in_the_shell": lt(far2, S**2),
        "outwards": ge(inner2, c * slope2**2),
        "short_step": le(eta, 2 * c),
    },
    then=(
        lt(near**2 - 2 * eta * inner + eta**2 * slope**2, S**2),
        lt(far2 - 2 * eta * inner2 + eta**2 * slope2**2, S**2),
    ),
    bridges=("descent-avoids-strict-saddles-in-invariant-sets",),
    repairs="descent-avoids-strict-saddles-at-every-step-length",
    about="gradient descent from a random start",
    scope="every dimension; the left sides are the squared norms of the points after a step",
)
half = Rational(1, 2)
witness = {
    R: 1, S: 2, G: 1, c: half, eta: 1, near: half, inner: 0, slope: 1, far2: 2, inner2: half,
    slope2: 1,
}  # fmt: skip
countermodels = {
    "step": witness | {eta: -1, inner: -half, inner2: 4, far2: Rational(7, 2), G: 9},
    "within": witness | {near: 2},
    "bounded_gradient": witness | {slope: 4},
    "cauchy_schwarz": witness | {inner: -9},
    "room": witness | {S: half, near: 0, far2: 0, inner2: half},
    "in_the_shell": witness | {far2: 9},
    "outwards": witness | {inner2: -9},
    "short_step": witness | {eta: 5, c: 0, inner2: 0, slope2: 9, S: 9, far2: 80},
}


def proof():
    given = claim.given
    bound = combine(claim.lemma("G ≥ 0", given, ge(G)), using={"bounded_gradient": 1, "norm": 1})
    inside = combine(claim.lemma("R > 0", given, gt(R)), using={"within": 1, "length": 1})
    lemmas = {"bound": bound, "inside": inside}
    outer = chain(
        claim.lemma("S > 0", given, gt(S)),
        lemmas,
        using={"room": 1, "inside": 1, "bound": eta},
    )
    # S² − (R + ηG)², (R + ηG)² − (|x| + η‖∇f‖)² and what is left of the square
    sums = R + eta * G + near + eta * slope
    from_within = chain(
        claim.part(0),
        lemmas | {"outer": outer},
        using={
            "room": S + R + eta * G,
            "within": sums,
            "bounded_gradient": eta * sums,
            "cauchy_schwarz": 2 * eta,
        },
    )
    from_the_shell = combine(
        claim.part(1),
        using={"in_the_shell": 1, "outwards": 2 * eta, "short_step": eta * slope2**2},
    )
    return conjoin(claim, [from_within, from_the_shell])
