#!/usr/bin/env bash
# Builds the page: the library as a module for browsers, its glue, and, where the page's own files are there, all of it as one file,
# target/page/tonghop.html. Says last where the module is.
#   bash tools/page/build.sh           for browsers
#   bash tools/page/build.sh nodejs    for Node as well, in target/page/node
# With an installed target (`rustup target add wasm32-unknown-unknown`) that is all it takes. Without one, and only on Debian, the
# packages of a Rust with its standard library's source are unpacked below target/, where they stay for the next time.
set -euo pipefail
cd "$(dirname "$0")/../.."
readonly triple=wasm32-unknown-unknown
readonly out=target/page

source tools/debian-rust.sh

# Before the compiler is chosen: the tool runs here.
cargo build --quiet --locked -p tonghop-page-glue

options=(--release --locked -p tonghop-page --target "$triple")
(
  if ! has_target; then
    unpack_rust
    install lld-19
    export LD_LIBRARY_PATH="$PWD/$rust/usr/lib/x86_64-linux-gnu"
    export RUSTC="$PWD/$rust/usr/bin/rustc" RUSTC_BOOTSTRAP=1
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-19
    options+=(-Zbuild-std=std,panic_abort)
  fi
  # A stack as that of a thread elsewhere, and at most 2 GiB of memory. No machine's paths in what is handed out.
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-C link-arg=-zstack-size=4194304 -C link-arg=--max-memory=2147483648 --remap-path-prefix=$PWD=. --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
  export CARGO_PROFILE_RELEASE_STRIP=symbols
  export CARGO_PROFILE_RELEASE_OPT_LEVEL="${PAGE_OPT_LEVEL:-2}" CARGO_PROFILE_RELEASE_LTO="${PAGE_LTO:-off}"
  cargo build "${options[@]}"
)

readonly built=target/$triple/release/tonghop_page.wasm
mkdir -p "$out"
target/debug/page_glue "$built" "$out"
[ "${1:-}" = nodejs ] && target/debug/page_glue "$built" "$out/node" nodejs
if [ -e tools/page/join.py ] && [ -e page/web ]; then
  python3 tools/page/join.py "$out/tonghop_page.js" "$out/tonghop_page_bg.wasm" "$out/tonghop.html"
fi
echo "$PWD/$out/tonghop_page_bg.wasm"
