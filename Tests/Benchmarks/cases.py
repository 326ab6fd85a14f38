"""What is measured, against whom, and how good it has to be."""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

import peers
from measure import Failure, Runs, contest


@dataclass
class Row:
    """One line of the report. `goal` bounds the ratio (or `value`), `limit` the peak memory in MB."""

    what: str
    runs: Runs = None
    peer: str = ""
    against: Runs = None
    goal: float = None
    limit: float = None
    value: str = ""
    met: bool = None

    @property
    def ratio(self):
        return self.runs.median / self.against.median if self.against else None

    @property
    def verdict(self):
        verdicts = [] if self.met is None else [self.met]
        if self.goal is not None:
            verdicts.append(self.ratio <= self.goal)
        if self.limit is not None:
            verdicts.append(self.runs.megabytes <= self.limit)
        return None if not verdicts else all(verdicts)


class Cases:
    """Each public method measures one thing and yields its rows."""

    def __init__(self, server, rounds, quick):
        self.server = server
        self.rounds = rounds
        self.items = 10_000 if quick else 100_000
        self.spawn = peers.spawn()

    def contest(self, commands, rounds=None, statuses=None):
        return contest(self.spawn, commands, rounds or self.rounds, statuses)

    def startup(self):
        """Commands that need neither network nor files, as both builds start them."""
        commands = {
            "version": ["version"], "help": ["help"], "list --help": ["list", "--help"],
            "completion bash": ["completion", "bash"], "usage error": ["list", "--nonsense"],
        }
        statuses = {"usage error": 2}
        rounds = 5 * self.rounds
        program = peers.release()
        contestants = {name: [program, *words] for name, words in commands.items()}
        contestants["empty"] = [peers.swift("empty", "Empty.swift")]
        runs = self.contest(contestants, rounds, statuses)
        for name in commands:
            yield Row(f"{name}, release build", runs[name], "empty program", runs["empty"], goal=1.1)

        program = peers.portable()
        contestants = {name: [program, *words] for name, words in commands.items()}
        contestants |= {"jq": [peers.tool("jq"), "--version"], "curl": [peers.tool("curl"), "--version"]}
        runs = self.contest(contestants, rounds, statuses)
        for name in commands:
            yield Row(f"{name}, portable build", runs[name], "jq --version", runs["jq"], goal=1.2, limit=10)
        yield Row("version, portable build", runs["version"], "curl --version", runs["curl"], goal=0.4)

    def list(self):
        """Lists over HTTP: narrow items, and whole workflows from a server that ignores `fields`."""
        yield from self.listing(f"slim-{self.items}", limit=60, rounds=self.rounds)
        yield from self.listing(f"list-{self.items}", limit=80, rounds=min(self.rounds, 9))
        yield from self.jq_table(f"slim-{self.items}")
        yield from self.jq_table(f"list-{self.items // 10}")

    def table(self, name, program=None):
        self.server.list(name)
        return [program or peers.release(), "list", "-s", self.server.url, "-n", name, "--chunk-size", "0"]

    def listing(self, name, limit, rounds):
        url = self.server.list(name)
        contestants = {
            "wfctl": self.table(name), "download": [peers.swift("download", "Download.swift"), url],
            "curl": [peers.tool("curl"), "-s", "-o", "/dev/null", url],
        }
        runs = self.contest(contestants, rounds)
        yield Row(f"list {name}", runs["wfctl"], "bare download", runs["download"], goal=1.5, limit=limit)
        yield Row(f"list {name}", runs["wfctl"], "curl, dropped", runs["curl"])

    def jq_table(self, name):
        contestants = {
            "wfctl": self.table(name),
            "jq": f"curl -s {self.server.list(name)} | jq -r -f {peers.FOLDER / 'table.jq'}",
            "fields": f"curl -s {self.server.list(name)} | jq -r '.items[] | [.metadata.name, .status.phase, "
            ".metadata.creationTimestamp, .status.startedAt, .status.finishedAt, .spec.priority, .status.message] | @tsv'",
        }
        peers.tool("jq")
        runs = self.contest(contestants, min(self.rounds, 3))
        yield Row(f"list {name}", runs["wfctl"], "curl | jq, same table", runs["jq"], goal=1 / 12)
        yield Row(f"list {name}", runs["wfctl"], "curl | jq, raw fields", runs["fields"])

    def memory(self):
        """What one more row costs."""
        for kind in ("slim", "list"):
            small, large = f"{kind}-1000", f"{kind}-{self.items}"
            runs = self.contest({small: self.table(small), large: self.table(large)}, min(self.rounds, 3))
            growth = (runs[large].megabytes - runs[small].megabytes) * 2**20 / (self.items - 1000)
            yield Row(f"{large} over {small}", runs[large], value=f"{growth:.0f} B a row <= 250", met=growth <= 250)

    def json(self):
        """The list reader without network: the whole file checked, eight fields of each item read."""
        name = f"list-{self.items // 10}"
        path = peers.data(name)
        contestants = {
            "core": [peers.core(), "list", str(path)],
            "decoder": [peers.swift("decoder", "Decoder.swift"), str(path)],
        }
        runs = self.contest(contestants)
        rate = path.stat().st_size / 1e3 / runs["core"].median
        yield Row(f"reader {name}", runs["core"], limit=16, value=f"{rate:.0f} MB/s >= 500", met=rate >= 500)
        yield Row(f"reader {name}", runs["core"], "JSONDecoder", runs["decoder"], goal=0.3)
        fields = ".items[] | [.metadata.name, .metadata.namespace, .status.phase, .status.startedAt, " \
            ".status.finishedAt, .status.progress, .status.message, .spec.priority] | @tsv"
        contestants = {"core": contestants["core"], "jq": [peers.tool("jq"), "-r", fields, str(path)]}
        runs = self.contest(contestants, min(self.rounds, 3))
        yield Row(f"reader {name}", runs["core"], "jq", runs["jq"], goal=1 / 12)

    def yaml(self):
        """The YAML reader without network: a large manifest, and argo's examples in one process."""
        big, examples = str(peers.data("yaml-5")), peers.examples()
        for what, files, goal in (("5 MB of YAML", [big], 0.5), (f"{len(examples)} examples", examples, None)):
            contestants = {"core": [peers.core(), "yaml", *files], "libyaml": [peers.libyaml(), *files]}
            runs = self.contest(contestants)
            yield Row(f"reader {what}", runs["core"], "libyaml, events", runs["libyaml"], goal=goal)
        yield Row(
            f"reader {len(examples)} examples", value=f"{runs['core'].median:.1f} ms <= 8", met=runs["core"].median <= 8)

    def lint(self):
        """Every example of argo checked in one go, against Python only reading the YAML with libyaml."""
        examples = peers.examples()
        contestants = {
            "wfctl": [peers.release(), "lint", "-o", "simple", *examples],
            "start": [peers.release(), "version"],
            "python": [sys.executable, str(peers.FOLDER / "peers" / "read_yaml.py"), *examples],
        }
        runs = self.contest(contestants)
        yield Row(f"lint {len(examples)} examples", runs["wfctl"], "python's CSafeLoader", runs["python"], goal=0.5)
        yield Row(f"lint {len(examples)} examples", runs["wfctl"], "wfctl version", runs["start"])

    def get(self):
        """One workflow of 5,000 nodes, as its document and as a tree."""
        url = self.server.workflow("single-5000")
        for build, program in (("release", peers.release), ("portable", peers.portable)):
            words = [program(), "get", "-s", self.server.url, "-n", "argo", "single-5000"]
            contestants = {
                "json": [*words, "-o", "json"], "yaml": [*words, "-o", "yaml"], "tree": words, "jq": f"{peers.tool('curl')} -s {url} | {peers.tool('jq')} .",
                "jq alone": [peers.tool("jq"), ".", str(peers.data("single-5000"))],
            }
            runs = self.contest(contestants)
            yield Row(f"get -o json, {build} build", runs["json"], "curl | jq .", runs["jq"], goal=1 / 8)
            yield Row(f"get -o json, {build} build", runs["json"], "jq . FILE", runs["jq alone"])
            yield Row(f"get -o yaml, {build} build", runs["yaml"], "get -o json", runs["json"])
            yield Row(f"get with its tree, {build} build", runs["tree"], "get -o json", runs["json"], goal=1.5)

    def request(self):
        """One small request, the whole process."""
        url = self.server.workflow("tiny")
        for build, program in (("release", peers.release), ("portable", peers.portable)):
            words = [program(), "get", "-s", self.server.url, "-n", "argo", "tiny", "-o", "json"]
            runs = self.contest({"wfctl": words, "curl": [peers.tool("curl"), "-s", url]}, 3 * self.rounds)
            yield Row(f"get -o json, {build} build", runs["wfctl"], "curl", runs["curl"], goal=2)

    def logs(self):
        """A long log into a pipe, and how old a line is when it comes out."""
        megabytes = self.items // 100
        words = [peers.release(), "logs", "-s", self.server.url, "-n", "argo"]
        tenth = self.server.log(megabytes // 10)
        name = self.server.log(megabytes)
        url = f"{self.server.url}/api/v1/workflows/argo/{name}/log"
        # Through a pipe, as to any other program.
        contestants = {
            "once": " ".join([*words, name, "--prefix", "never", "| cat"]),
            "follow": " ".join([*words, name, "-f", "--prefix", "never", "| cat"]),
            "curl": f"{peers.tool('curl')} -s -N {url} | cat",
        }
        runs = self.contest(contestants, min(self.rounds, 3))
        for kind in ("once", "follow"):
            rate = megabytes * 1e3 / runs[kind].median
            yield Row(
                f"logs {megabytes} MB, {kind}", runs[kind], value=f"{rate:.0f} MB/s >= 150", met=rate >= 150, limit=60)
        yield Row(f"logs {megabytes} MB", runs["once"], "curl, as it came", runs["curl"])
        small = self.contest({"tenth": " ".join([*words, tenth, "--prefix", "never", "| cat"])}, min(self.rounds, 3))
        growth = runs["once"].megabytes - small["tenth"].megabytes
        yield Row(f"logs {megabytes} over {megabytes // 10} MB", value=f"{growth:.1f} MB more <= 8", met=growth <= 8)
        ages = self.ages([*words, "clock-500", "-f", "--prefix", "never"])
        yield Row(
            "a line, written to printed", value=f"{statistics.median(ages):.2f} ms <= 5",
            met=statistics.median(ages) <= 5)

    @staticmethod
    def ages(command):
        """Milliseconds from when each line was written by the server to when it was read here."""
        with subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0) as process:
            lines = os.fdopen(os.dup(process.stdout.fileno()), "rb", buffering=0)
            return [(time.monotonic_ns() - int(line)) / 1e6 for line in lines]

    def output(self):
        """Rows and times, in process."""
        for words, unit, scale, goal in (
            (["rows", 100_000], "ms", 1e6, 60), (["times", 10_000_000], "ns a time", 1e7, 40),
        ):
            command = [peers.core(), *map(str, words)]
            runs = Runs()
            for _ in range(self.rounds):
                answer = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
                if answer.returncode != 0:
                    raise Failure(f"{command} failed: {answer.stderr}")
                runs.wall.append(float(answer.stderr.split()[-2]) / scale)
            yield Row(
                " ".join(map(str, words)), value=f"{runs.median:.1f} {unit} <= {goal}", met=runs.median <= goal)


NAMES = ["startup", "list", "memory", "json", "yaml", "lint", "get", "request", "logs", "output"]
