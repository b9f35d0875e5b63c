"""On instances of the notes' four problems descent from random starts finds the global optimum.

Completion is of rank 1 with three quarters of the entries and small starts: at rank 2 from standard
normal starts it is not so reliable. The control is a completion with too few entries, whose
spurious minimum is proved beside (claim descent-settles-only-at-the-global-optimum-of-completion).
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="descent-finds-the-global-optimum-from-random-starts",
    says="On a few small random instances of factorization, completion, principal components and "
    "dictionary learning gradient descent from a random start finds the global optimum with "
    "probability at least 99 %.",
    items={"N-86": "instance"},
    given={},
    then=Chance(
        ge(p, Rational(99, 100)),
        p,
        "gradient descent ends with a loss within 10⁻⁶ of the least",
        "one of the four problems (6 × 5 factorization of rank 2, 10 × 10 completion of rank 1 "
        "from three quarters of the entries, the first of six principal components, one of six "
        "dictionary atoms) and one of its instances, of which the quick run has one and the full "
        "run six, are taken at random, and then a normal start, for completion a hundredth of one "
        "and for the last two one that is put on the sphere",
        trials=(1_600, 6_000),
    ),
    repairs="descent-settles-only-at-the-global-optimum-of-completion",
    about="gradient descent on matrix completion",
    scope="the instances drawn, without noise and of the right rank",
)
EVIDENCE = {"table": "start_counts", "setting": "claimed"}
CONTROL = {"table": "start_counts", "setting": "too few entries"}
