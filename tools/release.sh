#!/usr/bin/env bash
# Makes the archive that is handed out, below target/archives/, and checks it: the same bytes when packed again, every link of its
# pages leads to a file in it, and, where the program can run, its own sample comes out from a path with blanks and diacritics.
#   bash tools/release.sh linux             builds the program with the `dist` profile: for musl where that target is installed
#   bash tools/release.sh linux PROGRAM     packs a program that was built already
#   bash tools/release.sh windows PROGRAM   packs tonghop.exe, built on Windows or across
# Needs Python 3 and its markdown-it-py. The archive's name says what the program was built for.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
  sed -n '2,7s/^# \{0,1\}//p' tools/release.sh >&2
  exit 2
}

python=${PYTHON:-python3}
export PYTHONUTF8=1 PYTHONDONTWRITEBYTECODE=1
# For the python3 that is called, which need not be Debian's own.
has_markdown() { "$python" -c 'import markdown_it' 2>/dev/null; }
has_markdown || "$python" -m pip install --quiet markdown-it-py || apt-get install -y --no-install-recommends python3-markdown-it
has_markdown

case "${1:-}" in
linux)
  program=${2:-}
  if [ -z "$program" ]; then
    triple=x86_64-unknown-linux-gnu
    if rustup target list --installed 2>/dev/null | grep -qx x86_64-unknown-linux-musl; then
      triple=x86_64-unknown-linux-musl
    fi
    cargo build --locked --profile dist --target "$triple"
    program=target/$triple/dist/tonghop
  fi
  ;;
windows)
  program=${2:-}
  [ -n "$program" ] || usage
  ;;
*) usage ;;
esac

# The program as a page stands beside it, whatever the system.
[ -s target/page/tonghop.html ] || bash tools/page/build.sh

archive=$("$python" tools/release/archive.py "$1" "$program" target/archives)
again=$("$python" tools/release/archive.py "$1" "$program" target/archives/again)
cmp "$archive" "$again"
rm -r target/archives/again
"$python" tools/release/check.py "$archive"
echo "$archive"
