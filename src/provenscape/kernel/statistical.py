"""The rule `sample`: what a design fixed beforehand lets one say of a probability."""

from typing import Any

import sympy as sp
from flint import arb, fmpq
from flint import ctx as flint_context
from scipy.stats import beta

from provenscape.kernel.engines import require_identity
from provenscape.kernel.statements import Claim, Rejected, Relation, admit, substitute
from provenscape.kernel.theorem import Step, Theorem, seal


def sample(
    claim: Claim, probability: sp.Symbol, successes: int, trials: int, confidence: Any
) -> Theorem:
    """The conclusion, an affine relation in one probability, on its exact binomial interval.

    The interval is Clopper and Pearson's (1934), two-sided, at the stated confidence, for
    independent trials whose number was fixed beforehand; its ends come from the beta quantile,
    widened by 1e-12, and are confirmed by Arb's regularized incomplete beta function.
    Verdict: supported.
    """
    if any(type(n) is not int for n in (successes, trials)):
        raise Rejected("successes and trials are whole numbers")
    if not 0 <= successes <= trials or trials < 1:
        raise Rejected(f"{successes} successes in {trials} trials")
    level = admit(confidence)
    if not isinstance(level, sp.Rational) or not sp.Rational(1, 2) <= level < 1:
        raise Rejected("the confidence is a rational number in [1/2, 1)")
    if not isinstance(claim.then, Relation) or claim.then.op == "=":
        raise Rejected("a sample supports inequalities")
    expr = claim.then.expr
    low, high = interval(successes, trials, level)
    values = [substitute(expr, {probability: end}) for end in (low, high)]
    if expr.free_symbols != {probability} or not all(isinstance(v, sp.Rational) for v in values):
        raise Rejected(f"the conclusion must be affine in {probability} alone")
    share = (probability - low) / (high - low)
    require_identity(expr, values[0] + share * (values[1] - values[0]))
    if not all(v > 0 or (v == 0 and claim.then.op == ">=") for v in values):
        raise Rejected(
            f"{successes} of {trials} give [{float(low):.4g}, {float(high):.4g}], "
            f"which does not lie where {claim.then.text()}"
        )
    detail = f"{successes} successes in {trials} trials, at confidence {level}"
    return seal(claim, Step("sample", "supported", ("scipy", "arb"), detail=detail))


def interval(
    successes: int, trials: int, confidence: sp.Rational
) -> tuple[sp.Rational, sp.Rational]:
    """Clopper and Pearson's interval for a binomial probability, widened outward by 1e-12."""
    tail = (1 - confidence) / 2
    failures = trials - successes
    slack = sp.Rational(1, 10**12)
    low = high = sp.Integer(0)
    if successes:
        low = sp.Rational(beta.ppf(float(tail), successes, failures + 1)) - slack
        low = max(low, sp.Integer(0))
        if low and not _beta_cdf(low, successes, failures + 1) <= _exact(tail):
            raise Rejected("the engines disagree on the lower end of a binomial interval")
    high = sp.Integer(1)
    if failures:
        high = sp.Rational(beta.ppf(float(1 - tail), successes + 1, failures)) + slack
        high = min(high, sp.Integer(1))
        if high < 1 and not _beta_cdf(high, successes + 1, failures) >= _exact(1 - tail):
            raise Rejected("the engines disagree on the upper end of a binomial interval")
    return low, high


def _exact(value: sp.Rational) -> arb:
    return arb(fmpq(int(value.p), int(value.q)))


def _beta_cdf(x: sp.Rational, a: int, b: int) -> arb:
    with flint_context.workprec(256):
        return _exact(x).beta_lower(arb(a), arb(b), regularized=1)
