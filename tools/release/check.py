"""Checks an archive as whoever gets it: `check.py ARCHIVE`.

Unpacks it into a folder with blanks and diacritics, follows every local link of its pages, and runs the program on its own sample
(not a program of another system). Ends with status 1 and says what is wrong; writes nothing that stays.
"""

import os
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from page import is_local

MUST = ["HUONG-DAN.html", "tonghop.html", "LICENSE-MIT", "LICENSE-APACHE", "licences/packages.txt", "licences/rust-library.html", "samples/kontum-2017/campaign.toml"]


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.anchors, self.text = [], set(), []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src"):
                self.links.append(value)
            if name == "id":
                self.anchors.add(value)

    def handle_data(self, data):
        self.text.append(data)


def parsed(path):
    links = Links()
    links.feed(path.read_text(encoding="utf-8"))
    return links


def unpack(archive, folder):
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(folder)
    else:
        with tarfile.open(archive) as opened:
            opened.extractall(folder)
    (top,) = folder.iterdir()
    return top


def wrong_links(top):
    """Local links of the archive's pages that lead nowhere, and how many there were."""
    wrong, count = [], 0
    for path in sorted(top.rglob("*.html")):
        # Texts of others, and a program that is no manual.
        if "licences" in path.parts or path.name == "tonghop.html":
            continue
        here = parsed(path)
        # Markdown that was not understood.
        if re.search(r"\]\(|\*\*|^\s*\|.*\|\s*$", "".join(here.text), re.MULTILINE):
            wrong.append(f"{path.name}: Markdown in the text")
        for link in here.links:
            if not is_local(link):
                continue
            count += 1
            parts = urlsplit(link)
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.is_file() or not target.is_relative_to(top.resolve()):
                wrong.append(f"{path.name}: {link}: not in the archive")
            elif parts.fragment and parts.fragment not in parsed(target).anchors:
                wrong.append(f"{path.name}: {link}: no such place in that page")
    return wrong, count


def wrong_run(top):
    """What is not as the README shows it when the program reads its own sample."""
    program = top / ("tonghop.exe" if os.name == "nt" else "tonghop")
    if not program.is_file():
        print("the program is for another system: not run")
        return []
    run = subprocess.run([program, Path("samples/kontum-2017")], cwd=top, capture_output=True, encoding="utf-8")
    page = parsed(Path(top, "HUONG-DAN.html"))
    audit = subprocess.run([program, "audit", "samples/decision-134.xlsx"], cwd=top, capture_output=True, encoding="utf-8")
    wrong = []
    if run.returncode != 0 or "đã tổng hợp 28/30 đơn vị; 0 lỗi, 14 cảnh báo" not in run.stdout:
        wrong.append(f"the sample: status {run.returncode}\n{run.stdout}{run.stderr}")
    if not zipfile.is_zipfile(top / "samples/kontum-2017-tong-hop.xlsx"):
        wrong.append("the sample: no workbook was written")
    if not audit.stdout or audit.stdout.splitlines()[0] not in "".join(page.text):
        wrong.append(f"the audit does not say what the page shows\n{audit.stdout}{audit.stderr}")
    return wrong


def main(archive):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder, "Tải về tháng 11", "Phần mềm")
        folder.mkdir(parents=True)
        top = unpack(Path(archive), folder)
        wrong = [f"{path}: missing" for path in MUST if not (top / path).is_file()]
        bad, count = wrong_links(top)
        wrong += bad + wrong_run(top)
    if wrong or count == 0:
        sys.exit("\n".join([f"{archive}: not fit to be handed out", *wrong]))
    print(f"{archive}: {count} links, all right")


if __name__ == "__main__":
    main(*sys.argv[1:])
