"""Compositions: for a claim, the theorem about functions that applies it.

A claim speaks of real numbers; some of its hypotheses are instances of named facts. An entry of
coq/EndToEnd/instances.yaml says which functions and points these numbers come from (a setting,
further variables, a Coq term for each symbol) and by which theorem of coq/Bridges each named fact
holds for them. From this the theorem is written: the claim with the terms in the place of the
symbols, its facts no longer among the hypotheses. Its proof applies the claim's own theorem, so
what is proved there is not proved again, and Coq refuses an entry that does not fit.

Where the claim is a step on the way alone, the entry has the conclusion and the proof in Coq. What
then leads from functions to words, or stands behind a hypothesis that is not taken over, is named
under `rests_on`: by which theorem of coq/Bridges each named fact is used, which the proof must name
(`provenscape.coq.references`), or why there is no need of it.

What follows in the limit, of all states of an iteration, stands under `then`: a conclusion and its
proof, in which `each` is what the claim says of every state (of a claim about no iteration, what it
says of the terms). The theorem concludes both.

A claim on the inertia of Hessians is said of the functions on R^n that its entry names under
`hessians` (`provenscape.coq.hessians`).

Other hypotheses of the claim stay as they are, unless the entry proves them (`shown`); symbols
without a term stay real numbers, or sequences of them, for all of which the theorem holds. In a
term of a claim about an iteration, k' is the number of the state.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape.claims import coq_files
from provenscape.claims.facts import FACTS, facts
from provenscape.coq.hessians import Curved, Unfit
from provenscape.coq.lemmas import course_of
from provenscape.coq.statement import Functions, conclusions, relation_text
from provenscape.coq.text import Writer, comment, identifier
from provenscape.coq.theorem import ABOUT_FUNCTIONS, Exported
from provenscape.errors import UserError
from provenscape.kernel import Claim
from provenscape.study.settings import checked

INSTANCES = coq_files.FOLDER / coq_files.INSTANCES
STATE = re.compile(r"\bk'")  # in a term: the number of the state
BINDER = re.compile(r"\(([\w' ]+?)\s*:\s*([^()]+|[^()]*\([^()]*\)[^()]*)\)")
EVIDENT = "evident"
APPLIED = "applied"  # in a conclusion and proof by hand: the claim's own theorem
HERE = "here"  # and the module of the claim, in which its functions are defined
MOVING = "i'"
UNREAD = {
    "hessians": ("for", "such_that", "symbols", "facts", "shown", "conclusion", "proof"),
    "conclusion": ("symbols", "facts", "shown"),
}
NONE = "none: "  # under `rests_on`: why the theorem needs none of a fact's
# In the text of a proof: a sentence that is no tactic. It could end the theorem, state another of
# its name, give a word another meaning, or have Coq print what is read as its answer.
COMMAND = re.compile(r"(?:^|\. )(?:[-+*{}] ?)*(?:[^.:()]*: ?)?(?:[A-Z]\w*(?=[ .]|$)(?!\.\S)|#)")
TELLS = re.compile(r"\bidtac\b")
SENTENCE_ENDS = re.compile(r"\.(?:\s|$)")


def instances(root: Path) -> dict[str, dict[str, Any]]:
    """The entry of each claim, with its setting in full, none where there is no file; raises
    `UserError` where one is not of the form."""
    if not (root / INSTANCES).exists():
        return {}
    settings: dict[str, Any] = {}
    proved = {name: fact.coq for name, fact in facts(root).items()}
    found: dict[str, dict[str, Any]] = {}
    for entry in checked(root, INSTANCES, "instances"):
        if "setting" in entry and "claim" not in entry:
            settings[entry["setting"]] = entry
            continue
        name = entry["claim"]
        if name in found:
            raise UserError(f"{INSTANCES}: {name} stands there twice; keep one")
        if entry["setting"] not in settings:
            raise UserError(
                f"{INSTANCES}: {name} names the setting {entry['setting']}, which does not stand "
                "above it; write it there"
            )
        for fact, how in entry.get("rests_on", {}).items():
            if not how.startswith(NONE) and how not in proved.get(fact, ()):
                raise UserError(
                    f"{INSTANCES}: {name} rests on {how} for {fact}, for which {FACTS} does not "
                    f"name it; name one of its theorems, or write {NONE!r} and why"
                )
        found[name] = entry | {"in": settings[entry["setting"]]}
    return found


def composed(claim: Claim, exported: Exported, entry: Mapping[str, Any]) -> Exported:
    """The module with the theorem about functions. Raises `UserError` for an entry that leaves a
    named fact unproved, or names what the claim has not."""
    return _Composition(claim, exported, entry).written()


def commands(proof: str) -> list[str]:
    """What in the text of a proof is more than tactics, in the order in which it stands there."""
    said = coq_files.plain(proof)
    found = [match[0].split()[-1] for match in COMMAND.finditer(said)]
    return found + TELLS.findall(said)


def _at(term: str, index: str) -> str:
    """The term at the state of this number."""
    return STATE.sub(lambda _: index, term)


class _Composition:
    def __init__(self, claim: Claim, exported: Exported, entry: Mapping[str, Any]) -> None:
        self.claim, self.exported, self.entry = claim, exported, entry
        self.terms = dict(entry.get("symbols", {}))
        self.proofs = {**entry.get("shown", {}), **entry.get("facts", {})}
        setting = entry["in"]
        self.binders = (setting.get("of", ""), entry.get("for", ""))
        self.assumed = (setting.get("assume", {}), entry.get("such_that", {}))
        self.kinds = {
            name: kind.strip()
            for binder in self.binders
            for names, kind in BINDER.findall(binder)
            for name in names.split()
        }
        course = course_of(claim) if claim.iteration is not None else None
        self.course = course
        if course is None:
            self.constants = [s for s in claim.symbols() if s not in claim.bound()]
            self.sequences: list[sp.Symbol] = []
        else:
            self.constants, self.sequences = list(course.constants), list(course.sequences)
        self._require_tactics()
        self._require_fit()
        self.curved = self._curved()
        self.functions = {
            key: f"{exported.module}.{name}" for key, name in Functions(claim).names.items()
        }
        self.labels = self._labels()

    def _require_tactics(self) -> None:
        """Raise `UserError` where the entry's texts are not one term or tactics alone: what is
        stated is told from what proves it by where it stands."""
        entry = self.entry
        then = entry.get("then", {})
        stated = [*self.binders, *self.terms.values(), entry.get("conclusion", "")]
        stated += [text for part in self.assumed for text in part.values()]
        stated.append(then.get("conclusion", ""))
        for text in stated:
            if SENTENCE_ENDS.search(coq_files.plain(text)):
                raise self._error(f"has more than one term in {text!r}")
        for text in (*self.proofs.values(), entry.get("proof", ""), then.get("proof", "")):
            if found := commands(text):
                raise self._error(f"has {found[0]} in a proof, which is no tactic that proves")

    def _require_fit(self) -> None:
        claim, entry = self.claim, self.entry
        if "then" in entry and "conclusion" in entry:
            raise self._error("has a key `then` beside a conclusion")
        due = {*claim.bridges, *(claim.facts.values() if "conclusion" in entry else ())}
        told = set(entry.get("rests_on", ()))
        for name in sorted(due - told):
            raise self._error(f"does not say under rests_on how it uses the named fact {name}")
        for name in sorted(told - due):
            raise self._error(f"names {name} under rests_on, which is not due there")
        if "hessians" in entry:
            self._require_read("hessians")
            return
        if "conclusion" in entry:
            if not re.search(rf"\b{APPLIED}\b", entry.get("proof", "")):
                raise self._error(f"has a proof by hand that does not use {APPLIED}, the claim")
            self._require_read("conclusion")
            return
        names = {s.name for s in (*self.constants, *self.sequences)}
        state = self.course.state if self.course is not None else ()
        starts = {f"{which} {s}" for which in ("start", "next") for s in state}
        for kind, known in (
            ("symbols", names), ("facts", set(claim.facts)),
            ("shown", {*claim.given, *starts} - set(claim.facts)),
        ):  # fmt: skip
            for name in sorted(set(entry.get(kind, ())) - known):
                raise self._error(f"names {name} under {kind}, which the claim has not")
        for name in sorted(set(claim.facts) - set(entry.get("facts", ()))):
            raise self._error(f"says of {name}, a named fact, no theorem that proves it")
        if claim.constants:
            raise self._error("is of a claim with constants to be found; write no entry for it")
        for s in (*self.constants, *self.sequences):
            if s.name not in self.terms:
                meant = self.kinds.get(identifier(s.name))
                if meant not in (None, "nat -> R" if s in self.sequences else "R"):
                    raise self._error(f"has no term for {s.name}, which names another thing")

    def _require_read(self, kind: str) -> None:
        for key in UNREAD[kind]:
            if key in self.entry:
                raise self._error(f"has a key `{key}`, which is not read beside `{kind}`")

    def _curved(self) -> Curved | None:
        if "hessians" not in self.entry:
            return None
        try:
            functions, then = self.entry["hessians"], self.entry.get("then")
            return Curved(self.claim, HERE, self.exported.theorem, functions, then)
        except Unfit as error:
            raise self._error(str(error)) from error

    def _error(self, what: str) -> UserError:
        return UserError(f"{INSTANCES}: the entry of {self.claim.id} {what}; correct it")

    def _labels(self) -> dict[str, str]:
        """The names of the hypotheses in Coq."""
        taken = {*self.kinds, *(n for part in self.assumed for n in part)}
        taken |= {identifier(s.name) for s in (*self.constants, *self.sequences)}
        labels: dict[str, str] = {}
        for name in self.claim.given:
            label = identifier(re.sub(r"\W", "_", name))
            while label in taken:
                label += "'"
            taken.add(label)
            labels[name] = label
        return labels

    def names(self, index: str) -> dict[sp.Symbol, str]:
        """The text of each symbol at the state of this number."""
        found = {}
        for s in (*self.constants, *self.sequences):
            own = identifier(s.name)
            plain = f"({own} {index})" if s in self.sequences else own
            term = self.terms.get(s.name)
            found[s] = plain if term is None else f"({_at(term, index)})"
        return found

    def free(self, symbols: Iterable[sp.Symbol]) -> list[str]:
        """Those of these symbols that stay what they are."""
        names = [identifier(s.name) for s in symbols if s.name not in self.terms]
        return [name for name in names if name not in self.kinds]

    def kept(self) -> list[str]:
        return [name for name in self.claim.given if name not in self.proofs]

    def fixed(self) -> list[str]:
        """The hypotheses that are the same at every state."""
        return [name for name in self.kept() if not self.varies(name)]

    def moving(self) -> list[str]:
        return [name for name in self.kept() if self.varies(name)]

    def varies(self, name: str) -> bool:
        """Whether a hypothesis of a claim about an iteration is another one at each state."""
        return self.course is not None and any(
            s in self.sequences for s in self.claim.given[name].expr.free_symbols
        )

    def statement(self) -> str:
        if self.curved is not None:
            return self.curved.statement()
        lines = []
        for binder, assumed in zip(self.binders, self.assumed, strict=True):
            lines += [f"forall {binder},"] if binder else []
            lines += [f"({text}) ->" for text in assumed.values()]
        if "conclusion" in self.entry:
            return "\n  ".join([*lines, self.entry["conclusion"]])
        numbers = self.free(self.constants)
        lines += [f"forall {' '.join(numbers)} : R,"] if numbers else []
        if "then" not in self.entry:
            return "\n  ".join([*lines, *self._each(self.kept())])
        lines += [f"({relation_text(self._at, self.claim.given[n])}) ->" for n in self.fixed()]
        each = " ".join(self._each(self.moving()))
        return "\n  ".join([*lines, f"({each})", f"/\\ ({self.entry['then']['conclusion']})"])

    @property
    def _at(self) -> Writer:
        return Writer(self.names("j'"), self.functions)

    def _each(self, names: Iterable[str]) -> list[str]:
        """That under these hypotheses the claim's conclusions hold of the terms, at every state of
        an iteration."""
        sequences = self.free(self.sequences)
        lines = [f"forall {' '.join(sequences)} : nat -> R,"] if sequences else []
        lines += ["forall k' : nat,"] if self.course is not None else []
        for name in names:
            text = relation_text(self._at, self.claim.given[name])
            if self.course is not None and self.varies(name):
                text = f"forall j' : nat, (j' <= {self.course.last})%nat -> {text}"
            lines.append(f"({text}) ->")
        return [*lines, conclusions(Writer(self.names("k'"), self.functions), self.claim)]

    def proof(self) -> list[str]:
        if self.curved is not None:
            return self.curved.proof()
        numbers, sequences = self.free(self.constants), self.free(self.sequences)
        known = [n for b, a in zip(self.binders, self.assumed, strict=True) for n in (
            *(name for names, _ in BINDER.findall(b) for name in names.split()), *a)]  # fmt: skip
        if "conclusion" in self.entry:
            moved = [f"intros {' '.join(known)}."] if known else []
            return [*moved, self.entry["proof"].strip()]
        index = ["k'"] if self.course else []
        kept = [self.labels[n] for n in self.kept()]
        lines = [f"intros {' '.join([*known, *numbers, *sequences, *index, *kept])}."]
        if "then" in self.entry:
            fixed = [self.labels[n] for n in self.fixed()]
            free = [*sequences, *index, *(self.labels[n] for n in self.moving())]
            lines = [
                f"intros {' '.join([*known, *numbers, *fixed])}.",
                f"assert (each : {' '.join(self._each(self.moving()))}).",
                "{",
                *([f"intros {' '.join(free)}."] if free else []),
            ]
        arguments = [self.names("k'")[s] for s in self.constants]
        goals: list[tuple[str, str]] = []
        move = "intros j' l'. " if self.course is not None else ""
        if self.course is not None:
            moving = self.names(MOVING)
            for s in self.sequences:
                arguments.append(
                    f"(fun {MOVING} : nat => {moving[s]})" if s.name in self.terms
                    else identifier(s.name)
                )  # fmt: skip
            goals += [("", self.proofs.get(f"start {s}", EVIDENT)) for s in self.course.state]
            arguments += ["_"] * len(self.course.state) + ["k'"]
            goals += [(move, self.proofs.get(f"next {s}", EVIDENT)) for s in self.course.state]
            arguments += ["_"] * len(self.course.state)
        for name in self.claim.given:
            if name in self.proofs:
                arguments.append("_")
                goals.append((move, self.proofs[name]))
            elif self.course is not None and not self.varies(name):
                arguments.append(f"(fun _ _ => {self.labels[name]})")
            else:
                arguments.append(self.labels[name])
        theorem = f"{self.exported.module}.{self.exported.theorem}"
        lines.append(f"simple refine ({theorem} {' '.join(arguments)}).")
        lines += [f"- {first}cbn beta. {tactic.strip()}." for first, tactic in goals]
        if "then" in self.entry:
            lines += ["}", "split; [exact each | ].", f"{self.entry['then']['proof'].strip()}"]
        return lines

    def dictionary(self) -> Iterable[str]:
        """What each symbol means and, where it has a term, what it is here, as comments."""
        yield comment(self.claim.says)
        for word in self.claim.where:
            for s in word.symbols:
                term = f" := {self.terms[s.name]}" if s.name in self.terms else ""
                yield comment(f"{s}: {word.meaning}{term}")

    def written(self) -> Exported:
        name = self.exported.module.replace("c_", ABOUT_FUNCTIONS, 1)
        theorem = f"of_functions_{self.claim.digest()[:16]}"
        said = self.statement()
        head = "\n".join(self.dictionary())
        body = "\n".join(self.proof())
        room = "Tools" if self.curved is None else "Hessians"
        applied = ""
        if self.curved is not None or "conclusion" in self.entry:
            applied = f"Module {HERE} := {self.exported.module}.\n"
        if "conclusion" in self.entry:
            applied += f"Local Notation {APPLIED} := {HERE}.{self.exported.theorem}.\n"
        source = (
            f"Module {name}.\nImport EndToEnd.{room}.\n{head}\n{applied}"
            f"Theorem {theorem} :\n  {said}.\nProof.\n{body}\nQed.\nEnd {name}.\n"
        )
        ways = self.entry.get("rests_on", {}).values()
        names = tuple(sorted({way for way in ways if not way.startswith(NONE)}))
        applies = ""
        if "conclusion" in self.entry:  # elsewhere the proof is written from here, and applies it
            applies = f"{self.exported.module}.{self.exported.theorem}"
        return Exported(self.claim.digest(), name, theorem, said, source, names, applies)
