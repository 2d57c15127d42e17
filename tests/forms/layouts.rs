//! Small folders of forms whose layouts no scheme of the project has: from the folder alone to what counts.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use tonghop::app::pipeline::Plan;
use tonghop::result::report::Report;

use crate::cases::grid;
use crate::cases::xlsx::{self, Extras};
use crate::edits::book::Parts;
use crate::forms::findings;

/// Forms in a folder of their own, and what a run on nothing but the folder proposes.
pub(super) struct Layout {
    _around: TempDir,
    folder: PathBuf,
}

impl Layout {
    /// One form for each unit: the rows of a table, in which each `{}` is what the unit writes there.
    pub(super) fn new(rows: &str, units: &[(&str, &[&str])]) -> Layout {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("phieu");
        fs::create_dir(&folder).unwrap();
        for (unit, written) in units {
            let mut sheet = format!(
                "[Phiếu]\n1 | UBND TỈNH KHÁNH SƠN\n2 | PHIẾU TỰ CHẤM ĐIỂM CHUYỂN ĐỔI SỐ NĂM 2024\n3 | Đơn vị: {unit}\n"
            );
            let mut written = written.iter();
            for (number, row) in (5..).zip(rows.lines()) {
                let parts: Vec<&str> = row.split("{}").collect();
                let mut line = parts[0].to_string();
                for part in &parts[1..] {
                    line.push_str(written.next().unwrap());
                    line.push_str(part);
                }
                sheet.push_str(&format!("{number} | {line}\n"));
            }
            assert_eq!(written.next(), None, "{unit}");
            let bytes = xlsx::write(&grid::sheets(&sheet).unwrap(), &Extras::default());
            fs::write(folder.join(format!("{unit}.xlsx")), bytes).unwrap();
        }
        let layout = Layout {
            _around: around,
            folder,
        };
        let mut command = Command::new(env!("CARGO_BIN_EXE_tonghop"));
        let output = command.arg(&layout.folder).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(said.contains("TẠM TÍNH"), "{said}");
        layout
    }

    fn report(&self) -> Report {
        let plan = Plan::new(&self.folder).unwrap();
        assert_eq!(plan.notes, []);
        let inbox = plan.list().unwrap();
        let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
        let limits = tonghop::input::read::ReadLimits::default();
        plan.report(&inbox, limits, program, "phieu".to_string(), &|| {})
    }

    /// The totals by unit, `open` with what they may come to, and the findings.
    pub(super) fn result(&self) -> (Vec<String>, Vec<String>) {
        let report = self.report();
        let rows = report.levels.iter().flat_map(|level| &level.rows);
        let totals = rows.map(|row| match &row.score {
            score if score.open == 0 => format!("{} {}", row.name, score.total),
            score => format!("{} open {}..{}", row.name, score.lowest, score.highest),
        });
        let totals: BTreeSet<String> = totals.collect();
        let totals = totals.into_iter().collect();
        (totals, findings(&report).into_iter().collect())
    }
}

#[test]
fn a_group_without_parts_has_its_points_on_its_own_row() {
    let rows = "TT | Tiêu chí | Điểm tối đa | Điểm tự chấm | Minh chứng
        1 | Thủ tục hành chính | 30 | {} |
        1.1 | Công khai thủ tục | 20 | {} | QĐ 1
        1.2 | Hồ sơ đúng hạn | 10 | {} | QĐ 2
        2 | Sáng kiến | 5 | {} | QĐ 3
        | Tổng cộng | 35 | {} |";
    let layout = Layout::new(
        rows,
        &[
            ("Sở Tài chính", &["28", "18", "10", "4", "32"]),
            ("Sở Nội vụ", &["25", "16", "9", "", "25"]),
            ("Sở Y tế", &["27", "20", "7", "6", "33"]),
            ("Sở Xây dựng", &["20", "15", "5", "2", "22"]),
        ],
    );
    let expected = [
        "Sở Nội vụ open 25..30",
        "Sở Tài chính 32",
        "Sở Xây dựng 22",
        "Sở Y tế open 27..32",
    ];
    let (totals, findings) = layout.result();
    assert_eq!(totals, expected);
    assert_eq!(
        findings,
        ["TH302 Sở Nội vụ.xlsx D9", "TH305 Sở Y tế.xlsx D9"]
    );
}

#[test]
fn parts_that_come_to_more_than_their_criterion_are_capped_there() {
    let rows = "TT | Tiêu chí | Điểm tối đa | Điểm tự chấm | Minh chứng
        1 | Tuyên truyền | 15 | {} |
        1.1 | Tuyên truyền trên các phương tiện (tối đa 5 điểm) | 5 | {} | TL 1
        1.1.1 | Trên đài truyền hình | 3 | {} | TL 1
        1.1.2 | Trên báo in | 3 | {} | TL 1
        1.1.3 | Trên mạng xã hội | 3 | {} | TL 1
        1.2 | Tổ chức hội nghị | 10 | {} | TL 2
        2 | Hạ tầng | 20 | {} |
        2.1 | Mạng nội bộ | 20 | {} | QĐ 5
        | Tổng cộng | 35 | {} |";
    let layout = Layout::new(
        rows,
        &[
            (
                "Sở Tài chính",
                &["15", "5", "3", "2", "3", "10", "20", "20", "35"],
            ),
            (
                "Sở Nội vụ",
                &["11", "3", "1", "2", "0", "8", "15", "15", "26"],
            ),
            (
                "Sở Y tế",
                &["15", "6", "3", "0", "3", "9", "10", "10", "25"],
            ),
            (
                "Sở Xây dựng",
                &["12", "5", "2", "2", "2", "7", "18", "18", "30"],
            ),
        ],
    );
    let (totals, findings) = layout.result();
    let expected = [
        "Sở Nội vụ 26",
        "Sở Tài chính 35",
        "Sở Xây dựng 30",
        "Sở Y tế open 19..24",
    ];
    assert_eq!(totals, expected);
    assert_eq!(findings, ["TH305 Sở Y tế.xlsx D7"]);
}

#[test]
fn an_index_from_0_to_1_is_shown_with_its_decimals() {
    let rows =
        "TT | Chỉ số/Chỉ số thành phần | Điểm tối đa | Điểm tự đánh giá | Tài liệu kiểm chứng
        1 | Nhận thức số | 0,4 | {} |
        1.1 | Ban chỉ đạo | 0,1 | {} | TL
        1.2 | Chuyên mục | 0,3 | {} | TL
        2 | Thể chế số | 0,6 | {} |
        2.1 | Kế hoạch năm | 0,25 | {} | TL
        2.2 | Chính sách | 0,35 | {} | TL
        | Tổng điểm | 1 | {} |
        | Chỉ số (tổng điểm/điểm tối đa x 100%) | | {} |";
    let layout = Layout::new(
        rows,
        &[
            (
                "Sở Tài chính",
                &[
                    "0.3751", "0.0751", "0.3", "0.55", "0.25", "0.3", "0.9251", "0.9251",
                ],
            ),
            (
                "Sở Nội vụ",
                &[
                    "0.375", "0.075", "0.3", "0.55", "0.25", "0.3", "0.925", "0.925",
                ],
            ),
            (
                "Sở Y tế",
                &["0,2", "0,05", "0,15", "0,4", "0,2", "0,2", "0,6", "0,6"],
            ),
            (
                "Sở Xây dựng",
                &["0.35", "0.1", "0.25", "0.6", "0.25", "0.35", "0.95", "0.95"],
            ),
        ],
    );
    let (totals, findings) = layout.result();
    let expected = [
        "Sở Nội vụ 0.925",
        "Sở Tài chính 0.9251",
        "Sở Xây dựng 0.95",
        "Sở Y tế 0.6",
    ];
    assert_eq!(totals, expected);
    assert_eq!(findings, [""; 0]);
    let result = layout.folder.with_file_name("phieu-tong-hop.xlsx");
    let styles = Parts::open(&result).0["xl/styles.xml"].clone();
    assert!(styles.contains("0.0???"), "{styles}");
}

#[test]
fn a_flat_list_with_a_share_of_the_total_below_it() {
    let rows = "TT | Tiêu chí | Điểm tối đa | Điểm tự chấm | Minh chứng
        1 | Ban hành kế hoạch | 20 | {} | VB 1
        2 | Bố trí cán bộ chuyên trách | 30 | {} | VB 2
        3 | Duy trì cổng thông tin | 10 | {} | VB 3
        | Tổng điểm | 60 | {} |
        | Tỷ lệ so với điểm tối đa (%) | | {} |";
    let layout = Layout::new(
        rows,
        &[
            ("Sở Tài chính", &["20", "20", "8", "48", "80"]),
            ("Sở Nội vụ", &["15", "20", "7", "42", "0.7"]),
            ("Sở Y tế", &["10", "30", "10", "50", "83,33"]),
            ("Sở Xây dựng", &["10", "20", "9", "39", "75"]),
        ],
    );
    let expected = [
        "Sở Nội vụ 42",
        "Sở Tài chính 48",
        "Sở Xây dựng 39",
        "Sở Y tế 50",
    ];
    let (totals, findings) = layout.result();
    assert_eq!(totals, expected);
    assert_eq!(findings, ["TH208 Sở Xây dựng.xlsx D10"]);
}

#[test]
fn each_level_has_its_own_total() {
    let rows = "TT | Tiêu chí | Điểm tối đa | Điểm tự chấm | Minh chứng
        1 | Thủ tục hành chính | {} | {} |
        1.1 | Công khai thủ tục | {} | {} | QĐ 1
        1.2 | Hồ sơ đúng hạn | 10 | {} | QĐ 2
        1.3 | Hồ sơ trực tuyến | 5 | {} | QĐ 3
        | Tổng cộng | {} | {} |";
    let office =
        |own: [&'static str; 4]| ["35", own[0], "20", own[1], own[2], own[3], "35", own[0]];
    let commune =
        |own: [&'static str; 4]| ["30", own[0], "15", own[1], own[2], own[3], "30", own[0]];
    let offices = [
        ["32", "18", "10", "4"],
        ["28", "16", "9", "3"],
        ["28", "20", "7", "1"],
    ]
    .map(office);
    let communes = [
        ["25", "12", "8", "5"],
        ["21", "13", "6", "2"],
        ["25", "15", "7", "3"],
    ]
    .map(commune);
    let layout = Layout::new(
        rows,
        &[
            ("Sở Tài chính", &offices[0]),
            ("Sở Nội vụ", &offices[1]),
            ("Sở Y tế", &offices[2]),
            ("UBND xã Bình An", &communes[0]),
            ("UBND xã Hòa Lợi", &communes[1]),
            ("UBND xã Tân Phú", &communes[2]),
        ],
    );
    let expected = [
        "Sở Nội vụ 28",
        "Sở Tài chính 32",
        "Sở Y tế 28",
        "UBND xã Bình An 25",
        "UBND xã Hòa Lợi 21",
        "UBND xã Tân Phú 25",
    ];
    let (totals, findings) = layout.result();
    assert_eq!(totals, expected);
    assert!(findings.is_empty(), "{findings:?}");
}
