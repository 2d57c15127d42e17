# For the scripts that build for another target than this machine's, which source it: Debian's Rust with its standard library's source,
# unpacked below target/, where it stays for the next time. Needs `triple`; sets `rust`.
readonly rust=target/debian-rust

install() {
  local missing=()
  for package in "$@"; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

has_target() { rustup target list --installed 2>/dev/null | grep -qx "$triple"; }

needed_by() { apt-cache depends "$1" | awk -v start="$2" '$1 == "Depends:" && index($2, start) == 1 { print $2 }' | head -n 1; }

unpack_rust() {
  install libz3-4 libedit2 libxml2
  [ -e "$rust/unpacked" ] && return
  rm -rf "$rust"
  mkdir -p "$rust/packages"
  apt-get update -qq
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
