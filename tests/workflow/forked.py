"""A Python whose libraries are imported before it starts: each run of it is forked.

    python forked.py FOLDER                 the process to fork from: it imports, and runs nothing
    python -I -S forked.py FOLDER -m ...    asks that process for a run, and ends as that does

`FOLDER/python` is the latter as a command; it takes `-m MODULE` or a script, with arguments.
Snakemake runs its scripts by that command too.
"""

import atexit
import gc
import json
import os
import pkgutil
import runpy
import select
import socket
import sys
import threading
from contextlib import suppress
from importlib import import_module
from types import SimpleNamespace

SOCKET = "socket"
COMMAND = "python"
IMPORTED = (  # nothing of provenscape
    "snakemake.cli", "snakemake.profiles", "snakemake.report.html_reporter", "snakemake.script",
    "snakemake.storage", "grimp", "jsonschema", "pulp", "smart_open", "yaml",
    "flint", "jinja2", "latex2mathml.converter", "matplotlib.backends.backend_pdf",
    "matplotlib.backends.backend_svg", "pandas", "pybtex.backends.html", "pybtex.database",
    "pybtex.style.template", "seaborn", "sympy.codegen.rewriting", "threadpoolctl", "pytest",
)  # fmt: skip


def ask(folder, arguments):
    """Have this process's input, output and errors serve a run elsewhere; end as that ends."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(os.path.join(folder, SOCKET))
        socket.send_fds(connection, [b"."], [0, 1, 2])
        connection.sendall(json.dumps([arguments, os.getcwd(), dict(os.environ)]).encode())
        connection.shutdown(socket.SHUT_WR)
        status = int(connection.makefile().read())
    sys.exit(status if status >= 0 else 128 - status)  # of a signal as a shell says it


def serve(folder):
    """Fork for each request and answer with the status; in each child, return its request.

    It ends with its input, when the process that started it does.
    """
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.join(folder, SOCKET))
        server.listen()
        print(flush=True)
        while sys.stdin not in select.select([sys.stdin, server], [], [])[0]:
            connection, _ = server.accept()
            with connection:
                if not os.fork():
                    return request(connection)
            with suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass  # it ended before this one began
    return None


def request(connection):
    """Fork once more: here wait, answer with the status and end; in the child, what is asked."""
    _, streams, _, _ = socket.recv_fds(connection, 1, 3)
    asked = json.loads(connection.makefile().read())
    child = os.fork()
    if child:
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        connection.sendall(str(status).encode())
        os._exit(0)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    return asked


def become(folder, arguments, cwd, environment):
    """Let this process be Python as it is started in that place with these arguments."""
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.dont_write_bytecode = bool(environment.get("PYTHONDONTWRITEBYTECODE"))
    path = environment.get("PYTHONPATH")
    safe = arguments[0] == "-P"
    option, *rest = arguments[safe:]
    first = cwd if option == "-m" else os.path.dirname(option)
    sys.path[:1] = [*([] if safe else [first]), *(path.split(os.pathsep) if path else [])]
    if option != "-m":
        sys.argv = [option, *rest]
        ending(lambda: runpy.run_path(option, run_name="__main__"))
    name, *_ = sys.argv = rest
    command = {"executable": os.path.join(folder, COMMAND)}
    sys.modules["snakemake.script"].sys = SimpleNamespace(**vars(sys) | command)
    ending(lambda: runpy.run_module(name, run_name="__main__", alter_sys=True))


def ending(run):
    """End as Python does after this run, but for taking apart all that was imported, for which it
    would have to be copied."""
    status = 0
    try:
        run()
    except SystemExit as error:
        status = error.code
        if not isinstance(status, int | None):
            print(status, file=sys.stderr)
            status = 1
    except BaseException:
        sys.excepthook(*sys.exc_info())
        status = 1
    threading._shutdown()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status or 0)


def look_once_for_plugins():
    """Snakemake lists all modules that there are, some forty times a run."""
    listed, found = pkgutil.iter_modules, list(pkgutil.iter_modules())
    pkgutil.iter_modules = lambda *where: listed(*where) if where else iter(found)


def main(folder, *arguments):
    if arguments:
        ask(folder, arguments)
    for name in IMPORTED:
        import_module(name)
    look_once_for_plugins()
    gc.freeze()
    if asked := serve(folder):
        become(folder, *asked)


if __name__ == "__main__":
    main(*sys.argv[1:])
