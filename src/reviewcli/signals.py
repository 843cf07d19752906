"""End as after Ctrl-C when the system asks for it: with nothing half done, and a code that says why."""

import signal
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_ENDING = tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))
_received: list[int] = []
_done: list[bool] = []


def interrupt_on_signals() -> None:
    """Raise KeyboardInterrupt at the first signal that asks to end; a second one ends the process at once.

    What is ignored stays so, as `nohup` has it.
    """
    _done.clear()
    for number in _ENDING:
        if signal.getsignal(number) not in (signal.SIG_IGN, None):
            signal.signal(number, _interrupt)


def _interrupt(number: int, _: FrameType | None) -> None:
    if _received or _done:  # the handlers stay: a signal on its way to one that is gone would be a complaint
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)
        return
    _received.append(number)
    raise KeyboardInterrupt


def leave_signals_alone() -> None:
    """Let signals end the process at once, as when nothing is left to do."""
    _done.append(True)


def code_of_signal(default: int) -> int:
    """Return 128 and the number of the signal that was received, as shells say it; else `default`."""
    return 128 + _received[0] if _received else default
