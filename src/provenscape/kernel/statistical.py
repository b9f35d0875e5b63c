"""The rule `sample`: what a design fixed beforehand lets one say of a probability."""

import sympy as sp
from flint import arb, fmpq
from flint import ctx as flint_context

from provenscape.kernel.claim import Claim
from provenscape.kernel.engines import require_identity
from provenscape.kernel.language import Rejected, substitute
from provenscape.kernel.relations import CONFIDENCE, Chance
from provenscape.kernel.theorem import Step


class Unsupported(Rejected):
    """Counts that are in order and do not support the statement."""


def sample(claim: Claim, successes: int, trials: int) -> tuple[Step, tuple[()]]:
    """The conclusion, an affine inequality in one probability, on its exact binomial interval.

    The interval is Clopper and Pearson's (1934), two-sided, at `CONFIDENCE`, for independent trials
    whose number the claim fixes beforehand; its ends come from the beta quantile, widened by 1e-12,
    and are confirmed by Arb's regularized incomplete beta function. Raises `Unsupported` where the
    interval does not lie within the conclusion. Verdict: supported.
    """
    if any(type(n) is not int for n in (successes, trials)):
        raise Rejected("successes and trials are whole numbers")
    if not 0 <= successes <= trials or trials < 1:
        raise Rejected(f"{successes} successes in {trials} trials")
    if not isinstance(claim.then, Chance) or claim.given:
        raise Rejected("a sample supports a chance, whose design leaves nothing to hypotheses")
    if trials not in claim.then.trials:
        planned = " or ".join(map(str, claim.then.trials))
        raise Rejected(f"{claim.id} planned {planned} trials, not {trials}")
    relation, probability = claim.then.relation, claim.then.probability
    low, high = interval(successes, trials, CONFIDENCE)
    values = [substitute(relation.expr, {probability: end}) for end in (low, high)]
    if not all(isinstance(v, sp.Rational) for v in values):
        raise Rejected(f"the conclusion must be affine in {probability} alone")
    share = (probability - low) / (high - low)
    require_identity(relation.expr, values[0] + share * (values[1] - values[0]))
    if not all(v > 0 or (v == 0 and relation.sign == ">=") for v in values):
        raise Unsupported(
            f"{successes} of {trials} give [{float(low):.4g}, {float(high):.4g}], "
            f"which does not lie where {relation.text()}"
        )
    detail = f"{successes} successes in {trials} trials, at confidence {CONFIDENCE}"
    return Step("sample", "supported", ("scipy", "arb"), detail=detail), ()


def interval(
    successes: int, trials: int, confidence: sp.Rational
) -> tuple[sp.Rational, sp.Rational]:
    """Clopper and Pearson's interval for a binomial probability, widened outward by 1e-12."""
    from scipy.special import betaincinv  # a third of the kernel's imports, and rarely needed

    tail = (1 - confidence) / 2
    failures = trials - successes
    slack = sp.Rational(1, 10**12)
    low = high = sp.Integer(0)
    if successes:
        low = sp.Rational(betaincinv(successes, failures + 1, float(tail))) - slack
        low = max(low, sp.Integer(0))
        if low and not _beta_cdf(low, successes, failures + 1) <= _exact(tail):
            raise Rejected("the engines disagree on the lower end of a binomial interval")
    high = sp.Integer(1)
    if failures:
        high = sp.Rational(betaincinv(successes + 1, failures, float(1 - tail))) + slack
        high = min(high, sp.Integer(1))
        if high < 1 and not _beta_cdf(high, successes + 1, failures) >= _exact(1 - tail):
            raise Rejected("the engines disagree on the upper end of a binomial interval")
    return low, high


def _exact(value: sp.Rational) -> arb:
    return arb(fmpq(int(value.p), int(value.q)))


def _beta_cdf(x: sp.Rational, a: int, b: int) -> arb:
    with flint_context.workprec(256):
        return _exact(x).beta_lower(arb(a), arb(b), regularized=1)
