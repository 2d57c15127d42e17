//! Pipes, sockets, devices and folders where a file is asked for: said at once, never waited for and never read without end.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::{Outcome, SOUND, campaign, is_unharmed};

/// What a command may take on a busy machine; waiting for a pipe has no end.
const LIMIT: Duration = Duration::from_secs(60);

/// Runs the program; what it says on standard error, and its exit status.
fn run(folder: &Path, arguments: &[&str]) -> (String, Option<i32>) {
    let told = folder.join("told");
    let mut child = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(File::create(&told).unwrap())
        .spawn()
        .unwrap();
    let since = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if since.elapsed() > LIMIT {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("{arguments:?} does not end");
        }
        thread::sleep(Duration::from_millis(10));
    };
    (fs::read_to_string(told).unwrap(), status.code())
}

fn pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

/// Where a command names a file.
const COMMANDS: [&[&str]; 16] = [
    &["ODD"],
    &["consolidate", "ODD"],
    &["consolidate", "đợt", "--previous", "ODD"],
    &["consolidate", "đợt", "--campaign", "ODD"],
    &["check", "ODD"],
    &["check", "đợt", "--campaign", "ODD"],
    &["diff", "ODD", "table.xlsx"],
    &["diff", "table.xlsx", "ODD"],
    &["audit", "ODD"],
    &["audit", "table.xlsx", "--scheme", "ODD"],
    &["audit", "table.xlsx", "--registry", "ODD"],
    &["scheme", "check", "ODD"],
    &["scheme", "show", "ODD"],
    &["trace", "ODD", "SXD"],
    &["trace", "đợt", "SXD", "--campaign", "ODD"],
    &["consolidate", "odd-scheme", "--allow-outside"],
];

#[test]
fn what_is_no_file_is_refused_by_every_command() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path();
    campaign(folder);
    fs::copy("samples/decision-134.xlsx", folder.join("table.xlsx")).unwrap();
    pipe(&folder.join("pipe.xlsx"));
    let _socket = UnixListener::bind(folder.join("socket.xlsx")).unwrap();
    symlink("/dev/zero", folder.join("link.xlsx")).unwrap();
    fs::create_dir_all(folder.join("odd-scheme/phieu")).unwrap();
    fs::copy(SOUND, folder.join("odd-scheme/phieu/a.xlsx")).unwrap();
    for odd in ["pipe.xlsx", "socket.xlsx", "link.xlsx", "/dev/zero"] {
        let named = if odd.starts_with('/') {
            odd.to_string()
        } else {
            format!("../{odd}")
        };
        let settings = format!(
            "name = \"A\"\nyear = 2017\nscheme = \"{named}\"\nregistry = \"kontum-2017\"\ninbox = \"phieu\"\n"
        );
        fs::write(folder.join("odd-scheme/campaign.toml"), settings).unwrap();
        for command in COMMANDS {
            let arguments = command
                .iter()
                .map(|&one| if one == "ODD" { odd } else { one });
            let (told, status) = run(folder, &arguments.collect::<Vec<_>>());
            let what = "đây là thiết bị hoặc kênh truyền dữ liệu (pipe, socket), không phải tệp";
            assert!(told.contains(what), "{odd} {command:?}: {told}");
            assert_eq!(status, Some(2), "{odd} {command:?}: {told}");
        }
    }
}

#[test]
fn a_folder_is_no_file() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path();
    campaign(folder);
    fs::copy("samples/decision-134.xlsx", folder.join("table.xlsx")).unwrap();
    fs::create_dir(folder.join("a.xlsx")).unwrap();
    for command in [
        &["audit", "a.xlsx"][..],
        &["audit", "table.xlsx", "--scheme", "a.xlsx"],
        &["scheme", "check", "a.xlsx"],
        &["consolidate", "đợt", "--campaign", "a.xlsx"],
    ] {
        let (told, status) = run(folder, command);
        assert!(
            told.contains("là thư mục, không phải tệp"),
            "{command:?}: {told}"
        );
        assert_eq!(status, Some(2), "{command:?}");
    }
}

/// Among the returns, and where the program looks on its own.
#[test]
fn what_is_no_file_among_the_returns_costs_itself() {
    let around = tempfile::tempdir().unwrap();
    let folder = campaign(around.path());
    let inbox = folder.join("phieu-nop");
    pipe(&inbox.join("Sở Tài chính.xlsx"));
    pipe(&inbox.join("~$0 So Xay dung.xlsx"));
    pipe(&inbox.join("campaign.toml"));
    let _socket = UnixListener::bind(inbox.join("Sở Y tế.xlsx")).unwrap();
    symlink("/dev/zero", inbox.join("Sở Tư pháp.xlsx")).unwrap();
    symlink(inbox.join("Sở Tài chính.xlsx"), inbox.join("Sở Nội vụ.zip")).unwrap();
    symlink("/", inbox.join("Đợt 1")).unwrap();
    pipe(&folder.join("units.csv"));
    pipe(&folder.join("a.xlsx"));
    let beside = around.path();
    pipe(&beside.join(".tonghop-1-abcdef.tmp"));
    pipe(&beside.join("kq.json"));
    pipe(&beside.join("đợt-tong-hop.json"));
    let (told, status) = run(beside, &["đợt", "--json"]);
    assert_eq!(status, Some(1), "{told}");
    let json = fs::read_to_string(beside.join("đợt-tong-hop_2.json"));
    let outcome = Outcome {
        report: serde_json::from_str(&json.unwrap()).unwrap(),
        status: 1,
        said: String::new(),
        book: Vec::new(),
    };
    for file in [
        "Sở Tài chính",
        "Sở Y tế",
        "Sở Tư pháp",
        "Sở Nội vụ",
        "Đợt 1",
    ] {
        assert_eq!(outcome.findings(file, "TH927").len(), 1, "{file}");
    }
    is_unharmed(&outcome);
    let (told, status) = run(beside, &["check", "đợt"]);
    assert_eq!(status, Some(1), "{told}");
}

/// A result of an earlier run that may not be read is not called somebody else's.
#[test]
fn a_result_that_cannot_be_read_is_said_to_be_so() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;

    let around = tempfile::tempdir().unwrap();
    campaign(around.path());
    let open = |path: &Path, mode: u32| fs::set_permissions(path, fs::Permissions::from_mode(mode));
    open(around.path(), 0o777).unwrap();
    let result = around.path().join("kq.xlsx");
    fs::copy("samples/kontum-2016-tong-hop.xlsx", &result).unwrap();
    open(&result, 0).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_tonghop"));
    if fs::metadata(around.path()).unwrap().uid() == 0 {
        // Everything is open to the administrator.
        command.uid(65_534).gid(65_534);
    }
    let output = command
        .args(["đợt", "-o", "kq.xlsx"])
        .current_dir(around.path())
        .output();
    let output = output.unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(
        told.contains("không đọc được") && told.contains("không có quyền truy cập"),
        "{told}"
    );
}
