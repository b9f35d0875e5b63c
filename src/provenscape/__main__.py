"""`python -m provenscape` is the command `provenscape`, also where the package is not installed."""

from provenscape.cli import main

main()
