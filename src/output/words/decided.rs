//! The words of the sheet of decisions.
//!
//! In: nothing. Out: its sentences and the heads of its columns. Not for: the decision workbook, whose words are those of its columns.

use crate::base::lang::{Lang, Phrase, phrase};
use crate::base::points::Decimal;
use crate::campaign::decisions::DecisionKind;
use crate::campaign::decisions::decided_file::DecidedFile;
use crate::input::receipt::FileRow;
use crate::input::submission::Figure;
use crate::output::words::NUMBER;
use crate::result::report::{FigureCell, Report};

/// How many rows there are, by what became of them.
pub(in crate::output) const DECIDED_COUNTS: Phrase = phrase(
    "{0} dòng có quyết định: {1}.",
    "{0} rows with a decision: {1}.",
);

/// The heads of the columns of the decisions.
pub(in crate::output) const DECIDED_HEADS: [Phrase; 14] = [
    NUMBER,
    phrase("Trạng thái", "State"),
    phrase("Đơn vị", "Unit"),
    phrase("Nội dung", "About"),
    phrase("Quyết định", "Decision"),
    phrase("Trước", "Before"),
    phrase("Sau", "After"),
    phrase("Căn cứ", "Reason"),
    phrase("Người quyết định", "Decided by"),
    phrase("Ngày", "Date"),
    phrase("Dòng quyết định", "Row"),
    phrase("Vì sao chưa áp dụng", "Why it does not hold"),
    phrase("Cơ sở khi quyết định", "Ground then"),
    phrase("Cơ sở hiện nay", "Ground now"),
];

/// Which figures were decided on, below statistics: each with its unit.
pub(in crate::output) const DECIDED_FIGURES: Phrase = phrase(
    "Số liệu theo quyết định: {0}.",
    "Figures that were decided on: {0}.",
);

/// A figure that was decided on: its name, what counts, what the form has, who decided it and why.
const FIGURE_DECIDED: Phrase = phrase(
    "{0}: {1} (phiếu ghi {2}; {3} quyết định, căn cứ: {4})",
    "{0}: {1} (the form says {2}; decided by {3}, because {4})",
);

/// That a figure was left out.
const LEFT_OUT: Phrase = phrase("không tính", "left out");

/// What was decided of a figure of this name, who did and why; nothing where nothing was.
pub(in crate::output) fn decided_figure(
    name: &str,
    cell: &FigureCell,
    lang: Lang,
) -> Option<String> {
    let decided = cell.decided.as_deref()?;
    let value = decided.value.as_ref().map(|value| match cell.value {
        Some(Figure::Yes(answer)) => lang.answer(answer).to_string(),
        _ => value.show(lang),
    });
    let written = match cell.source.text.trim() {
        "" => "–",
        written => written,
    };
    // A stored number has its decimal sign as people write it.
    let written = match written.parse::<Decimal>() {
        Ok(number) => lang.number(number),
        Err(_) => written.to_string(),
    };
    let value = value.unwrap_or_else(|| LEFT_OUT.get(lang).to_string());
    let values = [name, &value, &written, &decided.by, &decided.reason];
    Some(FIGURE_DECIDED.fill(lang, &values))
}

/// What was decided of the figures of all units, in a sentence; nothing where nothing was.
pub(in crate::output) fn decided_figures(report: &Report, lang: Lang) -> Option<String> {
    let rows = report.levels.iter().flat_map(|level| &level.rows);
    let all = rows.flat_map(|row| {
        let told = report.decided_figures(row, None).into_iter();
        told.filter_map(move |(name, cell)| {
            decided_figure(&format!("{}, {name}", row.name), cell, lang)
        })
    });
    let all: Vec<String> = all.collect();
    (!all.is_empty()).then(|| DECIDED_FIGURES.fill(lang, &[&all.join("; ")]))
}

/// What was decided of a file: whose it is.
pub(in crate::output) const OWNER_DECIDED: Phrase = phrase(
    "đơn vị theo quyết định của {0}",
    "of this unit by the decision of {0}",
);

/// What was decided of a file: that it counts.
pub(in crate::output) const FILE_CHOSEN: Phrase = phrase(
    "được tính theo quyết định của {0}",
    "counts by the decision of {0}",
);

/// What was decided of a file: that another one counts.
pub(in crate::output) const OTHER_CHOSEN: Phrase = phrase(
    "không được tính theo quyết định của {0}",
    "does not count by the decision of {0}",
);

/// What was decided of a file: that it is no return.
pub(in crate::output) const NO_RETURN: Phrase = phrase(
    "không phải phiếu, theo quyết định của {0}",
    "no return, by the decision of {0}",
);

/// What was decided of a file, each decision with who took it and why.
pub(crate) fn decided_file(file: &FileRow, lang: Lang) -> Vec<String> {
    let line = |decided: &DecidedFile| {
        let words = match decided.kind {
            DecisionKind::UseFile if file.counts() => FILE_CHOSEN,
            DecisionKind::UseFile => OTHER_CHOSEN,
            DecisionKind::NoReturn => NO_RETURN,
            _ => OWNER_DECIDED,
        };
        let words = words.fill(lang, &[&decided.by]);
        if decided.reason.is_empty() {
            return words;
        }
        format!("{words} ({})", decided.reason)
    };
    file.decided.iter().map(line).collect()
}
