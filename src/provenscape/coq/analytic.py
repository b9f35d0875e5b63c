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
from provenscape.kernel.numeric import taylor
from provenscape.kernel.relations import Bound

VARIABLE = sp.Symbol("x", real=True)


def series(lemmas: Lemmas, node: Derived) -> Lemma:
    """Taylor's bounds: each is the integral from 0 of the one before."""
    function, degree = node.arguments["function"], node.arguments["degree"]
    argument = unfold(admit(node.arguments["argument"]))
    claim, then = node.claim, node.claim.then
    if not isinstance(then, Relation) or function not in (sp.exp, sp.sin, sp.cos):
        raise NotExported("no Taylor bound of a known function")
    known = tuple(h.bound for h in claim.known())
    forward, backward = nonnegative(argument, known), nonnegative(sp.expand(-argument), known)
    tower = {sp.exp: exponential, sp.sin: circular, sp.cos: circular}[function]
    ahead, ahead_lines = tower(function, degree, 1)
    behind, behind_lines = tower(function, degree, -1)

    def proof(write: Writer, labels: tuple[str, ...]) -> list[str]:
        text = write.text(argument)
        opposite = f"(- {text})"
        write.text(then.expr)
        signs = Signs(write, *bounds_of(claim, labels))
        lines = [*signs.denominators()]
        there = (
            f"apply (same_nonnegative _ ({ahead.format(t=text)})); [{FIELD} | apply up'; exact p']"
        )
        back = (
            f"apply (same_nonnegative _ ({behind.format(t=opposite)})); "
            f"[rewrite ?cos_neg, ?Ropp_involutive; {FIELD} | apply down'; exact p']"
        )
        if forward or not backward:
            lines += ahead_lines
        if backward or not forward:
            lines += behind_lines
        if forward:
            lines += [f"assert (p' : 0 <= {text}) by ({signs.sign(argument, False)}).", f"{there}."]
        elif backward:
            turned = sp.expand(-argument)
            goal = f"apply (same_nonnegative _ {write.text(turned)}); [{FIELD} | "
            goal += f"{signs.sign(turned, False)}]"
            lines += [f"assert (p' : 0 <= {opposite}) by ({goal}).", f"{back}."]
        else:
            lines += [
                f"destruct (Rle_lt_dec 0 {text}) as [p' | n'].",
                f"{{ {there}. }}",
                f"assert (p' : 0 <= {opposite}) by lra.",
                f"{back}.",
            ]
        return lines

    return lemmas.plain(claim, proof)


def polynomial(function: type, degree: int, turned: int) -> str:
    """The Taylor polynomial at x or at -x, in x."""
    at = VARIABLE if turned > 0 else sp.Mul(-1, VARIABLE)
    return Writer({VARIABLE: "y'"}).text(taylor(function, at, degree)) if degree >= 0 else "0"


def tower_of(steps: list[tuple[str, str]], first: str, name: str) -> list[str]:
    """Tactics for 0 <= each expression in x >= 0, the derivative of each being the one before."""
    lines = [f"assert ({name}_0 : forall y' : R, 0 <= y' -> 0 <= {steps[0][0]}) by ({first})."]
    for i in range(1, len(steps)):
        (before, _), (now, _) = steps[i - 1], steps[i]
        lines.append(
            f"assert ({name}_{i} : forall y' : R, 0 <= y' -> 0 <= {now}). {{ intros y' o'. "
            f"apply (grows_from_zero (fun y' => {now}) (fun y' => {before})); "
            f"[intro; auto_derive; [auto | field] "
            f"| rewrite ?Rmult_0_r, ?Ropp_0, ?exp_0, ?sin_0, ?cos_0; field "
            f"| exact {name}_{i - 1} | exact o']. }}"
        )
    return [*lines, f"pose proof {name}_{len(steps) - 1} as {name}'."]


def exponential(function: type, degree: int, turned: int) -> tuple[str, list[str]]:
    """exp at x >= 0 (turned 1) or at -x (turned -1), against its Taylor polynomials."""
    inner = "y'" if turned > 0 else "- y'"
    steps = [(f"exp ({inner})", "")]
    for k in range(degree + 1):
        flip = "" if turned > 0 or k % 2 else "- "
        steps.append((f"{flip}(exp ({inner}) - {polynomial(function, k, turned)})", ""))
    text = _in_t(steps[-1][0])
    return text, tower_of(steps, "intros; apply weak, exp_pos", "up" if turned > 0 else "down")


def circular(function: type, degree: int, turned: int) -> tuple[str, list[str]]:
    """cos and sin in turn at x >= 0; cosine is even, and sine is not taken at -x."""
    steps = [("1 - cos y'", "")]
    for k in range(1, degree + 1):
        kind, name = ((sp.sin, "sin"), (sp.cos, "cos"))[k % 2 == 0]
        gap = f"{polynomial(kind, k, 1)} - {name} y'"
        steps.append((gap if k % 4 < 2 else f"- ({gap})", ""))
    first = "intro y'; destruct (COS_bound y'); lra"
    return _in_t(steps[-1][0]), tower_of(steps, first, "up" if turned > 0 else "down")


def _in_t(text: str) -> str:
    """The expression in x with a place for its argument."""
    return text.replace("y'", "({t})")


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
