"""`python -m resumekit`, for where the script is not on the path."""

from __future__ import annotations

from resumekit.cli import main

if __name__ == "__main__":
    main()
