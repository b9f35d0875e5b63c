"""The configuration: read, and refused in one line where it is not as the schema says."""

from pathlib import Path
from typing import Any

import jsonschema
import yaml

from provenscape.errors import UserError, did_you_mean

CONFIG = Path("config/config.yaml")
SCHEMA = Path("workflow/schemas/config.schema.yaml")


def read(path: Path) -> Any:
    """Return the content of a YAML file; raise UserError if it is missing or not YAML."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UserError(f"{path}: missing; restore it with `git checkout -- {path}`") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "cannot be read"
        raise UserError(f"{path}{line}: not YAML: {problem}; mend that line") from None


def validate(config: Any, schema: dict[str, Any], name: Path = CONFIG) -> None:
    """Raise UserError for the first place where `config` departs from `schema`."""
    validator = jsonschema.Draft202012Validator(schema)
    for error in sorted(validator.iter_errors(config), key=lambda found: list(found.absolute_path)):
        raise UserError(f"{name}: {_explain(error)}")


def _explain(error: jsonschema.ValidationError) -> str:
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
