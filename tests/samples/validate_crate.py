"""Validate an RO-Crate with roc-validator, without network: its two contexts come from files.

    python validate_crate.py CRATE CONTEXT

prints each issue of severity REQUIRED; it ends with status 1 if there is one.
"""

import json
import sys
from pathlib import Path

import requests
from rocrate_validator import models, services
from rocrate_validator.utils.http import HttpRequester

RUN_TERMS = {"sha256": "https://w3id.org/ro/terms/workflow-run#sha256"}  # those that are used
CONTEXTS = {
    "https://w3id.org/ro/crate/1.1/context": json.loads(Path(sys.argv[2]).read_text("utf-8")),
    "https://w3id.org/ro/terms/workflow-run/context": {"@context": RUN_TERMS},
}


def get(self, url, *arguments, **options):
    """Answer a request for a context, and no other."""
    response = requests.Response()
    response.url, response.encoding = url, "utf-8"
    response.status_code = 200 if url in CONTEXTS else 404
    response.headers["Content-Type"] = "application/ld+json"
    response._content = json.dumps(CONTEXTS.get(url, {})).encode()
    return response


HttpRequester.get = get
found = services.validate(
    services.ValidationSettings(
        rocrate_uri=sys.argv[1],
        profile_identifier="workflow-run-crate",
        requirement_severity=models.Severity.REQUIRED,
        offline=True,
    )
)
for issue in found.get_issues():
    print(issue.check.identifier, issue.message)
print("valid" if found.passed() else "not valid")
sys.exit(not found.passed())
