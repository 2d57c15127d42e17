//! What a run in a page gives: options in, JSON out.
//!
//! In: what the command printed and wrote. Out: one JSON text. Not for: the command.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::app::browser::Said;
use crate::campaign::book::STAMP;
use crate::input::receipt::Fate;
use crate::output::glimpse::Glimpse;

/// What a run is asked for, from JSON.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RunOptions {
    /// Whether the result is written as JSON as well; the report stands in the outcome then.
    pub json: bool,
    /// Whether the result is written as a page as well.
    pub html: bool,
    /// Whether the annex is written as well.
    pub docx: bool,
    /// Where all values are listed: `sheet` or `csv`.
    pub data: Option<String>,
    /// Bounds of the reader, `NAME=VALUE`.
    pub limit: Vec<String>,
}

impl RunOptions {
    /// Understands them; an empty text is none.
    ///
    /// # Errors
    /// They are no such options.
    pub fn parse(options: &str) -> Result<RunOptions, Said> {
        if options.trim().is_empty() {
            return Ok(RunOptions::default());
        }
        serde_json::from_str(options).map_err(|error| format!("Lựa chọn không đúng: {error}"))
    }

    /// As they stand on a command line.
    pub(super) fn arguments(&self) -> Vec<String> {
        let mut all = vec!["--fail-on=never".to_string()];
        let flags = [
            (self.json, "--json"),
            (self.html, "--html"),
            (self.docx, "--docx"),
        ];
        let flags = flags.iter().filter(|(is_on, _)| *is_on);
        all.extend(flags.map(|(_, flag)| (*flag).to_string()));
        all.extend(self.data.iter().map(|place| format!("--data={place}")));
        all.extend(self.limit.iter().map(|limit| format!("--limit={limit}")));
        all
    }
}

/// A file that a run wrote.
#[derive(Debug, Serialize)]
pub struct OutputInPage {
    /// Its path beside the folder.
    pub name: String,
    /// What it is: `result`, `decisions`, `json`, `page`, `annex`, `campaign`, `data`.
    pub kind: &'static str,
    /// Its size.
    bytes: usize,
    /// Its bytes.
    #[serde(skip)]
    pub content: Arc<[u8]>,
}

impl OutputInPage {
    pub(super) fn new(path: &Path, root: &Path, content: Arc<[u8]>) -> OutputInPage {
        let name = path.strip_prefix(root).unwrap_or(path);
        let names = name.iter().map(|part| part.to_string_lossy());
        OutputInPage {
            name: names.collect::<Vec<_>>().join("/"),
            kind: kind(name, &content),
            bytes: content.len(),
            content,
        }
    }
}

fn kind(name: &Path, content: &[u8]) -> &'static str {
    let name = PathBuf::from(name);
    let end = name.extension().unwrap_or_default().to_string_lossy();
    match &*end {
        "json" => "json",
        "html" => "page",
        "docx" => "annex",
        "csv" => "data",
        _ => {
            let content = Glimpse::bytes(content);
            if content.is_decisions() {
                "decisions"
            } else if content.has_property(STAMP) {
                "campaign"
            } else {
                "result"
            }
        }
    }
}

/// How many files became what; all that were found are one of these.
#[derive(Debug, Default, Serialize)]
struct DroppedCounts {
    found: usize,
    read: usize,
    refused: usize,
    ignored: usize,
}

impl DroppedCounts {
    /// Of a report as JSON.
    fn of(report: &str) -> Option<DroppedCounts> {
        #[derive(Deserialize)]
        struct OfReport {
            intake: OfIntake,
        }
        #[derive(Deserialize)]
        struct OfIntake {
            files: Vec<OfFile>,
        }
        #[derive(Deserialize)]
        struct OfFile {
            fate: Fate,
        }
        let report: OfReport = serde_json::from_str(report).ok()?;
        let mut counts = DroppedCounts::default();
        for file in report.intake.files {
            counts.found += 1;
            match file.fate {
                Fate::Unreadable => counts.refused += 1,
                Fate::Ignored => counts.ignored += 1,
                _ => counts.read += 1,
            }
        }
        Some(counts)
    }
}

/// What comes of a run, but for the report.
#[derive(Debug, Serialize)]
struct RunOutcome<'a> {
    verdict: &'a str,
    lines: Vec<&'a str>,
    counts: Option<DroppedCounts>,
    outputs: &'a [OutputInPage],
    proposed: bool,
}

/// Puts it together: `verdict`, `lines`, `counts`, `outputs`, `proposed`, and `report` where it was asked for as JSON.
///
/// # Errors
/// It cannot be written as JSON.
pub(super) fn json(out: &str, outputs: &[OutputInPage]) -> Result<String, Said> {
    let lines = out.trim_end().lines();
    let lines: Vec<&str> = lines
        .filter(|line| !line.starts_with("Kết quả: "))
        .collect();
    let is_verdict = |line: &&&str| line.contains(": đã tổng hợp ");
    let verdict = lines.iter().find(is_verdict).or(lines.first());
    let report = outputs.iter().find(|one| one.kind == "json");
    let report = report.map(|one| String::from_utf8_lossy(&one.content));
    let outcome = RunOutcome {
        verdict: verdict.unwrap_or(&""),
        counts: report.as_deref().and_then(DroppedCounts::of),
        proposed: outputs.iter().any(|one| one.kind == "campaign"),
        outputs,
        lines,
    };
    let mut all = serde_json::to_string(&outcome).map_err(|error| error.to_string())?;
    // The report is JSON already, and large.
    all.pop();
    all.push_str(",\"report\":");
    all.push_str(report.as_deref().unwrap_or("null").trim_end());
    all.push('}');
    Ok(all)
}

/// An error as a sentence, without what stands before it on a terminal.
pub(super) fn sentence(err: &str) -> Said {
    let said = err.trim();
    said.strip_prefix("lỗi: ").unwrap_or(said).to_string()
}
