"""The archive: one file with all that is needed to read, re-verify and rebuild the study.

sources: which files are the sources of the study.
form: the one form in which an archive is written: names, SHA256SUMS, the zip.
crate: ro-crate-metadata.json, which says what everything in the archive is.
pack: writing an archive from a study that is built.
opening: reading an archive that may be hostile into a temporary folder.
whole: whether an archive that was opened is whole: digests, metadata, manifest.
verdicts: every claim checked again, and compared with the ledger of the archive.
built: whether a folder of results is as the workflow has left it.
rebuild: tables, figures and pages made again, and compared (`alike`).
remake: what makes one of them, in the package of the archive.
check: all of these in turn, as a report and an exit status.
"""
