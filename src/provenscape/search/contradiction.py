"""Hypotheses that contradict each other, from which anything would follow.

Shown by an identity -Σ pⱼ = Σ cₖ wₖ qₖ² + Σ eᵢ Eᵢ, where the pⱼ are positive and the wₖ not
negative under the hypotheses: a number below 0 would be one that is not. Or by a proof, from the
other hypotheses, that one of them fails.
"""

from collections.abc import Sequence

import sympy as sp

from provenscape.kernel import Claim, Rejected, ge, gt
from provenscape.search import certificates, farkas
from provenscape.search.certificates import Size
from provenscape.search.farkas import Form
from provenscape.search.identities import Summand
from provenscape.search.problem import Problem
from provenscape.search.proving import UP_TO_SCALES, together
from provenscape.search.semidefinite import NotFound

MOST_DOUBTED = 4  # hypotheses


def contradiction(claim: Claim, linear: bool = False) -> str:
    """In words, which hypotheses cannot hold together, and the identity that shows it; or ''.

    With `linear` they are only added up, which takes no time.
    """
    if not claim.given:
        return ""
    aim = sp.Symbol("aim", real=True)
    stated = claim.lemma("contradiction", {**claim.given, "aim": ge(-1 - aim)}, ge(aim))
    finders = (
        lambda problem: farkas.identity(problem, Form(scales=1)),
        lambda problem: farkas.identity(problem, Form(2, 1, 1)),
        lambda problem: certificates.identity(problem, (), Size()),
    )
    for find in finders[:1] if linear else finders:
        try:
            problem = Problem(stated)
            problem.target = problem.whole = problem.ring(-1)
            problem.factors, problem.square, problem.reduced = (), problem.ring.one, []
            problem.facts = [f for f in problem.facts if f.name != "aim"]
            found = find(problem)
        except (NotFound, Rejected):
            continue
        used = sorted(
            {str(f.name) for s in (*found.scale, *found.terms) for f in s.facts if f.name}
            | {n for f, _ in found.equations for n, _ in f.made}
            | {n for step in problem.solved for n, _ in step.made}
        )
        left = total(problem, found.scale)
        right = total(problem, found.terms)
        return f"{', '.join(used)} cannot hold together: -({left}) = {right}"
    few = len(claim.given) <= MOST_DOUBTED and claim.iteration is None
    return one_fails(claim) if few and not linear else ""


def one_fails(claim: Claim) -> str:
    """In words, which hypothesis the others refute; or ''."""
    for name, relation in claim.given.items():
        if relation.sign == "=":
            continue
        op = ge if relation.sign == ">" else gt
        rest = {n: r for n, r in claim.given.items() if n != name}
        try:
            opposite = op(-relation.expr)
            stated = claim.lemma("opposite", rest, opposite)
            together({0: stated}, lambda _: None, UP_TO_SCALES)
        except (NotFound, Rejected):
            continue
        others = f" from {', '.join(rest)}" if rest else ""
        return f"{name} cannot hold: {opposite.text()} is proved{others}"
    return ""


def total(problem: Problem, summands: Sequence[Summand]) -> str:
    """The sum, each product with its hypotheses in brackets."""
    shown = []
    for s in summands:
        factors = [f"({sp.sstr(problem.expr(f.polynomial))})" for f in s.facts]
        if s.root != 1:
            factors.append(f"({sp.sstr(problem.expr(s.root))})**2")
        number = [sp.sstr(s.weight)] if s.weight != 1 or not factors else []
        shown.append("*".join([*number, *factors]))
    return " + ".join(shown) or "0"
