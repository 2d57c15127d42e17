"""Joins the page with the module into one file that a browser opens from a disk.

    python3 tools/page/join.py GLUE.js MODULE.wasm OUT.html [page/web]

GLUE.js is what wasm-bindgen writes for `--target no-modules`. The module is stored as base64 of gzip. The same input gives the same bytes.
"""

import base64
import gzip
import pathlib
import sys

SCRIPTS = ["drop.js", "zip.js", "readers.js", "said.js", "page.js", "done.js", "start.js"]


def text(path):
    return path.read_text(encoding="utf-8")


def main(glue, module, out, folder="page/web"):
    web = pathlib.Path(folder)
    scripts = "\n".join(text(web / name) for name in SCRIPTS)
    packed = base64.b64encode(gzip.compress(pathlib.Path(module).read_bytes(), 9, mtime=0)).decode("ascii")
    parts = {
        "/*STYLE*/": text(web / "page.css"),
        "/*WORKER*/": text(pathlib.Path(glue)) + "\n" + text(web / "worker.js"),
        "/*MODULE*/": packed,
        "/*SCRIPT*/": f'"use strict";\n(() => {{\n{scripts}\n}})();',
    }
    page = text(web / "page.html")
    for mark, part in parts.items():
        # What would end an element early, or begin a comment in it.
        for bad in ("</script", "</style", "<!--"):
            if bad in part.lower():
                sys.exit(f"{bad} stands in what is put in the place of {mark}")
        if page.count(mark) != 1:
            sys.exit(f"{mark} stands {page.count(mark)} times in page.html")
    for mark, part in parts.items():
        page = page.replace(mark, part, 1)
    target = pathlib.Path(out)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(page.encode("utf-8"))
    print(f"{out}: {len(page.encode('utf-8')) / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
