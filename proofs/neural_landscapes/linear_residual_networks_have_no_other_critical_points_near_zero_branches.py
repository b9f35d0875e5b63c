"""|∂L/∂A_i| ≥ (1 − τ)^(n − 1)|E| if all spectral norms are ≤ τ < 1: no critical point but E = 0.

Residual blocks (I + A_n) … (I + A_1) with matrices of any size and L = ½|P − Φ|², P the product, Φ
the target, Frobenius norms. The gradient in A_i is E = P − Φ multiplied by the transposes of the
other n − 1 factors, one after the other. Multiplication of a matrix X by I + A' gives X + Y with
|Y| ≤ τ|X|, and |X + Y| ≥ (1 − τ)|X|, here from |τX + Y|² ≥ 0. So |∇L|² ≥ 2n(1 − τ)^(2n − 2) L, a PL
inequality within distance τ of zero branches: Hardt & Ma (2017), who show too that for targets of
positive determinant and n large a fit lies there. Outside it may fail: at A_i = −I for two i or
more the gradient is 0 for every target.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, lt, real

X, q, Y, E_2, tau, D = real("X q Y E_2 tau K")

claim = Claim(
    id="linear-residual-networks-have-no-other-critical-points-near-zero-branches",
    says="In a linear residual network of any width and depth n whose branches have spectral norms "
    "≤ τ < 1, the gradient of ½|P − Φ|² in each branch has squared length ≥ (1 − τ)^(2n−2)|P − "
    "Φ|²: a critical point there fits the target, so that all saddles are at distance 1 or more.",
    items={"L-44": "instance", "N-67": "instance"},
    where={
        X: ("squared norm of the error times the factors so far", r"|X|^2"),
        E_2: ("squared norm of the error P − Φ", r"|E|^2"),
        Y: ("squared norm of X times the next branch", r"|Y|^2"),
        q: (r"inner product of the two", r"\langle X, Y\rangle"),
        tau: "bound on the spectral norms of the branches",
        D: "(1 − τ)² to the power of the number of factors so far",
    },
    given={
        "norm": le(Y, tau**2 * X),
        "square": ge(tau**2 * X + 2 * tau * q + Y),
        "positive": gt(tau),
        "less_than_one": lt(tau, 1),
    },
    then=Invariant(
        (ge(X, D * E_2), ge(D)),
        start={X: E_2, D: 1},
        update={X: X + 2 * q + Y, D: (1 - tau) ** 2 * D},
        fixed=(tau,),
    ),
    about="the saddles of a network with skip connections and of the same network without",
    scope="squared error of the product against a target, as for whitened inputs",
)
half = Rational(1, 2)
witness = [
    {E_2: 16, tau: half, q: -8, Y: 4},
    {q: -2, Y: 1},
    {q: 0, Y: 0},
]
countermodels = {
    "norm": [{E_2: 1, tau: half, q: -1, Y: 1}, {q: 0, Y: 0}],
}


def proof():
    # (1 - τ)²X + (1 - τ)/τ (τ²X - Y) + (τ²X + 2τq + Y)/τ = X + 2q + Y
    steps = [claim.at_next_state(i) for i in range(2)]
    return induct(
        claim,
        (None, None),
        (
            combine(
                steps[0],
                using={"invariant.0": (1 - tau) ** 2, "norm": (1 - tau) / tau, "square": 1 / tau},
            ),
            combine(steps[1], using={"invariant.1": (1 - tau) ** 2}),
        ),
    )
