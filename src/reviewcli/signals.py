"""End as after Ctrl-C when the system asks for it: with nothing half done, and a code that says why."""

import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_ENDING = tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))
_AGAIN = 0.001
_received: list[int] = []
_done: list[bool] = []


def interrupt_on_signals() -> None:
    """Raise KeyboardInterrupt at the first signal that asks to end; a second one ends the process at once.

    What is ignored stays so, as `nohup` has it.
    """
    _done.clear()
    sys.unraisablehook = _lost
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


def _lost(lost: "UnraisableHookArgs") -> None:
    """Interrupt again, and say nothing, where Python drops an interrupt since it came in a finaliser."""
    if not (_received and lost.exc_type is KeyboardInterrupt):
        sys.__unraisablehook__(lost)
    elif not _done and hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _interrupt_again)
        signal.setitimer(signal.ITIMER_REAL, _AGAIN)


def _interrupt_again(_: int, __: FrameType | None) -> None:
    if not _done:
        raise KeyboardInterrupt


def leave_signals_alone() -> None:
    """Let signals end the process at once, and without a word, as when nothing is left to do.

    They are held back while their handlers go: one on its way to a handler that is gone would be a complaint.
    """
    _done.append(True)
    if not hasattr(signal, "pthread_sigmask"):
        return
    ours = [number for number in _ENDING if signal.getsignal(number) is _interrupt]
    held = signal.pthread_sigmask(signal.SIG_BLOCK, ours)
    for number in ours:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, held)


def code_of_signal(default: int) -> int:
    """Return 128 and the number of the signal that was received, as shells say it; else `default`."""
    return 128 + _received[0] if _received else default
