"""`series`, `pythagoras` and `enclose`: what is not algebra."""

import sympy as sp

from provenscape.coq.derivation import Derived
from provenscape.coq.lemmas import Lemma, Lemmas, bounds_of
from provenscape.coq.signs import FIELD, Signs
from provenscape.coq.text import NotExported, Writer
from provenscape.kernel import Relation
from provenscape.kernel.cone import nonnegative
from provenscape.kernel.engines import unfold
from provenscape.kernel.language import admit
from provenscape.kernel.relations import Bound

# Of coq/Series.v: the bound at {t}, of which p' says that it is not negative; and the bound at the
# opposite {t} of an argument that is not positive, where p' says it of this opposite.
AHEAD = {
    sp.exp: "exp_above {order} {t} p'",
    sp.cos: "proj1 (cos_and_sin {order}) {t} p'",
    sp.sin: "proj2 (cos_and_sin {order}) {t} p'",
    sp.log: "log_ahead {order} {t} p'",
}
BEHIND = {
    sp.exp: "exp_of_minus {order} {t} p'",
    sp.cos: AHEAD[sp.cos],
    sp.log: "log_behind {order} {t} p' ltac:(lra)",
}


def series(lemmas: Lemmas, node: Derived) -> Lemma:
    """Taylor's bounds, which are theorems for every degree."""
    function, degree = node.arguments["function"], node.arguments["degree"]
    argument = unfold(admit(node.arguments["argument"]))
    claim, then = node.claim, node.claim.then
    if not isinstance(then, Relation):
        raise NotExported("a Taylor bound is one relation")
    known = tuple(h.bound for h in claim.known())
    opposite = sp.expand(-argument)
    forward, backward = nonnegative(argument, known), nonnegative(opposite, known)
    order = degree // 2 if function in (sp.cos, sp.sin) else degree

    def proof(write: Writer, labels: tuple[str, ...]) -> list[str]:
        text = write.text(argument)
        write.text(then.expr)
        signs = Signs(write, *bounds_of(claim, labels))

        def bound(theorems: dict[type, str], t: str) -> str:
            if function not in theorems:
                raise NotExported("a Taylor bound of the sine where its argument is negative")
            theorem = theorems[function].format(order=f"{order}%nat", t=t)
            forms = f"rewrite ?Ropp_involutive, ?cos_neg; written_out; {FIELD}"
            return f"refine (same_nonnegative _ _ _ ({theorem})); {forms}."

        lines, there = signs.denominators(), f"(- {text})"
        if forward:
            lines.append(f"assert (p' : 0 <= {text}) by ({signs.sign(argument, False)}).")
            return [*lines, bound(AHEAD, text)]
        if backward:
            turned = f"apply (same_nonnegative _ {write.text(opposite)}); [{FIELD} | "
            turned += f"{signs.sign(opposite, False)}]"
            return [*lines, f"assert (p' : 0 <= {there}) by ({turned}).", bound(BEHIND, there)]
        split = f"destruct (Rle_lt_dec 0 {text}) as [p' | n']."
        other = f"assert (p' : 0 <= {there}) by lra."
        return [*lines, split, f"{{ {bound(AHEAD, text)} }}", other, bound(BEHIND, there)]

    return lemmas.plain(claim, proof)


def pythagoras(lemmas: Lemmas, node: Derived) -> Lemma:
    """sin² + cos² = 1."""
    argument = unfold(admit(node.arguments["argument"]))

    def proof(write: Writer, labels: tuple[str, ...]) -> list[str]:
        text = write.text(argument)
        return [
            f"apply (same_zero _ (sin {text} ^ 2 + cos {text} ^ 2 - 1)); "
            f"[{FIELD} | rewrite sum_of_squares; ring]."
        ]

    return lemmas.plain(node.claim, proof)


def enclose(lemmas: Lemmas, node: Derived) -> Lemma:
    """A cofactor that intervals show to be positive on a box."""
    claim, box = node.claim, node.arguments["box"]
    if not isinstance(claim.then, Relation):
        raise NotExported("an enclosure concludes no relation")
    then = claim.then
    factor = unfold(admit(node.arguments["factor"]))
    cofactor = sp.cancel(then.expr / factor) if factor != 1 else then.expr

    def proof(write: Writer, labels: tuple[str, ...]) -> list[str]:
        signs = Signs(write, *bounds_of(claim, labels))
        lines: list[str] = []
        for symbol, ends in box.items():
            low, high = map(admit, ends)
            name = write.names.get(symbol)
            if name is None:
                continue
            sides = f"{write.text(low)} <= {name} <= {write.text(high)}"
            first = signs.goal(Bound(symbol - low, ">="))
            second = signs.goal(Bound(high - symbol, ">="))
            lows, highs = write.text(symbol - low), write.text(high - symbol)
            lines.append(
                f"assert (box_{len(lines)}' : {sides}) by (split; "
                f"[assert (0 <= {lows}) by ({first}) | assert (0 <= {highs}) by ({second})]; lra)."
            )
        write.text(then.expr)
        options = "".join(f"i_bisect {write.names[s]}, " for s in box if s in write.names)
        first = next((write.names[s] for s in box if s in write.names), "")
        diff = f", i_autodiff {first}" if first else ""
        text = write.text(cofactor)
        lines += signs.denominators()
        lines.append(
            f"assert (positive' : 0 < {text}) by (first [interval with ({options}i_depth 25{diff}) "
            f"| interval with ({options}i_depth 25)])."
        )
        strict = then.sign == ">"
        lemma = "Rmult_lt_0_compat" if strict else "Rmult_le_pos"
        same = "same_positive" if strict else "same_nonnegative"
        weaken = "" if strict else "apply weak; "
        lines.append(
            f"apply ({same} _ ({write.text(factor)} * {text})); [{FIELD} | apply {lemma}; "
            f"[{signs.sign(factor, strict)} | {weaken}exact positive']]."
        )
        return lines

    return lemmas.plain(claim, proof)
