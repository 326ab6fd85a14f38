"""Makes what the benchmarks need: peer programs, compiled once, and data, generated once."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
BUILT = ROOT / ".build" / "benchmarks"
RELEASE = ROOT / ".build" / "release" / "wfctl"
PORTABLE = ROOT / ".build-portable" / "release" / "wfctl"
DATA = Path(os.environ.get("WFCTL_BENCHMARK_DATA") or Path(tempfile.gettempdir()) / "wfctl-benchmarks")


class Missing(Exception):
    """Something outside the repository is not there; the text says what to do."""


def tool(name):
    path = shutil.which(name)
    if not path:
        raise Missing(f"{name} is not installed")
    return path


def installed(program, name):
    """A copy of a program. What a linker wrote lies in memory page by page and takes longer to map than what was
    copied or read from a disk, as installed programs are: a millisecond that no user ever sees."""
    target = BUILT / name
    if not target.exists() or target.stat().st_mtime < program.stat().st_mtime:
        BUILT.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", program, target], check=True)
    return str(target)


def wfctl(program, name, build):
    if not program.exists():
        raise Missing(f"{program.relative_to(ROOT)} is not there: run '{build}' first")
    return installed(program, name)


def release():
    return wfctl(RELEASE, "wfctl", "swift build -c release")


def portable():
    return wfctl(PORTABLE, "wfctl-portable", "Tests/Benchmarks/build-portable")


def compiled(name, source, make, also=()):
    """The program `make` builds, unless it is newer than its source and the other files it is made from."""
    linked, source = BUILT / "linked" / name, FOLDER / "peers" / source
    newest = max(Path(path).stat().st_mtime for path in [source, *also])
    if not linked.exists() or linked.stat().st_mtime < newest:
        linked.parent.mkdir(parents=True, exist_ok=True)
        print(f"compiling {name}", file=sys.stderr)
        subprocess.run([*make(source), "-o", linked], check=True)
    return installed(linked, name)


def spawn():
    return compiled("spawn", "spawn.c", lambda source: [tool("clang"), "-O2", source])


def swift(name, source):
    return compiled(name, source, lambda source: [tool("swiftc"), "-O", "-swift-version", "6", source])


def libyaml():
    if not Path("/usr/include/yaml.h").exists():
        raise Missing("libyaml's header yaml.h is not installed")
    return compiled(
        "libyaml", "libyaml.c", lambda source: [tool("clang"), "-O2", source, "-Wl,--no-as-needed", "-lyaml"])


def examples():
    """Argo's example manifests."""
    folder = conformance() / "argo-examples"
    if not folder.exists():
        raise Missing("argo's examples are not there: set WFCTL_CONFORMANCE to the folder that has them")
    return sorted(map(str, folder.rglob("*.yaml")))


def conformance():
    return Path(os.environ.get("WFCTL_CONFORMANCE") or ROOT.parent / "shared" / "conformance")


def core():
    """`Core.swift` with the modules of the release build, exactly as they stand in wfctl, and as it is linked."""
    release()
    folder = RELEASE.parent
    objects = [
        str(path) for module in ("DocumentKit", "TerminalKit", "WorkflowModel")
        for path in sorted((folder / f"{module}.build").glob("*.o"))
    ]
    # SwiftPM names the package after its folder; package access needs the same name.
    package = next(
        line.split('"')[1] for line in (ROOT / ".build" / "release.yaml").read_text().split('"-package-name",')[1:])
    return compiled(
        "core", "Core.swift", also=objects,
        make=lambda source: [
            tool("swiftc"), "-O", "-wmo", "-static-stdlib", "-swift-version", "6", "-package-name", package,
            "-I", folder / "Modules", source, *objects,
        ])


def data(name):
    """A generated file: `slim-1000` and `list-1000` are lists, `single-5000` is one workflow, `tiny` a small one,
    `yaml-5` a manifest of 5 MB."""
    path = DATA / f"{name}.json"
    if not path.exists():
        generator = conformance() / "gen_workflows.py"
        if not generator.exists():
            raise Missing("the generator gen_workflows.py is not there: set WFCTL_CONFORMANCE to its folder")
        kind, _, count = name.partition("-")
        options = {
            "slim": ["list", "--fields", "-n", count], "list": ["list", "-n", count],
            "single": ["single", "--nodes", count], "tiny": ["single", "--nodes", "2"],
            "yaml": ["yaml", "--megabytes", count],
        }[kind]
        DATA.mkdir(parents=True, exist_ok=True)
        print(f"generating {path}", file=sys.stderr)
        part = path.with_suffix(".part")
        subprocess.run([sys.executable, generator, *options, "--seed", "1", "-o", part], check=True)
        part.rename(path)
    return path


def log_stream(megabytes):
    """A log of that many MB of lines as an Argo Server sends it: an event a line, each a chunk, some with escapes."""
    path = DATA / f"log-{megabytes}.stream"
    if not path.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        print(f"generating {path}", file=sys.stderr)
        part = path.with_suffix(".part")
        with open(part, "wb") as file:
            size, number, lines = 0, 0, []
            while size < megabytes * 1_000_000:
                text = f"step {number} of the build compiles module {number % 97} with a rather ordinary line of text"
                text += r" and \"quotes\"" if number % 10 == 0 else " and words up to the end of it"
                second, part_of_second = divmod(number, 20_000)
                at = f"2026-01-02T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}.{part_of_second * 50_000:09}Z"
                frame = f'data: {{"result":{{"content":"{at} {text}","podName":"build-sh-2124544984"}}}} \n\n'
                lines.append(f"{len(frame):x}\r\n{frame}\r\n")
                size += len(text) + 1
                number += 1
                if len(lines) == 10_000:
                    file.write("".join(lines).encode())
                    lines.clear()
            file.write("".join(lines).encode() + b"0\r\n\r\n")
        part.rename(path)
    return path


class Server:
    """The file server, in a process of its own."""

    def __enter__(self):
        DATA.mkdir(parents=True, exist_ok=True)
        self.process = subprocess.Popen(
            [sys.executable, "-B", FOLDER / "server.py", DATA], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True)
        self.url = f"http://127.0.0.1:{int(self.process.stdout.readline())}"
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()

    def list(self, name):
        data(name)
        return f"{self.url}/api/v1/workflows/{name}"

    def log(self, megabytes):
        """The name of a workflow with a log of that size."""
        log_stream(megabytes)
        return f"log-{megabytes}"

    def workflow(self, name):
        data(name)
        return f"{self.url}/api/v1/workflows/argo/{name}"
