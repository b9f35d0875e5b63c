"""A conclusion from hypotheses that contradict each other, as those of a case that cannot be.

With -S = N, where S is positive and N not negative, whatever T is:
T·S = ((T + 1)/2)²·S + ((T - 1)/2)²·N, and T·S = S + (T/2)²·S + ((T - 2)/2)²·N.
"""

from collections.abc import Sequence
from dataclasses import replace

from provenscape.kernel import Claim
from provenscape.search import farkas
from provenscape.search.farkas import Form
from provenscape.search.identities import Identity, planned
from provenscape.search.plans import Lemma, Plan
from provenscape.search.problem import Problem
from provenscape.search.semidefinite import NotFound


def by_contradiction(claim: Claim, lemmas: Sequence[Lemma]) -> Plan:
    """A plan from a linear contradiction; raises `NotFound`."""
    problem = Problem(claim, lemmas, factored=False)
    if problem.then.sign == "=":
        raise NotFound("an equation is derived from equations alone")
    aim, one = problem.target, problem.ring.one
    problem.target = -one
    found = farkas.identity(problem, Form(scales=1))
    problem.target = aim
    strict = problem.then.sign == ">"
    less = aim - one if strict else aim
    plus, minus = (less + one).quo_ground(2), (less - one).quo_ground(2)
    positive = tuple(s for s in found.scale if all(f.sign == ">" for f in s.facts))
    rest = [*(s for s in found.scale if s not in positive), *found.terms]
    terms = [replace(s, root=s.root * plus) for s in positive]
    terms += positive if strict else ()
    terms += [replace(s, root=s.root * minus) for s in rest]
    equations = tuple((fact, e * minus**2) for fact, e in found.equations)
    return planned(problem, Identity(positive, tuple(terms), equations))
