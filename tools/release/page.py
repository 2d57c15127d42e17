"""A Markdown file of the project as a page that stands alone: links to other Markdown files of the archive lead to their pages.

Takes a text and what the links may lead to; gives HTML. Reads and writes no file.
"""

import posixpath
import re
from html import escape
from urllib.parse import quote, unquote, urlsplit

from markdown_it import MarkdownIt

STYLE = """
body { max-width: 56rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 "Segoe UI", "Noto Sans", sans-serif; color: #1b1b1b; }
img { max-width: 100%; border: 1px solid #ddd; }
pre { overflow-x: auto; background: #f5f5f5; padding: .8rem; }
code { font-family: Consolas, "DejaVu Sans Mono", monospace; font-size: .9em; }
table { border-collapse: collapse; }
th, td { border: 1px solid #ccc; padding: .3rem .6rem; text-align: left; vertical-align: top; }
"""

# Of the manual, what is in English; the notes on the samples are as well.
ENGLISH = ["docs/data.md", "docs/scale.md"]


def is_local(link):
    return not urlsplit(link).scheme and not link.startswith("//")


def page(text, source, place, pages, kept):
    """The page of `text`, which is the project's file `source` and will be `place` in the archive.

    `pages` says which page of the archive a Markdown file becomes, `kept` which files are in it as they are. A picture or a link to
    anything else of the project is an error, so that no archive has a dead link.
    """

    def target(link):
        parts = urlsplit(link)
        if not is_local(link) or not parts.path:
            return link
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(parts.path)))
        path = pages.get(path, path)
        if path not in kept and path not in pages.values():
            raise SystemExit(f"{source}: {link}: not in the archive")
        relative = posixpath.relpath(path, posixpath.dirname(place) or ".")
        return quote(relative) + (f"#{parts.fragment}" if parts.fragment else "")

    # As forges read it; HTML for the anchors of the manual.
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = markdown.parse(text)
    for token in (child for block in tokens for child in [block, *(block.children or [])]):
        for name in ("href", "src"):
            if token.attrs.get(name):
                token.attrs[name] = target(token.attrs[name])
    body = markdown.renderer.render(tokens, markdown.options, {})
    title = re.search(r"^# (.*)$", text, re.MULTILINE).group(1)
    language = "en" if source.startswith("samples/") or source in ENGLISH else "vi"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
