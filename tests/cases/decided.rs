//! Decision workbooks of cases, as text: sheets as in `grid.rs`, with the headings of a decision workbook.
//!
//! `{STC 1.1 TH403}` stands for the last three columns of a question: what it rests on, its identity and the checksum of its ground, as
//! the program has them for this case when nothing is decided. `{STC total TH401}` `{STC group 2 TH402}` and
//! `{STC figure can_bo TH309}` likewise, and
//! `{STC files TH105}` for the choice between files, `{file phieu.xlsx TH108}` for whose a file is.

use std::path::{Path, PathBuf};

use tonghop::app::pipeline::Plan;
use tonghop::input::read::ReadLimits;
use tonghop::result::report::{Question, Report};

use super::case::{Case, WorkbookText};
use super::folder::workbook_bytes;

/// The bytes of a decision workbook.
pub fn bytes(case: &Case, workbook: &WorkbookText, campaign: &Path) -> Result<Vec<u8>, String> {
    let mut text = workbook.sheets.clone().unwrap_or_default();
    if text.contains('{') {
        let report = undecided(campaign)?;
        let questions = report.questions();
        while let Some((before, rest)) = text.split_once('{') {
            let (asked, after) = rest.split_once('}').ok_or("{ without }")?;
            let cells = cells(asked, &questions)?;
            text = format!("{before}{cells}{after}");
        }
    }
    let plain = WorkbookText {
        file: None,
        from: None,
        sheets: Some(text),
        edit: workbook.edit.clone(),
        saved: workbook.saved.clone(),
        made: String::new(),
        properties: workbook.properties.clone(),
        strict: false,
        utf16: false,
        workbook_xml: String::new(),
        sheet_xml: String::new(),
        cut_sheet: None,
    };
    workbook_bytes(case, &plain)
}

/// The report of a campaign, nothing decided.
fn undecided(campaign: &Path) -> Result<Report, String> {
    let plan = Plan::new(campaign).map_err(|error| error.to_string())?;
    let inbox = plan.list().map_err(|error| error.to_string())?;
    let program = PathBuf::from(env!("CARGO_BIN_EXE_tonghop"));
    Ok(plan.report(
        &inbox,
        ReadLimits::default(),
        &program,
        String::new(),
        &|| {},
    ))
}

/// The last three cells of a question's row.
fn cells(asked: &str, questions: &[Question]) -> Result<String, String> {
    let (unit, rest) = asked.split_once(' ').ok_or("no unit")?;
    let (subject, code) = rest.rsplit_once(' ').ok_or("no code")?;
    let whose = format!("|tệp {subject}|{code}");
    let subject = match subject.split_once(' ') {
        Some(("group", id)) => format!("nhóm {id}"),
        Some(("figure", id)) => format!("số liệu {id}"),
        None if subject == "files" => "các tệp".to_string(),
        None if subject == "total" => "tổng".to_string(),
        _ => format!("tiêu chí {subject}"),
    };
    let is_it = |question: &&Question| {
        let id = question.id.to_string();
        id.ends_with(&format!("/{unit}|{subject}|{code}")) || unit == "file" && id == whose
    };
    let question = questions.iter().find(is_it);
    let question = question.ok_or_else(|| {
        let ids: Vec<String> = questions.iter().map(|one| one.id.to_string()).collect();
        format!("nothing asks {asked}, only {ids:?}")
    })?;
    let id = question.id.to_string().replace('|', "\\|");
    let (words, hash) = (
        question.ground.words.replace('|', "\\|"),
        &question.ground.hash,
    );
    Ok(format!("'{words} | '{id} | '{hash}"))
}
