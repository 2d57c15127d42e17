//! Which grades are certain: whatever becomes of all that is open, they stay.
//!
//! In: a report. Out: of each unit with a result whether its grade is certain, and if not, why; and how many are. Not for: what would
//! change a grade that is certain.

use std::collections::HashSet;

use serde::Serialize;

use crate::base::ids::{CriterionId, LevelId, UnitId};
use crate::base::lang::{Lang, phrase, say};
use crate::base::rules::{given, practice};
use crate::judge::score::CountedBy;
use crate::result::report::accounts::parts;
use crate::result::report::{Report, UnitRow, refused, unread};

/// Whether a grade is certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HowCertain {
    /// No open finding can change it.
    Certain,
    /// It depends on how open criteria and findings are decided.
    Open,
    /// Something was not read, in its file or as a file, and nobody can tell how many points that is.
    Unread,
}

/// Units by how certain their grades are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CertaintyCounts {
    /// All that are expected.
    pub expected: usize,
    /// Those whose grades are certain.
    pub certain: usize,
    /// Those whose grades depend on open criteria and findings.
    pub open: usize,
    /// Those of whose files something was not read.
    pub unread: usize,
    /// Those without a result.
    pub without_result: usize,
}

/// What keeps grades from being certain besides the range of a total: what was not read, by unit; levels that are measured by a value which
/// is in doubt, and the criteria that are.
pub struct GradeCertainty<'r> {
    unread: HashSet<&'r UnitId>,
    in_doubt: HashSet<&'r LevelId>,
    measured: Vec<&'r CriterionId>,
}

impl GradeCertainty<'_> {
    /// Whether the grade of a unit is certain.
    pub fn of(&self, row: &UnitRow) -> HowCertain {
        let grading = &row.grading;
        let is_open = grading.grade.is_none() || grading.best != grading.worst;
        if is_open || self.is_in_doubt(row) {
            HowCertain::Open
        } else if self.unread.contains(&row.unit) {
            HowCertain::Unread
        } else {
            HowCertain::Certain
        }
    }

    /// Whether points of it count by a value of another unit, or its own, that is in doubt.
    fn is_in_doubt(&self, row: &UnitRow) -> bool {
        let by_figures = |id: &&CriterionId| {
            let score = row.score.criteria.get(*id);
            score.is_some_and(|score| score.counted_by() == CountedBy::Figures)
        };
        self.in_doubt.contains(&row.unit.level) && self.measured.iter().any(by_figures)
    }
}

impl Report {
    /// What is asked about the grade of each unit.
    pub fn certainty(&self) -> GradeCertainty<'_> {
        let findings = unread(self).filter_map(|finding| finding.place.unit.as_ref());
        let files = refused(self).flat_map(|file| file.unit.iter().chain(&file.candidates));
        let doubts = [&practice::BEST_STANDS_ALONE, &given::BEST_DOUBTFUL];
        let doubts = self
            .findings
            .iter()
            .filter(|one| doubts.contains(&one.rule) && one.settled.is_none());
        let criteria = self.groups.iter().flat_map(|group| &group.criteria);
        let measured = criteria.filter(|one| one.rule.compared().is_some());
        GradeCertainty {
            unread: findings.chain(files).collect(),
            in_doubt: doubts
                .filter_map(|one| Some(&one.place.unit.as_ref()?.level))
                .collect(),
            measured: measured.map(|one| &one.id).collect(),
        }
    }

    /// How many grades are certain.
    pub fn certainty_counts(&self) -> CertaintyCounts {
        let certainty = self.certainty();
        let mut counts = CertaintyCounts::default();
        for level in &self.levels {
            counts.expected += level.rows.len() + level.gaps.len();
            counts.without_result += level.gaps.len();
            for row in &level.rows {
                *match certainty.of(row) {
                    HowCertain::Certain => &mut counts.certain,
                    HowCertain::Open => &mut counts.open,
                    HowCertain::Unread => &mut counts.unread,
                } += 1;
            }
        }
        counts
    }

    /// The same in one sentence, without a full stop; `None` where nothing is graded.
    pub fn certainty_line(&self, lang: Lang) -> Option<String> {
        if self.grades.is_empty() {
            return None;
        }
        let counts = self.certainty_counts();
        let others = parts(
            &[
                (
                    counts.open,
                    phrase(
                        "còn tùy kết quả xử lý cảnh báo",
                        "depending on open findings",
                    ),
                ),
                (
                    counts.unread,
                    phrase("có phần chưa đọc được", "with something not read"),
                ),
                (
                    counts.without_result,
                    phrase("chưa có kết quả", "without a result"),
                ),
            ],
            lang,
        );
        let (certain, expected) = (counts.certain, counts.expected);
        let line = say!(
            lang,
            "Xếp loại đã chắc chắn: {certain}/{expected} đơn vị",
            "Grades that are certain: {certain} of {expected} units"
        );
        Some(if others.is_empty() {
            line
        } else {
            format!("{line} ({others})")
        })
    }
}
