//! What the province's own questions come to once they are decided: Decision 134 of Kon Tum states 852.4 where the columns add up to
//! 849.9, and 803.5 where they add up to 793.5.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot read its data has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};

use tonghop::app::pipeline::Plan;
use tonghop::base::points::Points;
use tonghop::campaign::decisions::DecisionStatus;
use tonghop::input::read::ReadLimits;
use tonghop::output::letters::LetterSet;
use tonghop::result::report::{Report, UnitRow};

use crate::cases::grid::sheets;
use crate::cases::xlsx::{self, Extras};

const HEADS: &str = "Đơn vị | Tiêu chí | Vị trí | Nội dung | Đang tính | Ảnh hưởng | Quyết định | Điểm | Tiêu chí nhận điểm hoặc đơn vị \
    | Căn cứ | Người quyết định | Ngày | Cơ sở | Mã câu hỏi | Mã cơ sở";

/// The sample in a folder of its own.
fn sample(around: &Path) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kontum-2017");
    for entry in walkdir::WalkDir::new(&from) {
        let entry = entry.unwrap();
        let to = around
            .join("kontum")
            .join(entry.path().strip_prefix(&from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
    around.join("kontum")
}

fn report(folder: &Path) -> Report {
    let plan = Plan::new(folder).unwrap();
    let inbox = plan.list().unwrap();
    let program = PathBuf::from(env!("CARGO_BIN_EXE_tonghop"));
    plan.report(
        &inbox,
        ReadLimits::default(),
        &program,
        String::new(),
        &|| {},
    )
}

fn unit<'r>(report: &'r Report, code: &str) -> &'r UnitRow {
    let mut rows = report.levels.iter().flat_map(|level| &level.rows);
    rows.find(|row| row.unit.code == code).unwrap()
}

/// Total, place and grade.
fn standing(report: &Report, code: &str) -> (Points, u32, String) {
    let row = unit(report, code);
    let grade = row.grading.grade.clone().unwrap();
    (row.score.total, row.rank.place, grade)
}

fn points(tenths: i64) -> Points {
    Points(tonghop::base::points::Decimal::new(tenths, 1))
}

/// Writes a decision workbook beside the folder: for each unit's total what is decided and the criterion that the difference goes to.
fn decide(folder: &Path, asked: &Report, rows: &[(&str, &str, &str)]) {
    let questions = asked.questions();
    let mut text = format!("[Câu hỏi]\n 1 | {HEADS}\n");
    for (at, (code, verdict, criterion)) in rows.iter().enumerate() {
        let row = unit(asked, code);
        let question = questions.iter().find(|one| {
            let id = one.id.to_string();
            id.starts_with(&format!("{}|tổng|", row.unit))
        });
        let question = question.unwrap();
        let id = question.id.to_string().replace('|', "\\|");
        let target = match *criterion {
            "" => String::new(),
            id => format!("'{id}"),
        };
        text += &format!(
            " {} | {} | Tổng điểm | | {}: … | | | {verdict} | | {target} | Biên bản làm việc với đơn vị | Tổ thẩm định | 20/03/2018 | {} | '{id} | '{}\n",
            at + 2,
            row.name,
            question.id.code,
            question.ground.words,
            question.ground.hash
        );
    }
    let bytes = xlsx::write(&sheets(&text).unwrap(), &Extras::default());
    let mut name = folder.file_name().unwrap().to_os_string();
    name.push("-quyet-dinh.xlsx");
    fs::write(folder.with_file_name(name), bytes).unwrap();
}

/// All findings stay, but so many units are no longer written to about them, nor are they left to the office.
fn nobody_is_written_to(open: &Report, decided: &Report, fewer: usize) {
    assert_eq!(decided.findings.len(), open.findings.len());
    let [before, after] = [open, decided].map(crate::letters::of);
    let count = |letters: &LetterSet| (letters.units.len(), letters.told, letters.untold);
    let (units, told, untold) = count(&before);
    assert_eq!(count(&after), (units - fewer, told - fewer, untold));
}

/// The difference goes to a criterion of the unit, and grade and place follow; or it is dropped, and they stay.
#[test]
fn totals_that_do_not_add_up_are_decided() {
    let around = tempfile::tempdir().unwrap();
    let folder = sample(around.path());
    let open = report(&folder);
    assert_eq!(
        standing(&open, "SKHCN"),
        (points(8499), 5, "Khá".to_string())
    );
    assert_eq!(
        standing(&open, "SKHDT"),
        (points(7935), 12, "Khá".to_string())
    );
    let science = unit(&open, "SKHCN");
    assert_eq!(
        (&*science.grading.worst, &*science.grading.best),
        ("Khá", "Tốt")
    );

    decide(
        &folder,
        &open,
        &[
            ("SKHCN", "điểm thẩm định", "2.3"),
            ("SKHDT", "điểm thẩm định", "7.4"),
            ("BQLKKT", "lấy điểm tính lại", ""),
        ],
    );
    let decided = report(&folder);
    assert_eq!(
        standing(&decided, "SKHCN"),
        (points(8524), 5, "Tốt".to_string())
    );
    assert_eq!(
        standing(&decided, "SKHDT"),
        (points(8035), 11, "Khá".to_string())
    );
    assert_eq!(standing(&decided, "BQLKKT"), standing(&open, "BQLKKT"));
    let statuses: Vec<DecisionStatus> = decided.decisions.iter().map(|row| row.status).collect();
    assert_eq!(statuses, [DecisionStatus::Applied; 3]);
    // Nothing is open about them: the bounds have closed, and nobody is asked again.
    for code in ["SKHCN", "SKHDT", "BQLKKT"] {
        let row = unit(&decided, code);
        assert_eq!(row.score.lowest, row.score.highest, "{code}");
        assert_eq!(row.grading.worst, row.grading.best, "{code}");
        assert_eq!(row.rank.best, row.rank.worst, "{code}");
        let is_asked = |id: &String| id.starts_with(&format!("{}|tổng|", row.unit));
        let ids: Vec<String> = decided
            .questions()
            .iter()
            .map(|one| one.id.to_string())
            .collect();
        assert!(!ids.iter().any(is_asked), "{code}");
    }
    // The findings stay to be seen, with who settled them.
    let settled = decided
        .findings
        .iter()
        .filter_map(|one| one.settled.as_ref());
    let by: Vec<&str> = settled.map(|one| one.by.as_str()).collect();
    assert_eq!(by, ["Tổ thẩm định"; 3]);
    nobody_is_written_to(&open, &decided, 3);
    // What the unit claims stays beside what counts.
    let score = &unit(&decided, "SKHCN").score.criteria["2.3"];
    assert_eq!(score.claimed.value(), Some(&Points::from(20)));
    assert_eq!(score.counted, Some(points(225)));
}
