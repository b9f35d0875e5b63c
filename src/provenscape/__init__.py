"""Verification of the theory of non-convex optimization, reproducible to the byte.

Importing the package pins the numerical environment (`workflow.determinism`), so import it before
NumPy.
"""

from provenscape.workflow import determinism

__version__ = "0.1.0"

determinism.pin()
