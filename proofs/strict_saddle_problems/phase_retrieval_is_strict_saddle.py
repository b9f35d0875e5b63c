"""Real phase retrieval in the mean: definite curvature at ±z, negative at all else that is
stationary.

The loss at x + tv is a function of |x + tv|² and ⟨x + tv, z⟩; its second derivative at t = 0 is the
curvature along v. At ±z it is at least 8|z|²|v|², at 0 at most −4|z|²|v|², and where x ⟂ z and
3|x|² = |z|² it is −8|z|⁴ along v = z.
"""

from dataclasses import replace

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, lt, real
from provenscape.models.landscapes.phase_retrieval import population

S, V, b, t = real("S V b t")


def along(name, length2, along_x, step2, overlap, change):
    """The mean loss at x + tv, from |x|², ⟨x, v⟩, |v|², ⟨x, z⟩ and ⟨z, v⟩."""
    moved2 = length2 + 2 * t * along_x + t**2 * step2
    return function(name, (t,), population(moved2, S, overlap + t * change))


at_signal, at_origin = along("f", S, b, V, S, b), along("g", 0, 0, V, 0, b)
at_saddle = along("h", S / 3, 0, S, 0, S)
signal, origin, saddle = (f.partial(t, t, at=(0,)) for f in (at_signal, at_origin, at_saddle))

claim = Claim(
    id="phase-retrieval-is-strict-saddle",
    says="Real phase retrieval has, in the mean over Gaussian measurements, the strict saddle "
    "property: the Hessian is definite at the signal and its negative, and has a negative "
    "eigenvalue at 0 and at the vectors orthogonal to the signal of a third of its squared length, "
    "the only other stationary points.",
    items={"O-29": "instance", "E-36": "instance", "O-30": "instance"},
    where={
        S: ("the squared length of the signal z", "|z|^2"),
        V: ("the squared length of a direction v", "|v|^2"),
        b: ("the product of z and v", r"\langle z,v\rangle"),
    },
    given={"signal": gt(S), "direction": gt(V)},
    then=(gt(signal), lt(origin, 0), eq(saddle, -8 * S**2)),
    bridges=("fourth-moments-of-gaussian-vectors",),
    repairs="finitely-many-phases-have-the-strict-saddle-property",
    about="the loss of real phase retrieval",
    scope="every dimension; f and g are the mean loss at z + tv and tv, h that at x + tz with "
    "x ⟂ z and 3|x|² = |z|²",
)
witness = {S: 1, V: 1, b: 0}
countermodels = {
    "signal": {S: 0, V: 1, b: 0},
    "direction": {S: 1, V: 0, b: 0},
}
mutants = [("twice the curvature at the signal", replace(claim, then=ge(signal, 16 * S * V)))]


def proof():
    parts = [
        combine(claim.part(0), using={"signal": 8 * V}, squares=[(16, b)]),
        combine(claim.part(1), using={"signal": 4 * V}, squares=[(8, b)]),
        combine(claim.part(2), using={}),
    ]
    return conjoin(claim, parts)
