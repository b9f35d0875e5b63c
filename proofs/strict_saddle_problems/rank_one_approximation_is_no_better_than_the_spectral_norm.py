"""For r = 1 no product comes nearer to M than ½(|M|² − σ²), σ the largest singular value.

For unit vectors a, b and any c, |M − cabᵀ|² = |M|² − 2c·aᵀMb + c² and aᵀMb ≤ σ. Equality holds at
the top singular pair with c = σ (Eckart and Young 1936, for rank one). So for rank M > 1 no local
minimum has UVᵀ = M.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, real

norm, sigma, c, aMb = real("norm sigma c aMb")  # |M|², largest singular value, |UVᵀ| signed, aᵀMb

claim = Claim(
    id="rank-one-approximation-is-no-better-than-the-spectral-norm",
    items=["N-81"],
    says="With r = 1, f ≥ ½(|M|² − σ²) everywhere, attained at the top singular pair; the global "
    "minimum has UVᵀ = M only if rank M ≤ 1.",
    given={"largest": ge(sigma**2, aMb**2)},
    then=ge((norm - 2 * c * aMb + c**2) / 2, (norm - sigma**2) / 2),
    tight=True,
    scope="r = 1, all m and n, over |M|², aᵀMb and c with UVᵀ = cabᵀ",
)
witness = {norm: 5, sigma: 2, aMb: 2, c: 2}
equality = witness
countermodels = {"largest": witness | {sigma: 1}}


def proof():
    half = Rational(1, 2)
    return combine(claim, using={"largest": half}, squares=[(half, c - aMb)])
