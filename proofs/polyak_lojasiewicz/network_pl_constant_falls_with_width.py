"""Wider need not be worse: with random neurons the tangent kernel's mean least eigenvalue may rise.

The linear network f(x) = Σ uᵢ⟨vᵢ, x⟩/√m starts with uᵢ = 0 and vᵢ = e₁ or e₂, independently, with
probabilities p and 1 − p. On the inputs e₁ and e₂ the kernel of one neuron is diag(1, 0) or
diag(0, 1), singular; that of two is ½I with probability 2p(1 − p), so that the mean of its least
eigenvalue is p(1 − p). This is so for every law (wider-kernels-are-better-conditioned-in-the-mean).
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, function, gt, le, lt, real, refute

p = real("p")
u, v1, v2, s, w1, w2 = weights = real("u v1 v2 s w1 w2")
f_1, f_2 = function("f_1", weights[:3], u * v1), function("f_2", weights[:3], u * v2)
g_1 = function("g_1", weights, (u * v1 + s * w1) / sqrt(2))
g_2 = function("g_2", weights, (u * v2 + s * w2) / sqrt(2))
ONE, TWO = (0, 1, 0), (0, 0, 1)  # a neuron with v = e₁, with v = e₂


def entry(f, *at):
    return sum(slope**2 for slope in f.gradient(at))


narrow = p * entry(f_2, *ONE) + (1 - p) * entry(f_1, *TWO)
wide = (
    p**2 * entry(g_2, *ONE, *ONE)
    + 2 * p * (1 - p) * entry(g_1, *ONE, *TWO)
    + (1 - p) ** 2 * entry(g_1, *TWO, *TWO)
)

claim = Claim(
    id="network-pl-constant-falls-with-width",
    says="With neurons drawn independently from one law, the output scaled by 1/√m, the least "
    "eigenvalue of the tangent kernel, the constant of the PL inequality at the start, does not "
    "rise in the mean from one neuron to two.",
    items={"O-57": "part width"},
    where={p: "the probability that a neuron has v = e₁; else it has v = e₂"},
    given={"some": gt(p), "not_all": lt(p, 1)},
    then=le(wide, narrow),
    about="the tangent kernel of a network as neurons are added",
    scope="linear networks Σ uᵢ⟨vᵢ, x⟩/√m on the inputs e₁ and e₂ with uᵢ = 0, where the kernels "
    "are diagonal; an entry that is the least in each case; the article fixes no parametrisation",
)


def refutation():
    return refute(claim, {p: Rational(1, 2)})
