//! Runs that are killed while they write: what is there afterwards is whole, and the next run clears what they left.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Enough to see each case; `KILLS=200` has so many.
const KILLS: u32 = 6;
/// Until a run writes, on however busy a machine.
const BOUND: Duration = Duration::from_secs(60);
const SAMPLES: &str = "samples/kontum-2017/phieu-nop";
const ALWAYS: &str = "STNMT_phieu_2017.xlsx";
const IN_TURN: &str = "So KHDT 2017.xlsx";
const RESULTS: [&str; 2] = ["phiếu-tong-hop.xlsx", "phiếu-tong-hop.json"];

struct Place(tempfile::TempDir);

/// What stands under the two names.
type Found = [Option<Vec<u8>>; 2];

impl Place {
    fn new() -> Place {
        let place = Place(tempfile::tempdir().unwrap());
        fs::create_dir(place.path("phiếu")).unwrap();
        fs::copy(
            Path::new(SAMPLES).join(ALWAYS),
            place.path("phiếu").join(ALWAYS),
        )
        .unwrap();
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// With one return, or with two: what is written is another result.
    fn has(&self, two: bool) {
        let path = self.path("phiếu").join(IN_TURN);
        if two {
            fs::copy(Path::new(SAMPLES).join(IN_TURN), path).unwrap();
        } else if path.exists() {
            fs::remove_file(path).unwrap();
        }
    }

    fn start(&self) -> Child {
        Command::new(env!("CARGO_BIN_EXE_tonghop"))
            .current_dir(self.0.path())
            .args(["phiếu", "--json", "--fail-on", "never"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    fn clear(&self) {
        for name in RESULTS {
            // It may not be there.
            let _ = fs::remove_file(self.path(name));
        }
    }

    /// What a run says that nobody kills.
    fn run(&self) -> String {
        let output = self.start().wait_with_output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    }

    /// The results of a run in a place without any.
    fn run_alone(&self) -> Found {
        self.clear();
        self.run();
        let found = self.found();
        assert!(found.iter().all(Option::is_some));
        found
    }

    fn found(&self) -> Found {
        RESULTS.map(|name| fs::read(self.path(name)).ok())
    }

    /// Names of what is neither the folder nor a result, and how much is in them.
    fn others(&self) -> Vec<(String, u64)> {
        let entries = fs::read_dir(self.0.path()).unwrap().map(Result::unwrap);
        let sizes = entries.map(|entry| {
            // A file may go meanwhile.
            let bytes = entry.metadata().map_or(0, |found| found.len());
            (entry.file_name().into_string().unwrap(), bytes)
        });
        let known = ["phiếu", "phiếu-quyet-dinh.xlsx"];
        let is_other = |name: &str| !known.contains(&name) && !RESULTS.contains(&name);
        sizes.filter(|(name, _)| is_other(name)).collect()
    }

    /// Kills a run so long after it has begun to write.
    fn kill(&self, after: Duration) {
        let left = self.others();
        let is_left = |name: &str| left.iter().any(|(left, _)| left == name);
        let mut program = self.start();
        let since = Instant::now();
        loop {
            let mut others = self.others().into_iter();
            let writes = others.any(|(name, bytes)| bytes > 0 && !is_left(&name));
            if writes || program.try_wait().unwrap().is_some() {
                break;
            }
            assert!(since.elapsed() < BOUND, "it never wrote");
            thread::sleep(Duration::from_micros(100));
        }
        thread::sleep(after);
        program.kill().unwrap();
        program.wait().unwrap();
    }
}

#[test]
fn what_is_killed_while_it_writes_leaves_whole_files() {
    let kills = std::env::var("KILLS").map_or(KILLS, |kills| kills.parse().unwrap());
    let place = Place::new();
    let one = place.run_alone();
    place.has(true);
    let two = place.run_alone();
    assert!(one[0] != two[0] && one[1] != two[1]);
    let (mut left, mut old, mut new) = (0, 0, 0);
    for kill in 0..kills {
        let is_two = kill % 4 < 2;
        place.has(is_two);
        let expected = if is_two { &two } else { &one };
        if kill % 2 == 0 {
            place.clear();
        }
        let before = place.found();
        // Steps of half a millisecond over the few that writing takes.
        place.kill(Duration::from_micros(500) * (kill / 4 % 16));
        let after = place.found();
        for ((after, before), expected) in after.iter().zip(&before).zip(expected) {
            assert!(after == before || after == expected, "a half file");
            old += u32::from(after == before);
            new += u32::from(after == expected);
        }
        // Of this run alone: earlier runs' files are cleared.
        let others = place.others();
        assert!(others.len() <= RESULTS.len(), "{others:?}");
        let is_ours = |(name, _): &(String, u64)| name.starts_with(".tonghop-");
        assert!(others.iter().all(is_ours), "{others:?}");
        left += others.len();
    }
    place.run();
    assert_eq!(place.others(), []);
    let is_two = place.path("phiếu").join(IN_TURN).exists();
    assert!(place.found() == if is_two { two } else { one });
    let met = format!("{kills} kills: {left} files left, {old} results as they were, {new} new");
    assert!(left > 0 && old > 0, "no run was met while it wrote: {met}");
    if std::env::var_os("KILLS").is_some() {
        // What docs/robustness.md says.
        fs::write(std::env::temp_dir().join("tonghop-kills.txt"), met).unwrap();
    }
}

/// What a run leaves that is killed between its two results.
#[test]
fn results_of_different_runs_are_told() {
    let place = Place::new();
    let [_, one] = place.run_alone();
    place.has(true);
    place.run_alone();
    fs::write(place.path(RESULTS[1]), one.unwrap()).unwrap();
    let said = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
            .current_dir(place.0.path())
            .args(arguments)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let mut lines = said.lines().filter(|line| line.starts_with("Lưu ý: "));
        (lines.next().unwrap_or_default().to_string(), lines.count())
    };
    let [xlsx, json] = RESULTS;
    let told = |sentence: String| (format!("Lưu ý: {sentence}"), 0);
    let diff = ["diff", xlsx, xlsx];
    let (line, more) = said(&["diff", xlsx, json]);
    assert!(
        line.contains("của hai lần chạy khác nhau") && more == 1,
        "{line}"
    );
    assert_eq!(
        said(&["phiếu"]),
        told(format!(
            "{json} là kết quả của một lần chạy khác, không dùng cùng {xlsx}; thêm --json để ghi lại cả hai"
        ))
    );
    assert_eq!(
        said(&["phiếu", "--json"]),
        told(format!(
            "trước lần chạy này, {xlsx} và {json} là kết quả của hai lần chạy khác nhau"
        ))
    );
    // Now both are of one run.
    assert_eq!(said(&["phiếu", "--json"]).0, "");
    assert_eq!(said(&["phiếu"]).0, "");
    assert_eq!(said(&diff).0, "");
    // So are those of a comparison.
    let both = ["-o", "so.xlsx", "--json", "so.json"];
    assert_eq!(said(&[&diff[..], &both].concat()).0, "");
    let before = fs::read(place.path("so.json")).unwrap();
    fs::copy(place.path(xlsx), place.path("trước.xlsx")).unwrap();
    place.has(false);
    place.run();
    let other = [&["diff", "trước.xlsx", xlsx][..], &both].concat();
    assert_eq!(said(&other).0, "");
    fs::write(place.path("so.json"), before).unwrap();
    assert_eq!(
        said(&other),
        told(
            "trước lần chạy này, so.xlsx và so.json là kết quả của hai lần chạy khác nhau"
                .to_string()
        )
    );
    assert_eq!(said(&other).0, "");
}

/// The times of files on the disk make no difference where documents have their own; else their day does, and no more.
#[test]
fn the_times_of_files_change_nothing() {
    use std::time::SystemTime;
    let place = Place::new();
    place.has(true);
    let at = |file: &str, seconds: u64| {
        let file = fs::File::options()
            .write(true)
            .open(place.path("phiếu").join(file))
            .unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
            .unwrap();
    };
    let both = |seconds| [ALWAYS, IN_TURN].map(|name| at(name, seconds));
    // 31 January 2018, nine o'clock in Vietnam.
    let day = 1_517_364_000;
    both(day);
    let one = place.run_alone();
    both(day - 86_400 * 365);
    assert!(place.run_alone() == one);
    fs::write(place.path("phiếu/So Y te.xlsx"), "PK\x03\x04 hỏng").unwrap();
    at("So Y te.xlsx", day);
    let damaged = place.run_alone();
    assert!(damaged != one);
    at("So Y te.xlsx", day + 3600);
    assert!(place.run_alone() == damaged);
    at("So Y te.xlsx", day + 86_400);
    assert!(place.run_alone() != damaged);
}
