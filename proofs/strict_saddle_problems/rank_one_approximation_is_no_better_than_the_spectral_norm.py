"""For r = 1 no product comes nearer to M than ½(|M|² − σ²), σ the largest singular value.

For unit vectors a, b and any c, |M − cabᵀ|² = |M|² − 2c·aᵀMb + c² and |aᵀMb| ≤ σ. Equality holds at
the top singular pair with c = σ (Eckart and Young 1936, for rank one). So for rank M > 1 no local
minimum has UVᵀ = M.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, function, ge, real

norm2, sigma, c, form = real("norm2 sigma c form")
half = Rational(1, 2)
phi = function("phi", (c,), half * (norm2 - 2 * c * form + c**2))

claim = Claim(
    id="rank-one-approximation-is-no-better-than-the-spectral-norm",
    says="With r = 1, f = ½|uvᵀ − M|² ≥ ½(|M|² − σ²) everywhere, where σ is the largest value of "
    "aᵀMb over unit vectors; the bound is attained where aᵀMb = c = σ.",
    items={"N-80": "definition"},
    where={
        norm2: ("the squared norm of M", r"\|M\|^2"),
        sigma: ("the largest product aᵀMb over unit vectors a and b", r"\sigma"),
        form: ("the product aᵀMb for two unit vectors a and b", r"a^\top Mb"),
        c: "a number, so that uvᵀ = cabᵀ",
    },
    given={"largest": ge(sigma**2, form**2)},
    then=ge(phi(c), half * (norm2 - sigma**2)),
    tight=True,
    scope="r = 1, all m and n; φ(c) is f at uvᵀ = cabᵀ, multiplied out",
)
witness = {norm2: 5, sigma: 2, form: 2, c: 2}
equality = witness
countermodels = {"largest": witness | {sigma: 1}}


def proof():
    return combine(claim, using={"largest": half}, squares=[(half, c - form)])
