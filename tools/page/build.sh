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
readonly rust=target/page-rust

has_target() { rustup target list --installed 2>/dev/null | grep -qx "$triple"; }

needed_by() { apt-cache depends "$1" | awk -v start="$2" '$1 == "Depends:" && index($2, start) == 1 { print $2 }' | head -n 1; }

unpack_rust() {
  [ -e "$rust/unpacked" ] && return
  rm -rf "$rust"
  mkdir -p "$rust/packages"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libz3-4 libedit2 libxml2 lld-19 >/dev/null
  # The library and LLVM carry their versions in their names.
  local library llvm
  library=$(needed_by libstd-rust-web-dev libstd-rust-web-)
  llvm=$(needed_by "$library" libllvm)
  (cd "$rust/packages" && apt-get download -qq rustc-web rust-web-src libstd-rust-web-dev "$library" "$llvm")
  # Unpacked, not installed: the package keeps no other Rust beside itself.
  for package in "$rust"/packages/*.deb; do dpkg -x "$package" "$rust"; done
  rm -rf "$rust/packages"
  touch "$rust/unpacked"
}

# Before the compiler is chosen: the tool runs here.
cargo build --quiet --locked -p tonghop-page-glue

options=(--release --locked -p tonghop-page --target "$triple")
(
  if ! has_target; then
    unpack_rust
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
