"""Claims of a study verified afresh, each settled together with those that it refers to."""

from functools import cached_property
from pathlib import Path
from typing import Any

from provenscape.claims import sampling, verification
from provenscape.claims.documents import Documents, documents
from provenscape.claims.isolation import isolated
from provenscape.claims.loading import claim_files, claim_id
from provenscape.claims.settling import companions, settle
from provenscape.errors import UserError
from provenscape.study import digests, registry


class Afresh:
    """The claims of the study at `root` by id; those on counts are judged on tables in `results`.

    A record is made when it is first asked for. Raises UserError if two files give one id.
    """

    def __init__(self, root: Path, results: Path) -> None:
        self.root, self.results = root, results
        self.paths: dict[str, Path] = {}
        for path in claim_files(root):
            other = self.paths.setdefault(claim_id(path), path)
            if other is not path:
                raise UserError(f"{path}: {other} has the same claim id; rename one of them")
        self._records: dict[str, dict[str, Any]] = {}

    @cached_property
    def _known(self) -> Documents:
        return documents(self.root)

    def record(self, name: str) -> dict[str, Any]:
        """The record of a claim taken by itself."""
        if name not in self._records:
            self._records[name] = self._made(self.paths[name])
        return self._records[name]

    def _made(self, path: Path) -> dict[str, Any]:
        if not registry.is_sampled(path):
            return verification.verify(path)
        data = self.results / "data"
        judged = [data / f"{table}.csv" for table in registry.judged_tables(path)]
        digests.require(judged, self.results)
        return dict(isolated(lambda: sampling.verify(path, data), str(path)))

    def settled(self, name: str) -> dict[str, Any]:
        """A claim, settled together with the claims that it refers to."""
        together, next_ones = {name}, [name]
        while next_ones:
            beside = companions(self.record(next_ones.pop()), self._known) - together
            next_ones += sorted(beside & set(self.paths))
            together |= beside & set(self.paths)
        settled = settle([self.record(one) for one in sorted(together)], self._known)
        return next(claim for claim in settled if claim["id"] == name)
