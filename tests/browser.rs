//! A run in a page gives what the command gives: the same lines, and the same bytes of every file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use serde_json::Value;
use tonghop::app::browser::{Run, read_file};

use crate::readme::copy;

const PROGRAM: &str = env!("CARGO_BIN_EXE_tonghop");

/// A folder with a copy of a folder of the project in it.
fn around(of: &str) -> tempfile::TempDir {
    let around = tempfile::tempdir().unwrap();
    let name = Path::new(of).file_name().unwrap();
    copy(Path::new(of), &around.path().join(name));
    around
}

/// What the command prints in a folder.
fn command(around: &Path, arguments: &[&str]) -> String {
    let output = Command::new(PROGRAM)
        .args(arguments)
        .arg("--fail-on=never")
        .current_dir(around)
        .output()
        .unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{err}");
    String::from_utf8(output.stdout).unwrap()
}

/// The files below a folder, by their paths in it.
fn files(folder: &Path, inner: &str, all: &mut Vec<(String, PathBuf)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{inner}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            files(&entry.path(), &format!("{name}/"), all);
        } else {
            all.push((name, entry.path()));
        }
    }
}

/// A run on a folder that was dropped, in which nothing was read yet.
fn dropped(folder: &Path) -> Run {
    let mut run = Run::new(folder.file_name().unwrap().to_str().unwrap());
    let mut all = Vec::new();
    files(folder, "", &mut all);
    for (name, path) in all {
        let modified = path.metadata().unwrap().modified().unwrap();
        let since = modified.duration_since(SystemTime::UNIX_EPOCH).unwrap();
        let bytes = fs::read(&path).unwrap();
        run.add(&name, &bytes, since.as_secs_f64() * 1000.0)
            .unwrap();
    }
    run
}

fn to_read(run: &Run) -> Vec<String> {
    let all: Value = serde_json::from_str(&run.to_read().unwrap()).unwrap();
    let read = all["read"].as_array().unwrap().iter();
    read.map(|one| one["path"].as_str().unwrap().to_string())
        .collect()
}

/// Has every file read as workers do, and ends the run.
fn finish(run: &mut Run, options: &str) -> Value {
    for path in to_read(run) {
        let bytes = run.bytes_of(&path).unwrap();
        let answer = read_file(&path, &bytes, Path::new(PROGRAM));
        run.answer(&path, &answer).unwrap();
    }
    serde_json::from_str(&run.finish(options).unwrap()).unwrap()
}

/// The outputs by kind.
fn kinds(outcome: &Value) -> Vec<&str> {
    let outputs = outcome["outputs"].as_array().unwrap().iter();
    outputs.map(|one| one["kind"].as_str().unwrap()).collect()
}

/// Holds a run in a page against what the command printed and wrote.
fn assert_same(run: &Run, outcome: &Value, (around, printed): (&Path, &str)) {
    let lines = outcome["lines"].as_array().unwrap().iter();
    let lines: Vec<&str> = lines.map(|line| line.as_str().unwrap()).collect();
    let printed = printed
        .lines()
        .filter(|line| !line.starts_with("Kết quả: "));
    assert_eq!(lines, printed.collect::<Vec<_>>());
    let outputs = run.outputs();
    assert!(!outputs.is_empty());
    for one in &outputs {
        let written = fs::read(around.join(&one.name)).unwrap();
        assert!(*one.content == *written, "{} has other bytes", one.name);
        assert_eq!(*run.output(&one.name).unwrap(), *written);
        if one.kind == "json" {
            let report: Value = serde_json::from_slice(&written).unwrap();
            assert!(outcome["report"] == report);
        }
    }
}

/// Runs the command and a page on a folder of the project.
fn assert_same_of(of: &str) -> (tempfile::TempDir, Value) {
    let around = around(of);
    let folder = around.path().join(Path::new(of).file_name().unwrap());
    let mut run = dropped(&folder);
    let name = folder.file_name().unwrap().to_str().unwrap();
    let printed = command(around.path(), &[name, "--json", "--html", "--docx"]);
    let outcome = finish(&mut run, r#"{"json":true,"html":true,"docx":true}"#);
    assert_same(&run, &outcome, (around.path(), &printed));
    (around, outcome)
}

#[test]
fn a_campaign_folder_gives_what_the_command_gives() {
    let (_around, outcome) = assert_same_of("samples/kontum-2017");
    let all = ["annex", "decisions", "page", "json", "result"];
    let mut kinds = kinds(&outcome);
    kinds.sort_unstable();
    assert_eq!(kinds, {
        let mut all = all;
        all.sort_unstable();
        all
    });
    let counts = &outcome["counts"];
    assert_eq!(
        (&counts["found"], &counts["read"]),
        (&28.into(), &28.into())
    );
    assert!(outcome["verdict"].as_str().unwrap().contains("28/30"));
}

#[test]
fn spoiled_returns_give_what_the_command_gives() {
    let (_around, outcome) = assert_same_of("samples/kontum-2017-spoiled");
    let count = |name: &str| outcome["counts"][name].as_u64().unwrap();
    assert!(count("refused") > 0);
    let apart = count("read") + count("refused") + count("ignored");
    assert_eq!(count("found"), apart);
}

/// Scans are known by their first bytes: those that begin alike are two, and take no room.
#[test]
fn scans_are_told_as_by_the_command_and_not_kept() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("phieu");
    fs::create_dir(&folder).unwrap();
    let returned = "STC 2016.xlsx";
    let of = Path::new("samples/kontum-2016/phieu-nop").join(returned);
    fs::copy(of, folder.join(returned)).unwrap();
    let scan = |head: &[u8], last: u8| [head, &vec![0; 300_000], &[last]].concat();
    for (name, head, last) in [
        ("So Y te.pdf", &b"%PDF-1.4"[..], 1),
        ("So Noi vu.pdf", b"%PDF-1.4", 2),
        ("So Noi vu ban hai.pdf", b"%PDF-1.4", 2),
        ("So Tu phap.jpg", b"\xff\xd8\xff\xe0", 1),
        ("So Cong thuong.rar", b"Rar!\x1a\x07\x00", 1),
        // Short ones are kept.
        ("So Xay dung.pdf", b"", 0),
    ] {
        let bytes = match last {
            0 => b"%PDF".to_vec(),
            last => scan(head, last),
        };
        fs::write(folder.join(name), bytes).unwrap();
    }
    let mut run = dropped(&folder);
    for name in to_read(&run) {
        let kept = run.bytes_of(&name).unwrap().len();
        assert!(name == returned || kept < 5_000, "{name}: {kept}");
    }
    let printed = command(around.path(), &["phieu", "--json", "--html", "--docx"]);
    let outcome = finish(&mut run, r#"{"json":true,"html":true,"docx":true}"#);
    assert_same(&run, &outcome, (around.path(), &printed));
    assert_eq!(outcome["counts"]["refused"], 6);
}

#[test]
fn a_plain_folder_follows_the_built_in_campaign() {
    let (_around, outcome) = assert_same_of("samples/kontum-2017/phieu-nop");
    let lines = outcome["lines"].to_string();
    assert!(lines.contains("Không có campaign.toml"), "{lines}");
}

#[test]
fn unknown_forms_give_a_campaign_workbook_that_can_be_dropped_again() {
    let around = around("tests/forms/xa-2025-tick/phieu-nop");
    let folder = around.path().join("phieu-nop");
    let mut run = dropped(&folder);
    let outcome = finish(&mut run, "");
    let printed = command(around.path(), &["phieu-nop"]);
    assert_same(&run, &outcome, (around.path(), &printed));
    assert_eq!(outcome["proposed"], true);
    let campaign = run.outputs().into_iter().find(|one| one.kind == "campaign");
    let campaign = campaign.unwrap();

    // Browsers put a number behind the name of what is downloaded again.
    let mut again = dropped(&folder);
    let kind = again.add_beside("phieu-nop-dot-danh-gia (1).xlsx", &campaign.content);
    assert_eq!(kind, "campaign");
    let outcome = finish(&mut again, "");
    assert_eq!(outcome["proposed"], false);
    let theo = outcome["lines"].to_string();
    assert!(
        theo.contains("Theo phieu-nop-dot-danh-gia (1).xlsx"),
        "{theo}"
    );
}

/// Whoever gives a campaign workbook with the folder wants it followed, also where the folder has a campaign of its own.
#[test]
fn a_campaign_that_is_given_goes_before_the_folders_own() {
    let around = around("samples/kontum-2016");
    let folder = around.path().join("kontum-2016");
    let name = "kontum-2016-dot-danh-gia.xlsx";
    let exported = Command::new(PROGRAM)
        .args(["scheme", "export", "kontum-2016", "-o", name])
        .current_dir(around.path())
        .output();
    assert!(exported.unwrap().status.success());
    let printed = command(around.path(), &["kontum-2016", "--campaign", name]);
    assert!(printed.contains(&format!("Theo {name}")), "{printed}");
    let mut run = dropped(&folder);
    let book = fs::read(around.path().join(name)).unwrap();
    assert_eq!(run.add_beside(name, &book), "campaign");
    let outcome = finish(&mut run, "");
    assert_same(&run, &outcome, (around.path(), &printed));
}

#[test]
fn last_years_result_and_decisions_count_as_they_do_for_the_command() {
    let around = around("samples/kontum-2017");
    let folder = around.path().join("kontum-2017");
    // A few returns are enough, one of them with a total that does not add up.
    let mut returned = Vec::new();
    files(&folder.join("phieu-nop"), "", &mut returned);
    for (name, path) in returned {
        if !name.starts_with("Sở ") {
            fs::remove_file(path).unwrap();
        }
    }
    let previous = "kontum-2016-tong-hop.xlsx";
    fs::copy(
        Path::new("samples").join(previous),
        around.path().join(previous),
    )
    .unwrap();
    let printed = command(around.path(), &["kontum-2017", "--previous", previous]);
    let mut run = dropped(&folder);
    let bytes = fs::read(around.path().join(previous)).unwrap();
    assert_eq!(run.add_beside(previous, &bytes), "previous");
    let outcome = finish(&mut run, "");
    assert_same(&run, &outcome, (around.path(), &printed));

    // The second run finds what the first one wrote.
    let printed = command(around.path(), &["kontum-2017", "--previous", previous]);
    for (name, kind) in [
        ("kontum-2017-quyet-dinh.xlsx", "decisions"),
        ("kontum-2017-tong-hop.xlsx", "result"),
    ] {
        let written = run.output(name).unwrap();
        assert_eq!(run.add_beside(name, &written), kind);
    }
    let outcome = finish(&mut run, "");
    let lines = outcome["lines"].to_string();
    assert_eq!(lines.matches("kontum-2017-quyet-dinh.xlsx").count(), 1);
    assert_same(&run, &outcome, (around.path(), &printed));
    assert_eq!(
        run.add_beside(
            "phiếu.xlsx",
            &fs::read("samples/kontum-2016/phieu-nop/STC 2016.xlsx").unwrap()
        ),
        ""
    );
}

#[test]
fn last_years_result_may_have_this_years_name() {
    let name = "phieu-nop-tong-hop.xlsx";
    let bytes = fs::read("samples/kontum-2016-tong-hop.xlsx").unwrap();
    let mut run = Run::new("phieu-nop");
    let returned = fs::read("samples/kontum-2016/phieu-nop/STC 2016.xlsx").unwrap();
    run.add("STC 2016.xlsx", &returned, 0.0).unwrap();
    run.add_previous(name, &bytes);
    assert_eq!(run.add_beside(name, &bytes), "result");
    let read = to_read(&run);
    assert_eq!(
        read[1..],
        [
            "../nam-truoc/phieu-nop-tong-hop.xlsx",
            "../phieu-nop-tong-hop.xlsx"
        ]
    );
    let outcome = finish(&mut run, "");
    let lines = outcome["lines"].to_string();
    assert!(lines.contains("So sánh 2016"), "{lines}");
}

#[test]
fn a_file_that_costs_its_worker_costs_nothing_else() {
    let folder = Path::new("samples/kontum-2017/phieu-nop");
    let mut run = dropped(folder);
    let paths = to_read(&run);
    for path in &paths {
        let bytes = run.bytes_of(path).unwrap();
        let answer = read_file(path, &bytes, Path::new(PROGRAM));
        run.answer(path, &answer).unwrap();
    }
    for (path, why) in paths.iter().zip(["timeout", "memory", "trap"]) {
        run.failed(path, why).unwrap();
    }
    run.add_too_large("to.xlsx", 3e9, 0.0).unwrap();
    run.add_unreadable("hỏng.xlsx", "NotReadableError").unwrap();
    let outcome: Value = serde_json::from_str(&run.finish(r#"{"json":true}"#).unwrap()).unwrap();
    let codes_of = |path: &str| {
        let findings = outcome["report"]["findings"].as_array().unwrap().iter();
        let own = findings.filter(|one| one["place"]["file"] == path);
        own.map(|one| one["code"].as_str().unwrap().to_string())
            .collect::<Vec<_>>()
    };
    let codes = [&*paths[0], &paths[1], &paths[2], "to.xlsx", "hỏng.xlsx"].map(codes_of);
    assert_eq!(
        codes.map(|codes| codes.join(" ")),
        ["TH931", "TH932", "TH933", "TH904", "TH905"]
    );
}

#[test]
fn what_cannot_be_is_said() {
    let mut run = Run::new("a/b");
    assert!(run.to_read().is_err());
    for path in ["", "..", "a//b", "../b.xlsx", "/b.xlsx"] {
        assert!(run.add(path, b"", 0.0).is_err(), "{path}");
    }
    assert!(run.answer("a.xlsx", b"no answer").is_err());
    run.add("a.txt", b"abc", 0.0).unwrap();
    let said = run.finish("").unwrap_err();
    assert!(said.starts_with("b: "), "{said}");
    assert!(run.finish("{\"x\":1}").is_err());
}

/// The module itself, not in a browser but in Node: what it writes has the bytes of what the command writes.
#[test]
#[ignore = "needs node and `bash tools/page/build.sh nodejs`"]
fn the_module_writes_what_the_command_writes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (around, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for of in [
        "samples/kontum-2017",
        "samples/kontum-2017-spoiled",
        "samples/kontum-2016",
        "tests/forms/xa-2025-tick/phieu-nop",
    ] {
        let name = Path::new(of).file_name().unwrap().to_str().unwrap();
        copy(Path::new(of), &around.path().join(name));
        let printed = command(around.path(), &[name, "--json", "--html", "--docx"]);
        let output = Command::new("node")
            .arg(root.join("tools/page/module.mjs"))
            .arg(root.join("target/page/node/tonghop_page.js"))
            .arg(out.path())
            .arg(around.path().join(name))
            .output()
            .unwrap();
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{err}");
        let outcome: Value = serde_json::from_slice(&output.stdout).unwrap();
        let lines = outcome["lines"].as_array().unwrap().iter();
        let lines: Vec<&str> = lines.map(|line| line.as_str().unwrap()).collect();
        let printed = printed
            .lines()
            .filter(|line| !line.starts_with("Kết quả: "));
        assert_eq!(lines, printed.collect::<Vec<_>>(), "{of}");
        for one in outcome["outputs"].as_array().unwrap() {
            let name = one["name"].as_str().unwrap();
            let [own, other] = [&out, &around].map(|folder| fs::read(folder.path().join(name)));
            assert!(own.unwrap() == other.unwrap(), "{name} has other bytes");
        }
    }
}
