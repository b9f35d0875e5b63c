"""For which classes points that have PEPit's conditions belong to a function or an operator.

Then, and only then, what attains a worst case of the conditions is a worst case over the class.
PEPit's documentation calls the conditions of the classes below interpolation conditions, or
necessary and sufficient; of all others, and of the classes of a script, it is not known here.

Those of strongly monotone and cocoercive operators are sufficient for moduli that are not negative,
as monotone operators extend to maximally monotone ones (E. Ryu, A. Taylor, C. Bergeling and P.
Giselsson, Operator splitting performance estimation, SIAM J. Optim. 30 (2020) 2251-2271). With a
negative modulus such an operator need not be monotone, and is none that PEPit's class describes: of
the same inequality, as NegativelyComonotoneOperator has it, PEPit says that it may not be
sufficient. Of beta = 0 it says that the class, of continuous operators, is not meant.
"""

from collections.abc import Iterable

from PEPit import Function, functions, operators

from provenscape.rate.nonconvex import Least

SUFFICIENT = {
    functions.ConvexFunction,
    functions.ConvexIndicatorFunction,
    functions.ConvexLipschitzFunction,
    functions.ConvexQGFunction,
    functions.ConvexSupportFunction,
    functions.SmoothConvexFunction,
    functions.SmoothConvexLipschitzFunction,
    functions.SmoothFunction,
    functions.SmoothStronglyConvexFunction,
    functions.SmoothStronglyConvexQuadraticFunction,
    functions.StronglyConvexFunction,
    operators.CocoerciveOperator,
    operators.LinearOperator,
    operators.LipschitzOperator,
    operators.MonotoneOperator,
    operators.NonexpansiveOperator,
    operators.SkewSymmetricLinearOperator,
    operators.StronglyMonotoneOperator,
    operators.SymmetricLinearOperator,
}


def necessary_only(given: Iterable[Function]) -> tuple[str, ...]:
    """The classes, by name, whose conditions are not known to be sufficient.

    A subclass has a class's name or methods, and perhaps other conditions. The adjoint of a linear
    operator is no function of its own, and PEPit gives it no number.
    """
    leaves = [one for one in given if one.get_is_leaf() and one.counter is not None]
    return tuple(dict.fromkeys(type(one).__name__ for one in leaves if not _sufficient(one)))


def _sufficient(one: Function) -> bool:
    if isinstance(one, Least):
        return not one.least
    if type(one) is operators.StronglyMonotoneOperator and one.mu < 0:
        return False
    if type(one) is operators.CocoerciveOperator and one.beta <= 0:
        return False
    return type(one) in SUFFICIENT
