"""In N = C log⁴d steps a component of curvature γ = L/(4N) has not even grown by a half.

With step 1/L the growth P = (1 + γ/L)^N obeys P ≥ 1 + γN/L and, by
growth-is-slow-along-weak-curvature, P(1 − γN/L) ≤ 1, so 5/4 ≤ P ≤ 4/3. An epoch at a saddle of
curvature √(ρε) lasts of the order of L/√(ρε) steps at least, which no function of d bounds. With L,
ρ and ε fixed the published length is of the order of log d, hence O(log⁴ d) as well; the sentence
names d alone, beside a bound that names the others.
"""

from sympy import Rational

from provenscape.kernel import Claim, ge, gt, le, real, refute

gamma, L, N, P = real("gamma L N P")

claim = Claim(
    id="stuck-epochs-last-polylog-d-steps",
    says="O(log⁴ d) steps of perturbed gradient descent end a stuck epoch at every saddle: some "
    "number of steps that depends on d alone doubles the unstable component, whatever the "
    "curvature is.",
    items={"O-38": "part length-of-an-epoch"},
    where={
        N: ("the number of steps", r"C\log^4 d"),
        gamma: "the negative curvature of the saddle",
        L: "the Lipschitz constant of the gradient, whose inverse is the step length",
        P: ("the growth of the unstable component in N steps", r"(1+\gamma/L)^N"),
    },
    given={
        "smooth": gt(L),
        "curvature": gt(gamma),
        "growth_is_at_least_linear": ge(P, 1 + gamma * N / L),
        "growth_is_slow": le(P * (1 - gamma * N / L), 1),
    },
    then=ge(P, 2),
    constants=(N,),
    scope="quadratic saddles",
)


def refutation():
    return refute(claim, {L: 1, gamma: 1 / (4 * N), P: Rational(4, 3)})
