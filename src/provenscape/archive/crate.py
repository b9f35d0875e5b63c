"""ro-crate-metadata.json: what everything in the archive is, for readers who are programs.

RO-Crate 1.1 with the profile Workflow Run Crate 0.5: the workflow (its Snakefile), the run that
made the results, its parameters, what it read and what it wrote. It follows from the archive's
files alone: no time, no person, no machine.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

import yaml

from provenscape.study import citation as cited

Entity = dict[str, Any]

CONTEXT = [
    "https://w3id.org/ro/crate/1.1/context",
    "https://w3id.org/ro/terms/workflow-run/context",
]
PROFILES = {
    "https://w3id.org/ro/wfrun/process/0.5": ("Process Run Crate", "0.5"),
    "https://w3id.org/ro/wfrun/workflow/0.5": ("Workflow Run Crate", "0.5"),
    "https://w3id.org/workflowhub/workflow-ro-crate/1.0": ("Workflow RO-Crate", "1.0"),
}
FORMATS = {
    ".bib": "application/x-bibtex",
    ".cff": "application/yaml",
    ".csv": "text/csv",
    ".html": "text/html",
    ".json": "application/json",
    ".lock": "text/plain",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".webp": "image/webp",
    ".py": "text/x-python",
    ".svg": "image/svg+xml",
    ".tex": "application/x-tex",
    ".toml": "application/toml",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".zip": "application/zip",
}
FOLDERS = {
    "benchmarks": "measurements of cost and of what a verdict is worth",
    "config": "every knob of the study",
    "coq": "what a third checker reads",
    "docs": "texts about single results",
    "documents": "the items that are judged, works of reference, named facts",
    "experiments": "one file an experiment: parameters and a seed in, tables out",
    "figures": "one file a figure: tables in, a figure out",
    "profiles": "settings of Snakemake",
    "proofs": "one file a claim: the formal statement and why it holds, or where it fails",
    "results": "everything that the workflow made",
    "results/captions": "captions of the figures",
    "results/claims": "the record of each claim as it was verified",
    "results/data": "the tables behind the figures",
    "results/dossier": "a page for each item, claim, figure and fact; open index.html",
    "results/figures": "the figures as PDF, SVG and PNG, with a sidecar each",
    "results/paper": "macros and references for papers",
    "src": "the package: kernel, models, search, verification, pages",
    "tests": "the tests of all of it",
    "workflow": "rules, scripts and schemas of the workflow",
}
TITLES = {
    "CITATION.cff": "how to cite",
    "LICENSE": "the licence",
    "README.md": "what this is, and how to build it",
    "requirements.lock": "every dependency, with version and digest",
    "results/claims_items.csv": "how each claim covers its items",
    "results/hypotheses.csv": "each hypothesis with its fact and countermodel",
    "results/items.csv": "one row for each item of the documents: its verdict, and why",
    "results/ledger.csv": "every claim in one row",
    "results/ledger.json": "every claim: statement, verdict, certificate, false neighbours",
    "results/manifest.json": "configuration, and the SHA-256 of each result",
}
WORKFLOW = "https://bioschemas.org/profiles/ComputationalWorkflow/1.0-RELEASE"
LICENSE = "https://spdx.org/licenses/{}"


def text(contents: Mapping[str, bytes], digests: Mapping[str, str]) -> str:
    """The metadata of an archive with these files; `digests` are theirs by path.

    Contents are needed of CITATION.cff, requirements.lock and results/manifest.json alone. Raises
    UserError where CITATION.cff lacks what is said of published data.
    """
    citation = yaml.safe_load(contents["CITATION.cff"])
    cited.of(citation, (*cited.NEEDED, *cited.PUBLISHED))
    config = json.loads(contents["results/manifest.json"])["config"]
    lock = contents["requirements.lock"].decode()
    sizes = {path: len(content) for path, content in contents.items()}
    graph = [
        _descriptor(),
        _root(citation, digests),
        *_files(digests, sizes, citation),
        *_folders(digests),
        *_language(lock),
        *_run(config, digests, citation),
        *_beside(citation),
    ]
    content = {"@context": CONTEXT, "@graph": graph}
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def _ref(*names: str) -> Any:
    found = [{"@id": name} for name in names]
    return found[0] if len(found) == 1 else found


def _descriptor() -> Entity:
    return {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "about": _ref("./"),
        "conformsTo": _ref(
            "https://w3id.org/ro/crate/1.1", "https://w3id.org/workflowhub/workflow-ro-crate/1.0"
        ),
    }


def _root(citation: Mapping[str, Any], digests: Mapping[str, str]) -> Entity:
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": citation["title"],
        "description": " ".join(citation["abstract"].split()),
        "version": str(citation["version"]),
        "datePublished": str(citation["date-released"]),
        **({"keywords": list(citation["keywords"])} if citation.get("keywords") else {}),
        "license": _ref(LICENSE.format(citation["license"])),
        "author": _by(citation),
        "publisher": _by(citation),
        "conformsTo": _ref(*PROFILES),
        "mainEntity": _ref(_workflow(digests)),
        "mentions": _ref("#run"),
        "hasPart": [_ref(name) for name in (*_described(digests), *_places(digests))],
    }


def _authors(citation: Mapping[str, Any]) -> list[Entity]:
    """Each author as a name and a kind: a group has a name, a person two."""
    return [
        {"name": author["name"], "kind": "Organization"}
        if "name" in author
        else {"name": _person(author), "kind": "Person"}
        for author in citation["authors"]
    ]


def _person(author: Mapping[str, Any]) -> str:
    parts = (author.get("given-names"), author.get("family-names"))
    return " ".join(str(part) for part in parts if part)


def _by(citation: Mapping[str, Any]) -> Any:
    return _ref(*(f"#{_slug(author['name'])}" for author in _authors(citation)))


def _slug(words: str) -> str:
    return re.sub(r"\W+", "-", words.lower())


def _described(digests: Mapping[str, str]) -> list[str]:
    """The files that the metadata name one by one: those at the top, the tables and figures."""
    shown = ("results/data/", "results/figures/", "documents/", "config/")
    alone = ("results/dossier/index.html",)
    return [
        path
        for path in sorted(digests)
        if "/" not in path
        or path.startswith(shown)
        or path in alone
        or path == _workflow(digests)
        or (path.startswith("results/") and path.count("/") == 1)
    ]


def _workflow(digests: Mapping[str, str]) -> str:
    """The Snakefile: at the top of a small study, in `workflow/` of a checkout."""
    return next((path for path in ("Snakefile", "workflow/Snakefile") if path in digests), "./")


def _places(digests: Mapping[str, str]) -> list[str]:
    """The folders that the metadata name."""
    return [f"{name}/" for name in FOLDERS if any(p.startswith(f"{name}/") for p in digests)]


def _files(
    digests: Mapping[str, str], sizes: Mapping[str, int], citation: Mapping[str, Any]
) -> list[Entity]:
    found = []
    for path in _described(digests):
        made: Entity = {
            "@id": path,
            "@type": "File",
            "name": TITLES.get(path, path),
            "encodingFormat": FORMATS.get("." + path.rpartition(".")[2], "text/plain"),
            "contentSize": str(sizes[path]),
            "sha256": digests[path],
        }
        if path == _workflow(digests):
            made |= {
                "@type": ["File", "SoftwareSourceCode", "ComputationalWorkflow"],
                "name": "the workflow of the whole study",
                "version": str(citation["version"]),
                "license": _ref(LICENSE.format(citation["license"])),
                "programmingLanguage": _ref("#snakemake"),
                "input": _ref("#effort", "#seed", "#inventory"),
                "output": _ref("#ledger"),
                "conformsTo": _ref(WORKFLOW),
            }
        if path == "README.md":
            made["about"] = _ref("./")
        if path == "documents/inventory.csv":
            made["exampleOfWork"] = _ref("#inventory")
        if path == "results/ledger.json":
            made["exampleOfWork"] = _ref("#ledger")
        found.append(made)
    return found


def _folders(digests: Mapping[str, str]) -> list[Entity]:
    return [
        {"@id": name, "@type": "Dataset", "name": name[:-1], "description": FOLDERS[name[:-1]]}
        for name in _places(digests)
    ]


def _language(lock: str) -> list[Entity]:
    """Snakemake, at the version that is locked."""
    locked = re.search(r"^snakemake==([^\s;\\]+)", lock, flags=re.MULTILINE)
    return [
        {
            "@id": "#snakemake",
            "@type": "ComputerLanguage",
            "name": "Snakemake",
            "identifier": _ref("https://doi.org/10.1093/bioinformatics/bts480"),
            "url": _ref("https://snakemake.readthedocs.io"),
            "version": locked[1] if locked else "",
        }
    ]


def _run(
    config: Mapping[str, Any], digests: Mapping[str, str], citation: Mapping[str, Any]
) -> list[Entity]:
    """The run: what it read, what it wrote, and its parameters by name."""
    parameters = [name for name in sorted(config) if name != "results"]
    made = [path for path in _described(digests) if path.startswith("results/")]
    kinds = {"effort": "Text", "seed": "Integer", "inventory": "File", "ledger": "File"}
    return [
        {
            "@id": "#run",
            "@type": "CreateAction",
            "name": "the run of the workflow that made the results",
            "description": "Snakemake ran the Snakefile in the environment of requirements.lock.",
            "actionStatus": "http://schema.org/CompletedActionStatus",
            "instrument": _ref(_workflow(digests)),
            "agent": _by(citation),
            "object": [_ref("documents/inventory.csv"), *(_ref(f"#{p}-value") for p in parameters)],
            "result": [_ref(path) for path in made],
        },
        *(
            {
                "@id": f"#{name}",
                "@type": "FormalParameter",
                "conformsTo": _ref("https://bioschemas.org/profiles/FormalParameter/1.0-RELEASE"),
                "name": name,
                "additionalType": kind,
                "valueRequired": True,
            }
            for name, kind in kinds.items()
        ),
        *(
            {
                "@id": f"#{name}-value",
                "@type": "PropertyValue",
                "name": name,
                "value": config[name],
                **({"exampleOfWork": _ref(f"#{name}")} if name in kinds else {}),
            }
            for name in parameters
        ),
    ]


def _beside(citation: Mapping[str, Any]) -> list[Entity]:
    """Authors, licence and profiles."""
    return [
        *(
            {"@id": f"#{_slug(author['name'])}", "@type": author["kind"], "name": author["name"]}
            for author in _authors(citation)
        ),
        {
            "@id": LICENSE.format(citation["license"]),
            "@type": "CreativeWork",
            "name": citation["license"],
            "url": LICENSE.format(citation["license"]),
        },
        *(
            {"@id": name, "@type": "CreativeWork", "name": title, "version": version}
            for name, (title, version) in PROFILES.items()
        ),
    ]
