"""Files in YAML: read, and refused in one line where they are not as their schema says."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from provenscape.errors import UserError, did_you_mean

if TYPE_CHECKING:
    import jsonschema

CONFIG = Path("config/config.yaml")
# The folders of the study, in which no results may lie.
OWN = (
    "benchmarks", "config", "coq", "docs", "documents", "experiments", "figures", "manifest",
    "profiles", "proofs", "src", "tests", "workflow",
)  # fmt: skip
SCHEMAS = Path(__file__).with_name("schemas")  # of the other files in YAML


class Loader(yaml.SafeLoader):
    """YAML in which no mapping has a key twice, nor one that is a value to YAML."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for position, key in enumerate(keys):
            mark = node.value[position][0].start_mark
            if key in keys[:position]:
                raise yaml.MarkedYAMLError(problem=f"{key} stands there twice", problem_mark=mark)
            if key is None or isinstance(key, bool):
                problem = "a name such as null, yes or off is a value to YAML; put it in quotes"
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=mark)
        return super().construct_mapping(node, deep)


def read(path: Path) -> Any:
    """Return the content of a YAML file; raise UserError if it is missing or not YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader)
    except FileNotFoundError:
        raise UserError(f"{path}: missing; restore it with `git checkout -- {path}`") from None
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror}); make it readable") from None
    except UnicodeDecodeError:
        raise UserError(f"{path}: not a text file in UTF-8; save it as such") from None
    except yaml.reader.ReaderError as error:
        raise UserError(
            f"{path}: not YAML: it has the sign U+{error.character:04X}; take that out"
        ) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "cannot be read"
        raise UserError(f"{path}{line}: not YAML: {problem}; mend that line") from None
    except ValueError as error:
        raise UserError(f"{path}: not YAML: {error}; mend that value") from None
    except RecursionError:
        raise UserError(f"{path}: not YAML: nested too deeply; restore it") from None


def configuration(root: Path = Path()) -> dict[str, Any]:
    """The content of the configuration; raise UserError if it is no mapping of keys to values."""
    content = read(root / CONFIG)
    if not isinstance(content, dict):
        raise UserError(
            f"{CONFIG}: no `key: value` at its top; restore it with `git checkout -- {CONFIG}`"
        )
    return content


def results(root: Path) -> Path:
    """The folder of what is built: as configured at the top, or, where the workflow is a module of
    a larger one, under the key `provenscape`."""
    content = configuration(root)
    return root / str(content.get("provenscape", content).get("results", "results"))


def place_of_results(given: str, root: Path) -> str:
    """The folder of the results, `given` in the configuration, in its plainest form.

    Raises UserError for a name that the workflow would not take as it is, and for a folder in which
    the study itself lies, or a part of it.
    """
    if re.search(r"[{}\x00-\x1f\x7f]|^~|://", given) or given != given.strip():
        raise UserError(
            f"{CONFIG}: `results` is {given!r}; write a path as it is, without braces, ~, control "
            "signs, or a blank at an end"
        )
    place, study = (root / given).resolve(), root.resolve()
    inside = place.relative_to(study).parts if place.is_relative_to(study) else ("outside",)
    if study.is_relative_to(place) or inside[0] in OWN or inside[0].startswith("."):
        raise UserError(
            f"{CONFIG}: `results` is {given!r}, where the study itself lies; name another folder"
        )
    return os.path.normpath(given)


def checked(root: Path, path: Path, schema: str) -> Any:
    """Return the content of a YAML file of the project; raise UserError with the line at which it
    departs from the schema of this name."""
    content = read(root / path)
    error = _departure(content, read(SCHEMAS / f"{schema}.schema.yaml"))
    if error is not None:
        line = _line((root / path).read_text(encoding="utf-8"), error.absolute_path)
        raise UserError(f"{path}:{line}: {_explain(error)}")
    return content


def validate(config: Any, schema: dict[str, Any], name: Path = CONFIG) -> None:
    """Raise UserError for the first place where `config` departs from `schema`."""
    error = _departure(config, schema)
    if error is not None:
        raise UserError(f"{name}: {_explain(error)}")


def _departure(content: Any, schema: dict[str, Any]) -> "jsonschema.ValidationError | None":
    import jsonschema  # here, since it takes longer to import than a command's help to print

    found = jsonschema.Draft202012Validator(schema).iter_errors(content)
    return min(found, key=lambda error: [str(part) for part in error.absolute_path], default=None)


def _line(text: str, place: Iterable[Any]) -> int:
    """The line on which the entry at this place of a YAML text begins."""
    node: Any = yaml.compose(text, Loader)
    for step in place:
        if isinstance(node, yaml.SequenceNode):
            node = node.value[step]
        else:
            node = next(value for key, value in node.value if key.value == str(step))
    return int(node.start_mark.line) + 1 if node is not None else 1


def _explain(error: "jsonschema.ValidationError") -> str:
    place = [str(part) for part in error.absolute_path]
    if error.validator == "additionalProperties":
        known = error.schema["properties"]
        unknown = next(key for key in error.instance if key not in known)
        key = ".".join([*place, str(unknown)])
        return f"unknown key `{key}`; {did_you_mean(str(unknown), known)}"
    if error.validator == "required":
        absent = next(key for key in error.validator_value if key not in error.instance)
        return (
            f"key `{'.'.join([*place, absent])}` is missing; add it ({_hint(error.schema, absent)})"
        )
    key = f"`{'.'.join(place)}`" if place else "the whole file"
    if error.validator == "enum":
        remedy = f"choose one of {', '.join(map(str, error.validator_value))}"
    elif error.validator == "type":
        remedy = f"give a value of type {error.validator_value}"
    else:
        remedy = f"it must satisfy {error.validator} {error.validator_value}"
    return f"{key} is {error.instance!r}; {remedy}"


def _hint(schema: dict[str, Any], key: str) -> str:
    return str(schema["properties"][key].get("description", "see the schema"))
