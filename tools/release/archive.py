"""Packs the archive: `archive.py linux|windows PROGRAM FOLDER`; prints where it is.

The program, the Vietnamese README as a page with its pictures, the list of findings, the samples, and all licences, below one
folder. Names are sorted and times are those of the last commit (or SOURCE_DATE_EPOCH), so the same commit and program give the same bytes.
"""

import gzip
import io
import os
import re
import subprocess
import sys
import tarfile
import time
import tomllib
import zipfile
from pathlib import Path

import licences
from page import page

PAGES = {
    "README.vi.md": "HUONG-DAN.html",
    "docs/canh-bao.md": "docs/canh-bao.html",
    "docs/tieu-de.md": "docs/tieu-de.html",
    "docs/phieu.md": "docs/phieu.html",
    "docs/cong-van.md": "docs/cong-van.html",
    "docs/phu-luc.md": "docs/phu-luc.html",
    "docs/quyet-dinh.md": "docs/quyet-dinh.html",
    # For who feeds engines, in English.
    "docs/data.md": "docs/data.html",
    "docs/scale.md": "docs/scale.html",
    "docs/huong-dan-bo-tieu-chi.md": "docs/huong-dan-bo-tieu-chi.html",
    "samples/README.md": "samples/README.html",
    # Beside its folder, in which a page would be taken for a return.
    "samples/kontum-2017-spoiled/README.md": "samples/kontum-2017-spoiled.html",
}
# The program as a page, by tools/page/build.sh.
WHOLE = Path("target/page/tonghop.html")
KEPT = re.compile(
    r"LICENSE-(MIT|APACHE)|docs/(cap-tinh|trang|trang-mo|phu-luc|buoc-\d|dot-[a-z-]+)\.png|samples/(kontum-201[67]|kontum-2017-spoiled)/.*"
    r"|samples/(decision-134\.(docx|xlsx)|kontum-2016-tong-hop\.xlsx)|tests/data/kontum-2017/published-results\.csv"
)


def kind_of(system, program):
    """What the program was built for, by its bytes."""
    if system == "windows":
        if program[:2] != b"MZ":
            raise SystemExit("not a program for Windows")
        return "windows-gnu" if b"Mingw-w64 runtime" in program else "windows"
    if program[:4] != b"\x7fELF":
        raise SystemExit("not a program for Linux")
    return "gnu" if b"/lib64/ld-linux" in program[:4096] else "musl"


TRIPLES = {
    "gnu": "x86_64-unknown-linux-gnu",
    "musl": "x86_64-unknown-linux-musl",
    "windows": "x86_64-pc-windows-msvc",
    "windows-gnu": "x86_64-pc-windows-gnu",
}
NAMES = {"gnu": "linux-x86_64-gnu", "musl": "linux-x86_64-musl", "windows": "windows-x86_64", "windows-gnu": "windows-x86_64"}


def content(system, kind, program):
    """Path in the archive and bytes of each file."""
    tracked = subprocess.check_output(["git", "ls-files", "-z"], text=True, encoding="utf-8").split("\0")
    kept = {path for path in tracked if KEPT.fullmatch(path) and path not in PAGES}
    files = {path: Path(path).read_bytes() for path in kept}
    for source, place in PAGES.items():
        files[place] = page(Path(source).read_text(encoding="utf-8"), source, place, PAGES, kept).encode()
    files["tonghop.exe" if system == "windows" else "tonghop"] = program
    files["tonghop.html"] = WHOLE.read_bytes()
    files["licences/packages.txt"] = licences.crates_text(TRIPLES[kind]).encode()
    files["licences/rust-library.html"] = licences.rust_library()
    if kind in licences.RUNTIMES:
        files["licences/c-library.txt"] = licences.runtime(kind).encode()
    return sorted(files.items())


def mode(path):
    return 0o755 if path.rpartition("/")[2] in ("tonghop", "tonghop.exe") else 0o644


def pack_tar(path, top, files, moment):
    packed = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, packed, moment) as stream, tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, data in files:
            entry = tarfile.TarInfo(f"{top}/{name}")
            entry.size, entry.mtime, entry.mode = len(data), moment, mode(name)
            tar.addfile(entry, io.BytesIO(data))
    path.write_bytes(packed.getvalue())


def pack_zip(path, top, files, moment):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(f"{top}/{name}", time.gmtime(moment)[:6])
            # The same on every system that packs.
            entry.create_system, entry.compress_type = 3, zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100000 | mode(name)) << 16
            archive.writestr(entry, data)
    path.write_bytes(packed.getvalue())


def main(system, program, folder):
    program = Path(program).read_bytes()
    kind = kind_of(system, program)
    version = tomllib.loads(Path("Cargo.toml").read_text(encoding="utf-8"))["package"]["version"]
    moment = os.environ.get("SOURCE_DATE_EPOCH") or subprocess.check_output(["git", "log", "-1", "--format=%ct"])
    files = content(system, kind, program)
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    suffix, pack = (".zip", pack_zip) if system == "windows" else (".tar.gz", pack_tar)
    path = folder / f"tonghop-{version}-{NAMES[kind]}{suffix}"
    pack(path, f"tonghop-{version}", files, int(moment))
    # Read by a shell, also on Windows.
    sys.stdout.reconfigure(newline="\n")
    print(path.as_posix())


if __name__ == "__main__":
    main(*sys.argv[1:])
