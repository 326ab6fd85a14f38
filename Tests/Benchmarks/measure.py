"""Runs programs in turn and keeps what each run took."""

import statistics
import subprocess
from dataclasses import dataclass, field


class Failure(Exception):
    """A program did not do what it was measured for."""


@dataclass
class Runs:
    """What the runs of one program took."""

    wall: list = field(default_factory=list)
    rss: list = field(default_factory=list)

    @property
    def median(self):
        """Milliseconds."""
        return statistics.median(self.wall)

    @property
    def best(self):
        return min(self.wall)

    @property
    def megabytes(self):
        return statistics.median(self.rss) / 1024


def run(spawn, command, status=0):
    """One run: wall milliseconds and peak KiB, of a list of words or a shell command."""
    words = ["/bin/sh", "-c", command] if isinstance(command, str) else command
    answer = subprocess.run([spawn, *words], capture_output=True, text=True, check=True).stdout.split()
    if int(answer[3]) != status:
        raise Failure(f"ended with {answer[3]} instead of {status}: {' '.join(map(str, words))}")
    return float(answer[0]), int(answer[2])


def contest(spawn, commands, rounds, statuses=None):
    """Runs all commands once for practice, then in turn, so that what slows the machine down slows all of them.

    `commands` maps names to commands, `statuses` names to the exit statuses they must have when it is not 0.
    """
    statuses = statuses or {}
    results = {name: Runs() for name in commands}
    for round in range(rounds + 1):
        for name, command in commands.items():
            wall, rss = run(spawn, command, statuses.get(name, 0))
            if round > 0:
                results[name].wall.append(wall)
                results[name].rss.append(rss)
    return results
