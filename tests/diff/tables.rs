//! Bare tables on a side: whose units they are, what they do not hold, and what cannot be told of them.

use std::path::{Path, PathBuf};
use std::process::Command;

use tonghop::app::pipeline::settings::Choice;
use tonghop::app::pipeline::side::{self, BareTableBasis};
use tonghop::base::finding::TableSide;
use tonghop::base::points::Points;
use tonghop::input::published;
use tonghop::input::read::ReadLimits;
use tonghop::result::diff::{self, Side, State};

use super::made::Made;
use crate::audit::table::Table;
use crate::audit::{known, read};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn of_table(text: &str) -> Side {
    let grids = read(text.as_bytes()).unwrap().grids;
    let published = published::recognise(&grids, known());
    diff::side_of_table(&published, known(), "bang.csv")
}

fn states(previous: &Side, current: &Side) -> Vec<(State, String)> {
    let diff = diff::diff(previous, current);
    let units = diff.units().filter(|unit| unit.state != State::Compared);
    units
        .map(|unit| (unit.state, unit.unit.code.clone()))
        .collect()
}

#[test]
fn a_unit_that_a_table_does_not_hold_is_not_in_the_table() {
    let whole = of_table(&Table::right().text());
    let without = of_table(&Table::right().without(6).text());
    let unit = "DAKGLEI".to_string();
    assert_eq!(
        states(&whole, &without),
        [(State::NotInTableNow, unit.clone())]
    );
    assert_eq!(
        states(&without, &whole),
        [(State::NotInTableThen, unit.clone())]
    );
    // A row without points, or a note, does say that there is no result.
    let blank = Table::right().line(6, "5;UBND huyện Đăk Glei;;;;;;;;;");
    assert_eq!(
        states(&whole, &of_table(&blank.text())),
        [(State::NotNow, unit.clone())]
    );
    let noted = Table::right()
        .without(6)
        .and(";UBND huyện Đăk Glei chưa gửi báo cáo;;;;;;;;;");
    assert_eq!(
        states(&whole, &of_table(&noted.text())),
        [(State::NotNow, unit)]
    );
}

fn load(path: &Path, beside: &Path) -> Side {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_tonghop"));
    let limits = ReadLimits::default();
    let (path, by) = (root().join(path), root().join(beside));
    side::side(
        &path,
        BareTableBasis::beside(&by),
        &Choice::default(),
        &limits,
        &program,
        &(),
    )
    .unwrap()
}

#[test]
fn a_table_is_understood_alike_beside_a_folder_and_the_workbook_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("bang.csv");
    let text = std::fs::read(root().join("samples/kontum-2016/ket-qua-cong-bo-2016.csv")).unwrap();
    std::fs::write(&table, text).unwrap();
    let of_folder = load(&table, Path::new("samples/kontum-2016"));
    let of_book = load(&table, Path::new("samples/kontum-2016-tong-hop.xlsx"));
    assert_eq!(of_folder.scheme, "kontum-2016 1");
    assert!(of_folder == of_book);
    // What is named goes before.
    let limits = ReadLimits::default();
    let by = BareTableBasis {
        beside: Path::new("samples/kontum-2016"),
        scheme: Some("kontum-2017"),
        registry: None,
        side: TableSide::LastYear,
    };
    let program = PathBuf::from(env!("CARGO_BIN_EXE_tonghop"));
    let named = side::side(&table, by, &Choice::default(), &limits, &program, &()).unwrap();
    assert_eq!(named.scheme, "kontum-2017 1");
}

#[test]
fn a_table_is_understood_by_what_knows_more_of_its_units() {
    let table = Path::new("samples/decision-134.xlsx");
    let of_folder = load(table, Path::new("samples/kontum-2016"));
    assert_eq!(of_folder.scheme, "kontum-2017 1");
    assert!(of_folder == load(table, Path::new("samples/kontum-2016-tong-hop.xlsx")));
    let before = load(Path::new("samples/kontum-2016"), Path::new(""));
    let diff = diff::diff(&before, &of_folder);
    let renamed = diff.units().find(|unit| unit.unit.code == "STTTT").unwrap();
    assert_eq!(renamed.state, State::Compared);
    assert_eq!(
        renamed.name_before.as_deref(),
        Some("Sở Bưu chính, Viễn thông")
    );
    // What became of the units is what the two folders say.
    let now = load(Path::new("samples/kontum-2017"), Path::new(""));
    let folders = diff::diff(&before, &now);
    let of = |diff: &diff::Diff| -> Vec<(String, State)> {
        let units = diff.units();
        units
            .map(|unit| (unit.unit.code.clone(), unit.state))
            .collect()
    };
    assert_eq!(of(&diff), of(&folders));
}

/// Points of two criteria of one group; of the second year, whether the second one has another maximum.
fn year(year: i32, second: i64, scores: [i64; 2]) -> Side {
    let criteria = [("1.1", "Một", 60), ("1.2", "Hai", second)];
    let mut made = Made::new(year, &criteria, &["tinh"]);
    let score = |id, points: i64| (id, Some(points * 10), Some(points * 10), false);
    made.unit(
        "tinh/A",
        "Sở A",
        &[score("1.1", scores[0]), score("1.2", scores[1])],
        0,
    );
    diff::side_of_rows(&made.rows)
}

#[test]
fn what_a_table_cannot_tell_apart_is_put_down_to_neither() {
    let parts = |now: Side| {
        let diff = diff::diff(&year(2016, 40, [30, 20]), &now);
        let unit = diff.units().next().unwrap().clone();
        let parts = unit.parts.unwrap();
        assert_eq!(Some(parts.sum()), unit.change);
        parts
    };
    let detailed = parts(year(2017, 40, [50, 25]));
    assert_eq!(detailed.inseparable, Points::ZERO);
    let bare = |second| {
        let mut side = year(2017, second, [50, 25]);
        side.is_table = true;
        for unit in side.units.values_mut() {
            unit.result.as_mut().unwrap().criteria.clear();
        }
        // The group's maximum is what it was: only criteria within it changed.
        let group = side.groups.values_mut().next().unwrap();
        group
            .maximum
            .values_mut()
            .for_each(|one| *one = Points::from(100).into());
        side.total_maximum = Some(Points::from(100));
        side
    };
    let same = parts(bare(40));
    assert_eq!(
        (same.inseparable, same.criteria_changed),
        (Points::ZERO, Points::ZERO)
    );
    let changed = parts(bare(50));
    assert_eq!(changed.inseparable, Points::from(25));
    assert_eq!(changed.criteria_changed, Points::ZERO);
}

/// A table of totals alone says nothing of what a change is made of, nor that anything is open.
#[test]
fn of_bare_totals_no_parts_are_told() {
    let mut bare = year(2016, 40, [30, 20]);
    bare.is_table = true;
    for unit in bare.units.values_mut() {
        let result = unit.result.as_mut().unwrap();
        result.criteria.clear();
        result.groups.clear();
    }
    let full = year(2017, 40, [50, 25]);
    for diff in [diff::diff(&bare, &full), diff::diff(&full, &bare)] {
        let unit = diff.units().next().unwrap();
        assert!(unit.change.is_some());
        assert_eq!(unit.parts, None);
    }
}

#[test]
fn what_is_open_is_open_whatever_changed_in_the_scheme() {
    let open = |second: i64| {
        let mut made = Made::new(
            2017,
            &[("1.1", "Một", 100 - second), ("1.2", "Hai", second)],
            &["tinh"],
        );
        let scores = [
            ("1.1", Some(300), Some(300), false),
            ("1.2", Some(250), None, false),
        ];
        made.unit("tinh/A", "Sở A", &scores, 0);
        let diff = diff::diff(&year(2016, 40, [30, 20]), &diff::side_of_rows(&made.rows));
        let unit = diff.units().next().unwrap().clone();
        unit.parts.unwrap()
    };
    for second in [40, 50] {
        let parts = open(second);
        assert_eq!(parts.open, Points::from(-20), "{second}");
        assert_eq!(parts.criteria_changed, Points::ZERO, "{second}");
    }
}

#[test]
fn two_years_of_somebody_else_s_table() {
    let of = |year: i32, totals: [&str; 3]| {
        let [a, b, c] = totals;
        of_table(&format!(
            "CHỈ SỐ NĂM {year};;;\nXã, phường;Chính quyền số;Kinh tế số;Tổng điểm\nXã A;{a}\nXã B;{b}\nXã C;{c}\n"
        ))
    };
    let before = of(2022, ["40;45;85", "40;30;70", "30;30;60"]);
    let now = of(2023, ["41;45;86", "50;40;90", "30;30;60"]);
    assert_eq!((before.year, before.scheme.as_str()), (Some(2022), ""));
    let diff = diff::diff(&before, &now);
    let changes: Vec<Option<Points>> = diff.units().map(|unit| unit.change).collect();
    assert_eq!(changes, [1, 20, 0].map(|points| Some(Points::from(points))));
    let second = diff.units().nth(1).unwrap();
    let groups = second.parts.clone().unwrap().groups;
    assert!(groups.values().copied().eq([10, 10].map(Points::from)));
}

/// The result of the sample as JSON, with one figure changed.
#[test]
fn a_figure_alone_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_tonghop");
    let run = |arguments: &[&str]| {
        let output = Command::new(program)
            .current_dir(folder.path())
            .args(arguments)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let sample = root().join("samples/kontum-2016");
    run(&[sample.to_str().unwrap(), "-o", "a.xlsx", "--json"]);
    let text = std::fs::read_to_string(folder.path().join("a.json")).unwrap();
    let mut report: serde_json::Value = serde_json::from_str(&text).unwrap();
    let figures = report["levels"][0]["rows"][0]["figures"].as_object_mut();
    let (_, figure) = figures.unwrap().iter_mut().next().unwrap();
    *figure =
        serde_json::from_str(&figure.to_string().replace("number\":\"", "number\":\"1")).unwrap();
    std::fs::write(folder.path().join("b.json"), report.to_string()).unwrap();
    let text = run(&["diff", "a.json", "b.json"]);
    let line = text
        .lines()
        .find(|line| line.contains("Sở Tài chính: Số liệu"));
    assert!(line.is_some_and(|line| line.contains(" → 1")), "{text}");
    let same = run(&["diff", "a.json", "a.json"]);
    assert!(!same.contains("Số liệu 1"), "{same}");
}

/// What chooses the scheme of a table is another option for each side, and none where a folder is compared with last year.
#[test]
fn advice_about_a_table_is_that_of_the_command() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("bang.csv");
    let text = "STT;Đơn vị;Nhận thức số;Thể chế số;Tổng điểm;Xếp hạng\n1;Sở A;10;20;30;1\n2;Sở B;9;15;24;2\n3;Sở C;8;11;19;3\n";
    std::fs::write(&table, text).unwrap();
    let table = table.to_string_lossy().into_owned();
    let said = |arguments: &[&str]| {
        let run = Command::new(env!("CARGO_BIN_EXE_tonghop"))
            .current_dir(root())
            .args(arguments)
            .output()
            .unwrap();
        String::from_utf8(run.stdout).unwrap()
    };
    let book = "samples/kontum-2016-tong-hop.xlsx";
    for (text, own, other) in [
        (
            said(&["diff", &table, book]),
            "--previous-scheme",
            "--current-registry",
        ),
        (
            said(&["diff", book, &table]),
            "--current-scheme",
            "--previous-registry",
        ),
    ] {
        assert!(text.contains("TH642") && text.contains(own), "{text}");
        assert!(
            !text.contains(other) && !text.contains(" --scheme"),
            "{text}"
        );
    }
    let out = folder.path().join("x.xlsx").to_string_lossy().into_owned();
    let last = said(&["samples/kontum-2017", "--previous", &table, "-o", &out]);
    assert!(
        last.contains("cạnh bảng") && !last.contains(" --scheme"),
        "{last}"
    );
}
