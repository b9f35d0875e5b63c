"""Theorems about Hessians: for a claim on the inertia of Hessians of polynomials at points.

The claim says of the matrix of second partial derivatives how many positive, negative and zero
eigenvalues it has, that is, entries of a congruent diagonal matrix. The theorem says the same of
the function on R^n: it has the gradient whose components are the partial derivatives, this has a
derivative at the point, and so many eigenvalues in every orthonormal basis of eigenvectors are
positive, negative and zero. Where the gradient vanishes, it says too what follows for the point:
that it is a strict local minimum or maximum, or no local minimum or maximum. What else the claim
says is said as it is. What words say beyond it stands under `then` in the entry: a conclusion and
its proof, in which `each` is all that.
"""

from collections.abc import Iterable, Mapping

import sympy as sp

from provenscape.coq.algebraic import projection
from provenscape.coq.statement import Functions, Key, quantified, relation_text, written_part
from provenscape.coq.text import Writer
from provenscape.kernel import Claim, Inertia
from provenscape.kernel.language import Definition

ALL = "all'"


class Unfit(Exception):
    """Why no such theorem is written of a claim."""


class Curved:
    """The statement and the proof for a claim whose theorem in Coq is this one, about these of its
    functions, with what follows. Raises `Unfit`."""

    def __init__(
        self,
        claim: Claim,
        module: str,
        theorem: str,
        names: Iterable[str],
        then: Mapping[str, str] | None = None,
    ) -> None:
        known = {definition.name: definition for definition in claim.definitions()}
        self.claim, self.module, self.theorem, self.then = claim, module, theorem, then
        self.own = Functions(claim).names
        self.functions = {key: f"{module}.{name}" for key, name in self.own.items()}
        self.listed = []
        for name in names:
            if name not in known:
                raise Unfit(f"names {name} under hessians, which is no function of the claim")
            self.listed.append(known[name])
        for definition in self.listed:
            if definition.parameters or not definition.body.is_polynomial(*definition.variables):
                raise Unfit(f"is about the Hessian of {definition.name}, which is no polynomial")
        if claim.iteration is not None or claim.constants or claim.facts:
            raise Unfit("is of a claim with more than functions; write its conclusion by hand")
        parts = [p for p in claim.parts() if isinstance(p, Inertia)]
        if {self._function(p) for p in parts} != set(self.listed):
            raise Unfit("does not name under hessians the functions of whose Hessians the claim is")
        free = [s for s in claim.symbols() if s not in claim.bound()]
        self.write = Writer([*free, *claim.bound()], self.functions)
        self.free = free

    def _function(self, part: Inertia) -> Definition:
        value = part.hessian()
        if value is None:
            raise Unfit("is of a claim on the inertia of a matrix that is no Hessian")
        return value.definition

    def _space(self, definition: Definition) -> int:
        return len(definition.variables) - 1

    def _on_space(self, definition: Definition, name: str) -> str:
        n = self._space(definition)
        components = " ".join(f"(component {n} {i} v)" for i in range(n + 1))
        return f"(fun v : Rn {n} => {name} {components})"

    def _orders(self, definition: Definition, *along: int) -> Key:
        orders = [0] * len(definition.variables)
        for i in along:
            orders[i] += 1
        return definition, tuple(orders)

    def _value(self, definition: Definition) -> str:
        return self._on_space(definition, self.functions[self._orders(definition)])

    def _partials(self, definition: Definition) -> list[str]:
        each = range(len(definition.variables))
        return [self.functions[self._orders(definition, i)] for i in each]

    def _listed(self, definition: Definition) -> str:
        each = (self._on_space(definition, name) for name in self._partials(definition))
        return f"[{'; '.join(each)}]"

    def _gradient(self, definition: Definition) -> str:
        n = self._space(definition)
        return (
            f"forall w : Rn {n}, gradient_at {self._value(definition)} w "
            f"(vector {n} (map (fun d => d w) {self._listed(definition)}))"
        )

    def _at(self, part: Inertia) -> str:
        point = part.matrix[0, 0].point
        listed = "; ".join(map(self.write.text, point))
        return f"(vector {len(point) - 1} [{listed}])"

    def _part(self, part: object) -> str:
        if not isinstance(part, Inertia):
            return written_part(self.write, part)
        return " /\\ ".join([self._signs(part), *(kind for kind, _ in self._kinds(part))])

    def _signs(self, part: Inertia) -> str:
        definition = self._function(part)
        counts = f"{part.positive} {part.negative} {part.zero}"
        return (
            f"hessian_has_signs {self._space(definition)} {self._value(definition)} "
            f"{self._at(part)} {counts}"
        )

    def _kinds(self, part: Inertia) -> list[tuple[str, str]]:
        """What the signs tell of the point, if the gradient vanishes there, and how it follows."""
        definition = self._function(part)
        at = dict(zip(definition.variables, part.matrix[0, 0].point, strict=True))
        slopes = (sp.diff(definition.body, v).subs(at, simultaneous=True) for v in at)
        if any(sp.expand(slope) != 0 for slope in slopes):
            return []
        here = f"{self._value(definition)} {self._at(part)}"
        if part.positive == part.matrix.rows:
            return [(f"strict_local_minimum {here}", "low eq_refl")]
        if part.negative == part.matrix.rows:
            return [(f"strict_local_maximum {here}", "high eq_refl")]
        down = [(f"~ local_minimum {here}", "down ltac:(lia)")] if part.negative else []
        return down + ([(f"~ local_maximum {here}", "up ltac:(lia)")] if part.positive else [])

    def statement(self) -> str:
        """What the theorem says."""
        gradients = "".join(f"({self._gradient(d)})\n  /\\ " for d in self.listed)
        follows = f"\n  /\\ ({self.then['conclusion']})" if self.then is not None else ""
        return f"{gradients}({self._each()}){follows}"

    def _each(self) -> str:
        """What the claim says, of eigenvalues and points."""
        given = "".join(f"{relation_text(self.write, h)} ->\n  " for h in self.claim.given.values())
        parts = "\n  /\\ ".join(f"({self._part(part)})" for part in self.claim.parts())
        return f"{quantified(self.free)}{given}{parts}"

    def _rewritten(self, definition: Definition) -> str:
        """The tactic that puts formulas for the values of partial derivatives."""
        names = [self.functions[k] for k in self.own if k[0] == definition and any(k[1])]
        return "".join(f"rewrite ?{name}'value. " for name in names)

    def proof(self) -> list[str]:
        """The lines of its proof."""
        lines, labels = [], {}
        for number, definition in enumerate(self.listed):
            labels[definition] = f"g'{number}"
            lines.append(
                f"assert (g'{number} : {self._gradient(definition)}). {{ intro w. cbn [map]. "
                f"{self._rewritten(definition)}"
                f"unfold {self.functions[self._orders(definition)]}. gradient_by_rules. }}"
            )
        lines += [f"split; [exact {label} | ]." for label in labels.values()]
        if self.then is not None:
            lines += [f"assert (each : {self._each()}).", "{"]
        names = [self.write.names[s] for s in self.free]
        given = [f"w'{i}" for i in range(len(self.claim.given))]
        if names or given:
            lines.append(f"intros {' '.join([*names, *given])}.")
        applied = " ".join([f"{self.module}.{self.theorem}", *names, *given])
        lines.append(f"pose proof ({applied}) as {ALL}.")
        parts = self.claim.parts()
        for i, part in enumerate(parts):
            lines += ["split."] if i < len(parts) - 1 else []
            proved = projection(ALL, i, len(parts))
            if isinstance(part, Inertia):
                label = labels[self._function(part)]
                lines.append(f"{{ {self._signed(part, proved, label)}{self._told(part, label)} }}")
            else:
                lines.append(f"{{ exact {proved}. }}")
        if self.then is not None:
            lines += ["}", "split; [exact each | ].", self.then["proof"].strip()]
        return lines

    def _signed(self, part: Inertia, proved: str, gradient: str) -> str:
        """The tactics for the signs, from the claim and the gradient everywhere."""
        return (
            f"assert (s' : {self._signs(part)}). {{ refine (signs_of_hessian _ _ _ _ _ _ _ _ "
            f"{gradient} eq_refl _ {proved}). {self._rows(self._function(part))} "
            "apply Forall2_nil. } "
        )

    def _told(self, part: Inertia, gradient: str) -> str:
        """The tactics for what the signs tell of the point, if they do."""
        kinds = self._kinds(part)
        if not kinds:
            return "exact s'."
        definition = self._function(part)
        follows = [f"exact ({proof})" for _, proof in kinds]
        told = f"split; [{' | '.join(follows)}]" if len(follows) > 1 else follows[0]
        return (
            "split; [exact s' | ]. "
            "destruct (kind_of_stationary_point _ _ _ _ _ _ s') as [low [high [down up]]]; "
            f"[refine (gradient_is _ _ _ _ ({gradient} {self._at(part)}) _); cbn [map]; "
            f"{self._rewritten(definition).replace('. ', '; ')}components_by_field | ]. {told}."
        )

    def _rows(self, definition: Definition) -> str:
        return " ".join(
            f"apply Forall2_cons; [eapply gradient_of_same; [intro; apply {name}'value | ]; "
            f"{self._rewritten(definition).replace('. ', '; ')}gradient_by_rules | ]."
            for name in self._partials(definition)
        )
