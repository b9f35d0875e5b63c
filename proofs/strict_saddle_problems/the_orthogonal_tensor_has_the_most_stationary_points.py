"""No quartic form with finitely many stationary points on the sphere has more than 3^d − 1.

A stationary point x of f on the sphere is an eigenvector, ∇f(x) = λx, as is −x, and f has at most
((p − 1)^d − 1)/(p − 2) of these up to scaling if they are finitely many (Cartwright & Sturmfels
2013), for p = 4 (3^d − 1)/2. The orthogonal tensor Σ xᵢ⁴ attains it with real points: each
coordinate is 0, positive or negative, and not all are 0. Of its points all but 2d are saddles or
maxima.
"""

from provenscape.kernel import Claim, combine, eq, le, real

power, number, lines, most = real("P M R N")

claim = Claim(
    id="the-orthogonal-tensor-has-the-most-stationary-points",
    says="A form of degree four in d variables has at most 3^d − 1 stationary points on the "
    "sphere, if finitely many eigenvectors up to scaling: as many as an orthogonal tensor has.",
    items={"O-29": "instance"},
    where={
        number: "the number of stationary points of the form on the sphere",
        lines: "the number of pairs x, −x of them",
        most: "the number of eigenvectors up to scaling, complex ones too, that a form can have",
        power: "the power 3^d",
    },
    given={
        "pairs": eq(number, 2 * lines),
        "eigenvectors": le(lines, most),
        "bound": eq(2 * most, power - 1),
    },
    then=le(number, power - 1),
    facts={"bound": "number-of-eigenvectors-of-a-form"},
    tight=True,
    scope="degree four, every number of variables",
)
witness = {number: 8, lines: 4, most: 4, power: 9}
equality = witness
countermodels = {
    "pairs": witness | {number: 9},
    "eigenvectors": witness | {number: 10, lines: 5},
    "bound": witness | {power: 3},
}


def proof():
    return combine(claim, using={"pairs": -1, "eigenvectors": 2, "bound": -1})
