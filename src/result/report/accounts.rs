//! What was seen and what became of it, in sentences whose numbers add up: units and files.
//!
//! In: the report. Out: counts, and one line for each; parts of zero are left out. The terminal, the overview and the sheet of
//! returns all say these. Not for: lists.

use serde::Serialize;

use crate::base::lang::{Lang, phrase, plural, say};
use crate::campaign::decisions::{DecisionKind, DecisionStatus, STATUSES};
use crate::input::receipt::{Fate, FileRow, Timing};
use crate::result::report::{DecisionRow, GapKind, Report};

/// The units of the registry, counted by what came from them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct UnitCounts {
    /// All of them.
    pub expected: usize,
    /// Those with a result.
    pub received: usize,
    /// Of those, without a single score that counts.
    pub without_score: usize,
    /// Of those, in time.
    pub in_time: usize,
    /// Of those, late.
    pub late: usize,
    /// Of those, at a time that nobody knows.
    pub time_unknown: usize,
    /// Units from which nothing came.
    pub missing: usize,
    /// Units from which something came that cannot be used.
    pub unusable: usize,
    /// Units from which a file may be.
    pub undecided: usize,
}

impl UnitCounts {
    /// How many units in the result have no score at all, as a sentence goes on that has counted them; empty where none is.
    pub fn without_score(&self, lang: Lang) -> String {
        match self.without_score {
            0 => String::new(),
            all if all == self.received => say!(
                lang,
                ", nhưng chưa đơn vị nào có điểm",
                ", none of them with any score"
            ),
            some => say!(
                lang,
                ", trong đó {some} đơn vị chưa có điểm nào",
                ", {some} of them without any score"
            ),
        }
    }
}

impl FileRow {
    /// Whether it counts.
    pub fn counts(&self) -> bool {
        matches!(self.fate, Fate::Counted | Fate::CountedLate)
    }
}

impl Report {
    /// Whether a file was in time. `None`: there is no deadline.
    pub fn timing(&self, file: &FileRow) -> Option<Timing> {
        let deadline = self.campaign.deadline?;
        if file.fate == Fate::CountedLate {
            return Some(Timing::Late);
        }
        Some(file.timing(deadline))
    }

    /// The units, counted.
    pub fn unit_counts(&self) -> UnitCounts {
        let rows = || self.levels.iter().flat_map(|level| &level.rows);
        let received = rows().count();
        let mut counts = UnitCounts {
            received,
            expected: received,
            without_score: rows().filter(|row| row.is_without_score()).count(),
            ..UnitCounts::default()
        };
        for gap in self.levels.iter().flat_map(|level| &level.gaps) {
            counts.expected += 1;
            match gap.kind() {
                GapKind::Missing => counts.missing += 1,
                GapKind::Unusable => counts.unusable += 1,
                GapKind::Undecided => counts.undecided += 1,
            }
        }
        let counted = self.intake.files.iter().filter(|file| file.counts());
        for timing in counted.filter_map(|file| self.timing(file)) {
            match timing {
                Timing::InTime => counts.in_time += 1,
                Timing::Late => counts.late += 1,
                Timing::Unknown | Timing::Appraised => counts.time_unknown += 1,
            }
        }
        counts
    }

    /// What became of the rows in which somebody has decided something, in one sentence without a full stop: the numbers add up. `None`
    /// where there are none.
    pub fn decisions_line(&self, lang: Lang) -> Option<String> {
        let rows = &self.decisions;
        let of = |status| rows.iter().filter(|row| row.status == status).count();
        let counts = STATUSES.map(|status| (of(status), status.name()));
        let is_asked = |row: &&DecisionRow| {
            row.kind == Some(DecisionKind::AskUnit) && row.status == DecisionStatus::Applied
        };
        let asked = match rows.iter().filter(is_asked).count() {
            0 => String::new(),
            asked => say!(
                lang,
                ", trong đó {asked} việc chờ đơn vị giải trình",
                ", {asked} of them for the unit to explain"
            ),
        };
        let all = rows.len();
        let parts = parts(&counts, lang);
        let rows = plural(all, "row");
        (all > 0).then(|| {
            say!(
                lang,
                "Quyết định: {all} dòng: {parts}{asked}",
                "Decisions: {rows}: {parts}{asked}"
            )
        })
    }

    /// The units in one sentence, without a full stop.
    pub fn units_line(&self, lang: Lang) -> String {
        let counts = self.unit_counts();
        let of_received = parts(
            &[
                (counts.in_time, phrase("đúng hạn", "in time")),
                (counts.late, phrase("nộp muộn", "late")),
                (
                    counts.time_unknown,
                    phrase("chưa rõ thời điểm", "at an unknown time"),
                ),
            ],
            lang,
        );
        let gaps = parts(
            &[
                (counts.missing, phrase("chưa nộp phiếu", "not returned")),
                (
                    counts.unusable,
                    phrase("đã gửi nhưng chưa dùng được", "sent but not usable"),
                ),
                (
                    counts.undecided,
                    phrase("có tệp chưa rõ là của ai", "with a file that may be theirs"),
                ),
            ],
            lang,
        );
        let (expected, received) = (counts.expected, counts.received);
        let mut line = say!(
            lang,
            "Danh sách {expected} đơn vị: {received} đơn vị có kết quả",
            "{expected} units in the registry: {received} with a result"
        );
        if !of_received.is_empty() {
            line.push_str(&format!(" ({of_received})"));
        }
        line.push_str(&counts.without_score(lang));
        if !gaps.is_empty() {
            line.push_str(&format!(", {gaps}"));
        }
        if let Some(deadline) = self.campaign.deadline {
            let deadline = deadline.shown(lang);
            line.push_str(&say!(lang, "; hạn nộp {deadline}", "; deadline {deadline}"));
        }
        line
    }

    /// The files in one sentence, without a full stop: the parts add up to all that were seen.
    pub fn files_line(&self, lang: Lang) -> String {
        let files = &self.intake.files;
        let of = |fate: Fate| files.iter().filter(|file| file.fate == fate).count();
        let parts = parts(
            &[
                (
                    files.iter().filter(|file| file.counts()).count(),
                    phrase("được tính", "counted"),
                ),
                (
                    of(Fate::Superseded),
                    phrase("đã có phiếu khác thay", "replaced by another version"),
                ),
                (
                    of(Fate::Refused),
                    phrase("đọc được nhưng chưa tính", "read but not counted yet"),
                ),
                (of(Fate::Unreadable), phrase("không đọc được", "unreadable")),
                (of(Fate::Ignored), phrase("bỏ qua", "ignored")),
            ],
            lang,
        );
        let seen = files.len();
        say!(
            lang,
            "Đã xem {seen} tệp: {parts}",
            ("{} seen: {parts}", plural(seen, "file"))
        )
    }
}

/// Counts with their words; parts of zero are left out.
pub(super) fn parts(counts: &[(usize, crate::base::lang::Phrase)], lang: Lang) -> String {
    let shown: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("{count} {}", words.get(lang)))
        .collect();
    shown.join(", ")
}
