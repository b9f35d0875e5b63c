"""On random instances of the notes' four problems descent from random starts finds the optimum.

Each trial has instances of its own. Starts are small: from starts of deviation 1/2 some per cent of
the completions are missed. The control observes half of the entries instead of three quarters; an
instance with seven of nine entries and a spurious minimum is proved beside (claim
descent-can-settle-at-a-spurious-minimum-of-completion).
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="descent-finds-the-global-optimum-from-random-starts",
    says="On a random instance of each of factorization, completion, principal components and "
    "dictionary learning, small and without noise, gradient descent from a random start, near 0 in "
    "the first two, finds the global optimum of all four with probability at least 99 %.",
    items={"N-86": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(99, 100)),
        p,
        "all four runs end, after 2000 steps, with a loss within 10⁻⁶ of the least",
        "an instance of each problem is drawn: a 6 × 5 matrix of rank 2 and a 10 × 10 matrix of "
        "rank 1, products of Gaussian factors scaled to norm 1, the second with each entry "
        "observed with probability 3/4; the covariance of 24 Gaussian vectors in six dimensions, "
        "scaled to norm 1; six orthonormal atoms, θ = 1/3, in the mean over the data; gradient "
        "descent runs with steps 1/2, 1/2, 1, 1/10 from starts normal of deviation 1/1000 for the "
        "first two problems and uniform on the sphere for the others",
        trials=(4_000, 10_000),
    ),
    scope="these sizes and laws of the instances, without noise and of the right rank; small "
    "starts for factorization and completion",
)
EVIDENCE = {"table": "start_counts", "setting": "three quarters observed"}
CONTROL = {"table": "start_counts", "setting": "half observed"}
