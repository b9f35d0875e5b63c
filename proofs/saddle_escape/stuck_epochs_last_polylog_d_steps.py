"""In N = C log⁴d steps a component of curvature γ = 1/(4ηN) has not even grown by a half.

By growth-is-slow-along-weak-curvature growth P obeys P(1 − ηγN) ≤ 1, so P ≤ 4/3. An epoch at a
saddle of curvature √(ρε) lasts of the order of L/√(ρε) steps at least, which no function of d
bounds.
"""

from sympy import Rational

from provenscape.kernel import Claim, ge, gt, le, real, refute

s, N, P = real("s N P")  # ηγ, the number C log⁴ d, and the growth in N steps

claim = Claim(
    id="stuck-epochs-last-polylog-d-steps",
    items=["O-38"],
    says="O(log⁴ d) steps of perturbed gradient descent end a stuck epoch at every saddle.",
    given={"curvature": gt(s), "growth_in_N_steps": le(P * (1 - s * N), 1)},
    then=ge(P, 2),
    locally=(N,),
    scope="'for some number of steps N that depends on d alone the unstable component has "
    "doubled'; quadratic saddles of curvature γ with s = ηγ. With L, ρ and ε fixed the published "
    "length is of the order of log d, hence O(log⁴ d) as well; the sentence names d alone, beside "
    "a bound that names the others",
)


def refutation():
    return refute(claim, {s: 1 / (4 * N), P: Rational(4, 3)})
