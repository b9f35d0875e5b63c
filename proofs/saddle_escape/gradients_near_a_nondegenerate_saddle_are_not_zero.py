"""Within 2m/ρ of a stationary point with all |eigenvalues| ≥ m the gradient is 0 nowhere else.

Taylor with a ρ-Lipschitz Hessian H: ∇f(x) is H(x − x*) within ρ|x − x*|²/2, and |H(x − x*)| ≥ m|x −
x*|, as the eigenvalues of H² are the squares of those of H. So the gradient shrinks in proportion
to the distance δ, between (m − ρδ/2)δ and Lδ, where it is L-Lipschitz.
"""

from provenscape.kernel import Claim, combine, conjoin, ge, gt, le, lt, real

m, rho, delta = real("m rho delta")
slope, image = real("slope image")

claim = Claim(
    id="gradients-near-a-nondegenerate-saddle-are-not-zero",
    says="At a distance δ < 2m/ρ of a stationary point the Hessian of which, with Lipschitz "
    "constant ρ, has no eigenvalue within m of 0, the gradient has norm at least (m − ρδ/2)δ > 0.",
    items={"L-26": "part not-exactly-zero"},
    where={
        m: "a bound from below of the absolute values of the Hessian's eigenvalues",
        rho: "a Lipschitz constant of the Hessian",
        delta: ("the distance from the stationary point", r"\|x-x^*\|"),
        slope: ("the gradient norm", r"\|\nabla f(x)\|"),
        image: (
            "the norm of the gradient of the quadratic model",
            r"\|\nabla^2f(x^*)(x-x^*)\|",
        ),
    },
    given={
        "off_the_saddle": gt(delta),
        "near": lt(rho * delta, 2 * m),
        "nondegenerate": ge(image, m * delta),
        "taylor": le(image, slope + rho * delta**2 / 2),
    },
    then=(ge(slope, (m - rho * delta / 2) * delta), gt(slope)),
    facts={
        "nondegenerate": "rayleigh-quotient",
        "taylor": "gradient-change-with-lipschitz-hessian",
    },
    bridges=("spectral-theorem",),
    repairs="gradients-near-a-saddle-are-not-exactly-zero",
    about="the gradient near a saddle",
    scope="every dimension",
)
witness = {m: 2, rho: 2, delta: 1, slope: 1, image: 2}
countermodels = {
    "off_the_saddle": witness | {delta: 0, slope: 0, image: 0},
    "near": witness | {rho: 4, slope: 0},
    "nondegenerate": witness | {slope: 0, image: 1},
    "taylor": witness | {slope: 0},
}


def proof():
    chained = {"nondegenerate": 1, "taylor": 1}
    least = combine(claim.part(0), using=chained)
    some = combine(claim.part(1), using={**chained, "near": delta / 2})
    return conjoin(claim, [least, some])
