"""What the suites of attacks share: symbols, short claims, and a list of attacks by name."""

from collections.abc import Callable

import sympy as sp

from provenscape.kernel import Chance, Claim, function, ge, real

a, h, p, r, t, x, y, z = real("a h p r t x y z")
half = sp.Rational(1, 2)
MINUS = function("minus", (x,), -1)(x)  # SymPy would fold -1 >= 0 itself
ONE = function("one", (x,), 1)(x)

Attack = Callable[[], object]


def claim(then, given=None, **more):
    fields = {"id": "attack", "says": "something false", "items": {}, "given": given or {}}
    return Claim(**(fields | {"then": then} | more))


FALSE = claim(ge(MINUS))


def chance(relation, trials=(100,), probability=p):
    return claim(Chance(relation, probability, "a success", "one throw", trials))


def registry() -> tuple[dict[str, tuple[str, Attack]], Callable, Callable]:
    """A list of attacks, each with the words of its rejection, and two ways to add to it."""
    known: dict[str, tuple[str, Attack]] = {}

    def attack(words: str) -> Callable[[Attack], Attack]:
        """Register a function as an attack, named after what it tries."""

        def register(tried: Attack) -> Attack:
            known[tried.__name__] = (words, tried)
            return tried

        return register

    def attacks(words: str, **tries: Attack) -> None:
        """Register several short attacks that must fail for the same reason."""
        known.update({name: (words, tried) for name, tried in tries.items()})

    return known, attack, attacks
