#!/usr/bin/env python3
"""Whole runs of tonghop beside Python's readers of Excel, on the same workbooks: time, processor and memory.

    python3 benches/against.py                      # 28, 1,000 and 10,000 workbooks
    python3 benches/against.py --sizes 28,1000      # without the slow one

Builds the program (profile dist), makes the workbooks (target/against/SIZE, kept), installs openpyxl, python-calamine and pandas
below target/against where this Python lacks them, and runs everything in turns. Python's readers only read: every cell of every sheet,
nothing recognised, nothing judged, nothing written; each in two processes. Linux only.
"""
import argparse
import importlib.util
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PLACE = ROOT / "target" / "against"
MODULES = {"openpyxl": "openpyxl", "python_calamine": "python-calamine", "pandas": "pandas"}
PROCESSES = 2


def with_openpyxl(path):
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    cells = sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value is not None)
    book.close()
    return cells


def with_calamine(path):
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_path(path)
    sheets = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    return sum(1 for sheet in sheets for row in sheet for value in row if value != "")


def with_pandas(path):
    import pandas

    sheets = pandas.read_excel(path, sheet_name=None, header=None, engine="calamine")
    return sum(int(sheet.count().sum()) for sheet in sheets.values())


READERS = {"openpyxl": with_openpyxl, "python-calamine": with_calamine, "pandas with calamine": with_pandas}


def share(work):
    """Reads some of the workbooks. Gives their cells and the most memory that this process held, in KiB."""
    import resource

    name, paths = work
    cells = sum(READERS[name](path) for path in paths)
    return cells, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def read(name, folder):
    """What the process of a reader does: prints the cells and the memory of all its processes."""
    import multiprocessing
    import resource

    paths = sorted(str(path) for path in pathlib.Path(folder).rglob("*.xlsx"))
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
        shares = pool.map(share, [(name, paths[first::PROCESSES]) for first in range(PROCESSES)], chunksize=1)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps([sum(cells for cells, _ in shares), own + sum(kib for _, kib in shares)]))


def run(command, what):
    """Runs a command: seconds by the clock, seconds of the processor, MiB held at most, and what it printed."""
    with tempfile.TemporaryFile() as out:
        start = time.monotonic()
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.PIPE)
        said = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        clock = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        printed = out.read()
    if child.returncode != 0:
        sys.exit(f"{what} failed: {said.decode(errors='replace')[-2000:]}")
    return clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, printed


def python():
    """A Python that has the readers."""
    if all(importlib.util.find_spec(module) for module in MODULES):
        return sys.executable
    place, made = PLACE / "python", PLACE / "python" / "made"
    own = place / "bin" / "python"
    # One that was stopped half-way is made again.
    if not made.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(place)], check=True)
        subprocess.run([str(own), "-m", "pip", "install", "--quiet", *MODULES.values()], check=True)
        made.touch()
    return str(own)


def built(profile):
    """The program, and the tool that makes campaigns."""
    cargo = ["cargo", "build", "--locked", "--quiet", "--profile", profile]
    subprocess.run([*cargo, "--bin", "tonghop"], cwd=ROOT, check=True)
    subprocess.run([*cargo, "-p", "tonghop-tools", "--bin", "make_many"], cwd=ROOT, check=True)
    folder = ROOT / "target" / profile
    return str(folder / "tonghop"), str(folder / "make_many")


def campaign(make_many, size):
    """A campaign of so many units, made once."""
    folder = PLACE / str(size)
    if not (folder / "made").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        subprocess.run([make_many, str(folder / "campaign"), str(size)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        (folder / "made").touch()
    return folder / "campaign"


def rounds_of(size):
    return 15 if size <= 100 else 3 if size <= 2000 else 1


def measured(size, folder, tonghop, interpreter):
    """A list of rounds for each line of the table."""
    lines = {}
    for _ in range(rounds_of(size)):
        with tempfile.TemporaryDirectory(dir=PLACE) as place:
            whole = [tonghop, str(folder), "-o", f"{place}/ket-qua.xlsx", "--fail-on", "never"]
            lines.setdefault("tonghop, whole run with its workbook", []).append(run(whole, "a whole run")[:3])
        check = [tonghop, "check", str(folder), "--fail-on", "never"]
        lines.setdefault("tonghop check: read, recognised, judged", []).append(run(check, "check")[:3])
        for name in READERS:
            command = [interpreter, __file__, "--read", name, str(folder)]
            clock, processor, _, printed = run(command, name)
            _, kib = json.loads(printed)
            line = f"{name}, {PROCESSES} processes: only reads"
            lines.setdefault(line, []).append((clock, processor, kib / 1024))
    return lines


def table(size, lines):
    base = next(rounds for name, rounds in lines.items() if name.startswith("python-calamine"))
    of_base = statistics.median(clock for clock, _, _ in base)
    rounds = rounds_of(size)
    print(f"\n{size:,} workbooks, medians of {rounds} round{'s' if rounds > 1 else ''}")
    print(f"{'':46}{'clock s':>9}{'processor s':>13}{'MiB':>8}{'clock ÷ python-calamine':>25}")
    for name, results in lines.items():
        clock, processor, memory = (statistics.median(column) for column in zip(*results))
        print(f"{name:46}{clock:9.2f}{processor:13.2f}{memory:8.0f}{clock / of_base:25.2f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="28,1000,10000", help="how many workbooks, with commas between")
    parser.add_argument("--profile", default="dist", help="cargo's profile of the program")
    parser.add_argument("--read", nargs=2, metavar=("READER", "FOLDER"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.read:
        return read(*arguments.read)
    PLACE.mkdir(parents=True, exist_ok=True)
    tonghop, make_many = built(arguments.profile)
    interpreter = python()
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} processors, load {load:.1f} at the start{'' if load < 0.5 else ': not a quiet machine'}")
    for size in (int(size) for size in arguments.sizes.split(",")):
        table(size, measured(size, campaign(make_many, size), tonghop, interpreter))


if __name__ == "__main__":
    main()
