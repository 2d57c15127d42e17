//! Writes the result of Decision 134 as it was signed, for `tonghop audit`.
//!
//! In: the printed tables and the text of the decision's annex in `tests/data/kontum-2017`. Out: the bytes of a workbook and
//! of a document; the same input gives the same bytes. Not for: the program, which must read these files without knowing how
//! they were made.

pub mod docx;
pub mod xlsx;

use std::error::Error;
use std::path::Path;

/// What the annex prints.
pub struct Decision {
    /// The annex, line by line; `[tinh]` and `[huyen]` stand for the tables.
    pub lines: Vec<String>,
    /// The tables, each with the name of its level.
    pub tables: Vec<Table>,
}

/// A printed table.
pub struct Table {
    /// `tinh` or `huyen`.
    pub level: String,
    /// The heading of each column.
    pub headings: Vec<String>,
    /// The cells of each row as printed.
    pub rows: Vec<Vec<String>>,
}

impl Decision {
    /// The heading of a table and the note under it.
    pub fn around(&self, level: &str) -> (&str, &str) {
        let mark = format!("[{level}]");
        let at = self.lines.iter().position(|line| *line == mark);
        let get = |at: Option<usize>| at.and_then(|at| self.lines.get(at));
        (
            get(at.and_then(|at| at.checked_sub(1))).map_or("", String::as_str),
            get(at.map(|at| at + 1)).map_or("", String::as_str),
        )
    }
}

/// The heading of group 5 is the one that the two tables spell differently.
const HEADINGS: [(&str, &str); 2] = [("tinh", "Trang/ Cổng TTDT"), ("huyen", "Trang/ cổng TTĐT")];

fn headings(portal: &str) -> Vec<String> {
    [
        "STT",
        "Tên đơn vị",
        "Hạ tầng kỹ thuật CNTT",
        "Nguồn nhân lực CNTT",
        "Sử dụng các phần mềm ứng dụng",
        "Chính sách và đầu tư cho ƯDCNTT",
        portal,
        "An toàn thông tin",
        "Điểm cộng/ trừ",
        "Tổng điểm",
        "Xếp loại",
    ]
    .map(str::to_string)
    .to_vec()
}

/// Reads the tables and the text.
///
/// # Errors
/// When they cannot be read.
pub fn read(root: &Path) -> Result<Decision, Box<dyn Error>> {
    let data = root.join("tests/data/kontum-2017");
    let text = std::fs::read_to_string(data.join("decision-134-annex.txt"))?;
    let mut tables: Vec<Table> = HEADINGS
        .iter()
        .map(|(level, portal)| Table {
            level: (*level).to_string(),
            headings: headings(portal),
            rows: Vec::new(),
        })
        .collect();
    for record in csv::Reader::from_path(data.join("published-results.csv"))?.records() {
        let record = record?;
        let fields: Vec<String> = record.iter().map(str::to_string).collect();
        let (Some(level), Some(printed)) = (fields.first(), fields.get(1..12)) else {
            return Err("a row is too short".into());
        };
        let table = tables.iter_mut().find(|table| table.level == *level);
        let table = table.ok_or_else(|| format!("there is no table {level}"))?;
        table.rows.push(printed.to_vec());
    }
    Ok(Decision {
        lines: text.lines().map(str::to_string).collect(),
        tables,
    })
}
