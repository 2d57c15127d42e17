//! Programs for Windows, started under Wine.
//!
//! In: the name of one that lies where the program was built. Out: a command that runs it, with a home of Wine's own below `target/`.
//!
//! Wine's server ends with the last program of a home, and who comes meanwhile is turned away ("wine client error"). So one program
//! stays for as long as the tests run, started before all others: the server and Wine's own services begin with it, and none of them
//! holds what another program writes into.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::thread;
use std::time::Duration;

use crate::cases::terminal;

const BUILT: &str = "target/windows/x86_64-pc-windows-gnu/release/tonghop.exe";
const HOME: &str = "target/windows/prefix";
/// How often Wine is asked to start.
const TIMES: usize = 10;

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

/// What Wine needs to know, once its server is there to stay.
pub fn environment() -> [(&'static str, PathBuf); 4] {
    // It ends with these tests: its input is closed then.
    static STAYS: OnceLock<Child> = OnceLock::new();
    let home = env::var_os("WINEPREFIX").map_or_else(|| here(HOME), PathBuf::from);
    let environment = [
        ("WINEPREFIX", home),
        ("WINEDEBUG", "-all".into()),
        // Neither browsers nor menus are wanted.
        (
            "WINEDLLOVERRIDES",
            "mscoree,mshtml,winebrowser.exe,winemenubuilder.exe=".into(),
        ),
        ("LC_ALL", "C.UTF-8".into()),
    ];
    STAYS.get_or_init(|| staying(&environment));
    environment
}

/// The program that stays. The first start makes the home. A server of other tests that is just ending turns even this one away,
/// but not for long.
fn staying(environment: &[(&'static str, PathBuf)]) -> Child {
    for _ in 0..TIMES {
        let mut stays = Command::new(wine())
            .arg(exe().with_file_name("hold.exe"))
            .envs(environment.iter().cloned())
            .env_remove("DISPLAY")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(stays.stdout.take().unwrap())
            .read_line(&mut said)
            .unwrap();
        if said.trim() == "held" {
            return stays;
        }
        stays.wait().unwrap();
        thread::sleep(Duration::from_secs(1));
    }
    panic!("Wine does not start");
}

/// A program that lies beside the program, or the program itself.
pub fn command(name: &str) -> Command {
    let mut command = Command::new(wine());
    command
        .arg(exe().with_file_name(name))
        .envs(environment())
        .env_remove("DISPLAY")
        .env("NO_COLOR", "1");
    command
}

/// What is typed into the `env` of a terminal to start the program in a console of its own.
pub fn typed(program: &Path, arguments: &[String]) -> Vec<String> {
    // Its console shows the codes of colours as they are.
    let mut words: Vec<String> = ["-u", "DISPLAY", "NO_COLOR=1"].map(String::from).to_vec();
    let environment = environment();
    let environment = environment
        .iter()
        .map(|(name, value)| format!("{name}={}", value.display()));
    words.extend(environment);
    words.extend([wine(), program.to_str().unwrap().to_string()]);
    words.extend_from_slice(arguments);
    words
}

/// The program.
pub fn tonghop() -> assert_cmd::Command {
    let exe = exe();
    let name = exe.file_name().unwrap().to_str().unwrap();
    assert_cmd::Command::from_std(command(name))
}

/// What a program says in a folder, steadily, without what Wine says of its own services beside it. A fault of the program itself shows in
/// its status.
pub fn say(folder: &Path, arguments: &[String]) -> String {
    let shown = steady(|| terminal::tonghop(tonghop(), folder, arguments));
    without_wine(&shown)
}

/// What a run shows, made anew where Wine itself gave up on a program, which on a busy machine it does now and then.
pub fn steady(run: impl Fn() -> String) -> String {
    let mut shown = run();
    for _ in 1..TIMES {
        if !gave_up(&shown) {
            break;
        }
        shown = run();
    }
    shown
}

/// Wine says so, or a program ended with a fault before its first word: ours says why it ends with one.
fn gave_up(shown: &str) -> bool {
    let own = without_wine(shown);
    let lines: Vec<&str> = own.lines().collect();
    let silent = |pair: &[&str]| {
        (pair[0].starts_with("$ ") || pair[0].starts_with("> ")) && is_fault(pair[1])
    };
    shown.contains("wine client error") || lines.windows(2).any(silent)
}

/// A line that tells of an exit status, `[2]`.
fn is_fault(line: &str) -> bool {
    line.strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .is_some_and(|status| {
            !status.is_empty() && status.bytes().all(|byte| byte.is_ascii_digit())
        })
}

#[test]
fn a_fault_without_a_word_is_not_the_programs() {
    let silent = [
        "$ tonghop a\n[1]\n",
        "> x\n! wine: no\n[53]\n",
        "! wine client error:3\n",
    ];
    let spoken = [
        "$ tonghop a\nlỗi: a\n[2]\n",
        "$ tonghop a\n\n$ tonghop b\n[ok]\n",
    ];
    assert!(silent.into_iter().all(gave_up));
    assert!(!spoken.into_iter().any(gave_up));
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
