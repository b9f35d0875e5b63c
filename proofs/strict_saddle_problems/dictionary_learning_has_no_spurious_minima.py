"""Two orthonormal atoms for four samples in the plane can be a strict minimum that is not global.

The samples are (4, ±3)/5 and (±3, 4)/5, each coded by one atom. With the atoms e₁ and e₂ the first
two are nearest to e₁, the others to e₂, also for all atoms nearby; the loss is 36/25 and the
Hessian in the atoms' directions is positive definite. With (1, 1)/√2 and (1, −1)/√2 it is 2/25. For
complete dictionaries, Bernoulli-Gaussian codes and a smoothed sparsity on the sphere Sun, Qu &
Wright (2017) show that there is none, with high probability.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, function, gt, le, real, refute

u, v, s, t = real("u v s t")
C, S = Rational(4, 5), Rational(3, 5)


def caught(x, y, *atom):
    """The square of the projection of a sample to the line of an atom."""
    return (x * atom[0] + y * atom[1]) ** 2 / (atom[0] ** 2 + atom[1] ** 2)


one, two = (1, u), (v, 1)
samples = {(C, S): (one, two), (C, -S): (one, two), (S, C): (two, one), (-S, C): (two, one)}
f = function("f", (u, v), 4 - sum(caught(*x, *near) for x, (near, _) in samples.items()))
g = function(
    "g",
    (s, t),
    4 - caught(C, S, 1, s) - caught(S, C, 1, s) - caught(C, -S, 1, t) - caught(-S, C, 1, t),
)

claim = Claim(
    id="dictionary-learning-has-no-spurious-minima",
    says="Dictionary learning has no spurious local minima: where the gradient of the loss f "
    "vanishes, its Hessian is positive definite and each sample is nearer to the atom that codes "
    "it, the loss is at most that of other atoms.",
    items={"N-85": "part dictionary-learning"},
    where={
        s: "the slope of the line of another first atom (1, s)",
        t: "that of another second atom (1, t)",
    },
    given={
        "stationary_in_the_first": eq(f.partial(u)),
        "stationary_in_the_second": eq(f.partial(v)),
        "curved_in_the_first": gt(f.partial(u, u)),
        "curved_in_both": gt(f.hessian().det()),
        **{
            f"nearest_{i}": gt(caught(*x, *near), caught(*x, *far))
            for i, (x, (near, far)) in enumerate(samples.items(), 1)
        },
    },
    then=le(f(u, v), g(s, t)),
    bridges=("second-order-sufficient-condition",),
    about="spurious minima of dictionary learning",
    scope="two atoms (1, u) and (v, 1) up to their lengths for the samples (4, ±3)/5 and (±3, 4)/5 "
    "in the plane, each coded by a multiple of one atom, squared loss; g is the loss where "
    "(4, 3)/5 and (3, 4)/5 are coded by the first atom",
)


def refutation():
    return refute(claim, {u: 0, v: 0, s: 1, t: -1})
