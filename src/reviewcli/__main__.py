"""Start reviewcli, by its own name or as `python -m reviewcli`."""

import gc
import sys

from reviewcli.signals import code_of_signal, interrupt_on_signals, leave_signals_alone

# A command makes some tens of thousands of objects while it loads and is over in a tenth of a second:
# collecting garbage among them costs more than the garbage. Long runs still collect.
COLLECT_AFTER = 100_000
INTERRUPTED = 130


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(COLLECT_AFTER)
    try:
        interrupt_on_signals()
        from reviewcli.cli import run

        code = run(sys.argv[1:])
        leave_signals_alone()
    except KeyboardInterrupt:  # before anything was begun, or after all was said
        code = INTERRUPTED
    gc.freeze()  # what is left lives until the process ends, so that nothing is searched for garbage
    sys.exit(code_of_signal(code) if code == INTERRUPTED else code)


if __name__ == "__main__":
    main()
