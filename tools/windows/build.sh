#!/usr/bin/env bash
# Builds the program for Windows on Linux, for the tests under Wine: little optimised, without LTO. Says last where it is.
#   bash tools/windows/build.sh          the program and what its tests need
#   bash tools/windows/build.sh units    the unit tests as well, and runs them under Wine
# With an installed target (`rustup target add x86_64-pc-windows-gnu`) that is all it takes. Without one, and only on Debian, the
# packages of a Rust with its standard library's source are unpacked below target/, where they stay for the next time.
set -euo pipefail
cd "$(dirname "$0")/../.."
readonly triple=x86_64-pc-windows-gnu
readonly out=target/windows
readonly bin=$out/$triple/release

source tools/debian-rust.sh

command -v x86_64-w64-mingw32-gcc >/dev/null || install gcc-mingw-w64-x86-64-posix
[ -x /usr/lib/wine/wine64 ] || install wine64

options=(--release --locked --target "$triple" --target-dir "$out")
if ! has_target; then
  unpack_rust
  export LD_LIBRARY_PATH="$PWD/$rust/usr/lib/x86_64-linux-gnu"
  export RUSTC="$PWD/$rust/usr/bin/rustc" RUSTC_BOOTSTRAP=1
  options+=(-Zbuild-std=std,panic_unwind)
fi
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1
export CARGO_PROFILE_RELEASE_INCREMENTAL=true
cargo build "${options[@]}"

x86_64-w64-mingw32-gcc -O1 -o "$bin/hold.exe" tools/windows/hold.c
for folder in "$bin" "$bin/deps"; do
  x86_64-w64-mingw32-gcc -O1 -shared -nostdlib -Wl,-e,DllMain -o "$folder/bcryptprimitives.dll" \
    tools/windows/bcryptprimitives.c -ladvapi32
done

if [ "${1:-}" = units ]; then
  export WINEPREFIX="$PWD/$out/prefix" WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml,winemenubuilder.exe="
  CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=/usr/lib/wine/wine64 cargo test "${options[@]}" --lib
fi
echo "$PWD/$bin/tonghop.exe"
