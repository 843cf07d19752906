"""Start reviewcli, by its own name or as `python -m reviewcli`."""

import gc
import sys

# A command makes some tens of thousands of objects while it loads and is over in a tenth of a second:
# collecting garbage among them costs more than the garbage. Long runs still collect.
COLLECT_AFTER = 100_000


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(COLLECT_AFTER)
    from reviewcli.cli import run

    code = run(sys.argv[1:])
    gc.freeze()  # what is left lives until the process ends, so that nothing is searched for garbage
    sys.exit(code)


if __name__ == "__main__":
    main()
