//! Icon, version and manifest of the program for Windows, which Explorer, the task manager and the warnings of the system show.
//!
//! For any other system nothing is done, and nothing but Rust is needed. They are compiled by `windres` of `MinGW`, also on another
//! system than Windows, or by `rc` of the Windows SDK; without these the program is built all the same, and cargo says so.

use std::env;
use std::io;

/// Vietnamese, as spoken in Viet Nam: `MAKELANGID(LANG_VIETNAMESE, SUBLANG_VIETNAMESE_VIETNAM)`.
const VIETNAMESE: u16 = 0x042a;

/// No rights beyond those of the user are asked for, and paths may be longer than 260 letters where the system allows it.
const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3">
    <security><requestedPrivileges><requestedExecutionLevel level="asInvoker" uiAccess="false"/></requestedPrivileges></security>
  </trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1">
    <application><supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/></application>
  </compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3">
    <windowsSettings><longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware></windowsSettings>
  </application>
</assembly>
"#;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=assets/tonghop.ico");
    if env::var_os("CARGO_CFG_TARGET_OS").is_some_and(|system| system == "windows")
        && let Err(error) = resources()
    {
        println!("cargo:warning=the program has no icon and no version: {error}");
    }
}

fn resources() -> io::Result<()> {
    let mut resources = winresource::WindowsResource::new();
    resources
        .set_language(VIETNAMESE)
        .set_icon("assets/tonghop.ico")
        .set_manifest(MANIFEST)
        .set("ProductName", "tonghop")
        .set("FileDescription", "tonghop - tổng hợp phiếu tự đánh giá")
        .set("InternalName", "tonghop")
        .set("OriginalFilename", "tonghop.exe")
        .set("LegalCopyright", "MIT, Apache-2.0");
    resources.compile_for("tonghop")
}
