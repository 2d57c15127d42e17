"""The licences of what is in the program: every crate it is linked from, Rust's library, and the C library where that is linked in.

The crates' own licence files, gathered by `cargo metadata`: all of them carry theirs, `cargo deny` holds the kinds of licence to a
list already, and `cargo about` would take minutes to build for the same texts. A crate without a licence file is an error.
"""

import json
import re
import subprocess
from pathlib import Path

FILE = re.compile(r"(?i)(licen[cs]e|copying|copyright|notice|unlicense)")
# Linked in beside Rust's library: where Debian has the words.
RUNTIMES = {
    "musl": ["/usr/share/doc/musl/copyright"],
    "windows-gnu": ["/usr/share/doc/mingw-w64-x86-64-dev/copyright", "/usr/share/doc/gcc-mingw-w64-base/copyright"],
}


def crates(triple):
    """The packages that are linked into the program for `triple`: no build scripts, macros or tests."""
    options = ["--format-version=1", "--locked", "--filter-platform", triple]
    metadata = json.loads(subprocess.check_output(["cargo", "metadata", *options]))
    packages = {package["id"]: package for package in metadata["packages"]}
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    root = metadata["resolve"]["root"]
    found, waiting = set(), [root]
    while waiting:
        here = waiting.pop()
        if here in found or any("proc-macro" in target["kind"] for target in packages[here]["targets"]):
            continue
        found.add(here)
        for dependency in nodes[here]["deps"]:
            if any(kind["kind"] is None for kind in dependency["dep_kinds"]):
                waiting.append(dependency["pkg"])
    found.remove(root)
    return sorted((packages[name] for name in found), key=lambda package: (package["name"], package["version"]))


def texts(package):
    folder = Path(package["manifest_path"]).parent
    files = sorted(file for file in folder.iterdir() if file.is_file() and FILE.match(file.name))
    if not files:
        raise SystemExit(f"{package['name']} {package['version']}: no licence file")
    return [(file.name, file.read_text(encoding="utf-8", errors="replace").strip()) for file in files]


def crates_text(triple):
    """All crates with their licences, then each text once with the crates that carry it."""
    packages = crates(triple)
    owners = {}
    for package in packages:
        for name, text in texts(package):
            # One text under several breaks of lines is one text.
            entry = owners.setdefault(" ".join(text.split()), (name, text, []))
            entry[2].append(f"{package['name']} {package['version']}")
    lines = [f"What tonghop is linked from ({len(packages)} packages) and the words of their licences.", ""]
    for package in packages:
        lines.append(f"{package['name']} {package['version']}: {package['license']}; {package['repository'] or 'crates.io'}")
    for name, text, of in owners.values():
        lines += ["", "=" * 80, f"{name} of {', '.join(of)}", "=" * 80, "", text]
    return "\n".join(lines) + "\n"


def rust_library():
    """The notices of Rust's own library, as its toolchain has them."""
    sysroot = subprocess.check_output(["rustc", "--print", "sysroot"], text=True).strip()
    return (Path(sysroot) / "share/doc/rust/COPYRIGHT-library.html").read_bytes()


def runtime(kind):
    """Notices of the C library inside the program, if any is: `musl` or `windows-gnu`."""
    paths = [Path(path) for path in RUNTIMES.get(kind, [])]
    missing = [str(path) for path in paths if not path.is_file()]
    if missing:
        raise SystemExit(f"{', '.join(missing)}: not there; on Debian it comes with the package that its folder is named for")
    return "\n\n".join(path.read_text(encoding="utf-8") for path in paths)
