"""λ_min(K) ≤ (Gρ)²/2 for two inputs at distance ρ: the form at (1, −1) is |∇f(x) − ∇f(x')|².

With n inputs on the unit sphere of R^d two are within a distance of the order of n^(−1/(d−1)), so
that with a gradient by the weights that is G-Lipschitz in the input the least eigenvalue falls at
least as n^(−2/(d−1)), at every width. It is 0 for an input that occurs twice.
"""

from provenscape.kernel import Claim, combine, eq, le, real

low, norm2, gap2, G, rho = real("low norm2 gap2 G rho")

claim = Claim(
    id="near-inputs-make-the-least-eigenvalue-small",
    says="Two inputs at distance ρ make the least eigenvalue of the tangent kernel of every "
    "network at most (Gρ)²/2, G a Lipschitz constant of its gradient by the weights in the input.",
    items={"O-61": "instance"},
    where={
        low: ("the least eigenvalue of the tangent kernel", r"\lambda_{\min}"),
        norm2: ("the squared norm of (1, −1), the other entries being 0", r"\|v\|^2"),
        gap2: ("the form there, the squared distance of the gradients", r"v^\top K v"),
        G: "a Lipschitz constant of the gradient by the weights, in the input",
        rho: "the distance of the two inputs",
    },
    given={
        "rayleigh": le(low * norm2, gap2),
        "vector": eq(norm2, 2),
        "lipschitz": le(gap2, (G * rho) ** 2),
    },
    then=le(low, (G * rho) ** 2 / 2),
    facts={"rayleigh": "rayleigh-quotient"},
    scope="every network, every width, any number of further inputs",
)
witness = {low: 1, norm2: 2, gap2: 2, G: 2, rho: 1}
countermodels = {
    "rayleigh": witness | {low: 9},
    "vector": witness | {norm2: 0, low: 9},
    "lipschitz": witness | {gap2: 18, low: 9},
}


def proof():
    return combine(claim, using={"rayleigh": 1, "vector": low, "lipschitz": 1}, scale=2)
