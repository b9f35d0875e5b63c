"""A file of the study as a module: an experiment or a figure, found by its path."""

import importlib.util
from pathlib import Path
from types import ModuleType

from provenscape.errors import UserError


def load(path: Path) -> ModuleType:
    """Run <folder>/<chapter>/<name>.py and return its module, a new one at each call.

    Raises UserError if it is no Python file or imports what is not there.
    """
    name = ".".join([*path.resolve().parts[-3:-1], path.stem])
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise UserError(f"{path}: no Python file; name it <name>.py")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except FileNotFoundError:
        raise UserError(f"{path}: no such file; is the name right?") from None
    except ImportError as error:
        raise UserError(f"{path}: {error}; mend the import") from None
    return module
