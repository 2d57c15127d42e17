//! Programs for Windows, started under Wine.
//!
//! In: the name of one that lies where the program was built. Out: a command that runs it, with a home of Wine's own below `target/`.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::cases::terminal;

const BUILT: &str = "target/windows/x86_64-pc-windows-gnu/release/tonghop.exe";
const HOME: &str = "target/windows/prefix";

/// A path in the project.
fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The program.
pub fn exe() -> PathBuf {
    let exe = env::var_os("TONGHOP_EXE").map_or_else(|| here(BUILT), PathBuf::from);
    assert!(
        exe.is_file(),
        "{} is not there: bash tools/windows/build.sh",
        exe.display()
    );
    exe
}

/// Wine itself.
pub fn wine() -> String {
    env::var("WINE").unwrap_or_else(|_| "/usr/lib/wine/wine64".to_string())
}

/// What Wine needs to know.
pub fn environment() -> [(&'static str, PathBuf); 4] {
    static MADE: OnceLock<()> = OnceLock::new();
    let home = env::var_os("WINEPREFIX").map_or_else(|| here(HOME), PathBuf::from);
    let environment = [
        ("WINEPREFIX", home.clone()),
        ("WINEDEBUG", "-all".into()),
        // Neither a browser nor menus are wanted.
        (
            "WINEDLLOVERRIDES",
            "mscoree,mshtml,winemenubuilder.exe=".into(),
        ),
        ("LC_ALL", "C.UTF-8".into()),
    ];
    // Once, before tests beside each other would.
    MADE.get_or_init(|| {
        if !home.join("system.reg").exists() {
            let made = Command::new(wine())
                .args(["wineboot", "--init"])
                .envs(environment.iter().cloned())
                .output()
                .unwrap();
            assert!(made.status.success(), "{made:?}");
        }
    });
    environment
}

/// A program that lies beside the program, or the program itself.
pub fn command(name: &str) -> Command {
    let mut command = Command::new(wine());
    command
        .arg(exe().with_file_name(name))
        .envs(environment())
        .env("NO_COLOR", "1");
    command
}

/// The program.
pub fn tonghop() -> assert_cmd::Command {
    let exe = exe();
    let name = exe.file_name().unwrap().to_str().unwrap();
    assert_cmd::Command::from_std(command(name))
}

/// What a program says in a folder, without what Wine says of its own services beside it. A fault of the program itself shows in
/// its status.
pub fn say(folder: &Path, arguments: &[String]) -> String {
    without_wine(&terminal::tonghop(tonghop(), folder, arguments))
}

/// See [`say`].
pub fn without_wine(text: &str) -> String {
    text.split_inclusive('\n')
        .filter(|line| !line.starts_with("! wine: "))
        .collect()
}

/// A path as Windows has it: Wine's drive Z is the root.
pub fn windows(path: &Path) -> String {
    format!("Z:{}", path.to_str().unwrap().replace('/', "\\"))
}
