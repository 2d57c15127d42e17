//! Units without a result, and the true reason of each.
//!
//! In: the findings about the files that a unit sent. Out: what is said of the unit wherever it stands: on its level's sheet,
//! below it, in the terminal. The words are here because all of these say the same. Not for: judging files.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::base::finding::Finding;
use crate::base::ids::UnitId;
use crate::base::lang::{Lang, Phrase, phrase};
use crate::base::rules::{
    Rule, Severity, archives, damaged, file_kinds, files, forms, layout, sheets,
};
use crate::result::report::LevelResult;

/// A unit that has no row in the result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitGap {
    /// Which.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Its position in the registry, from 1 within the level.
    pub order: u32,
    /// Files that came from it, or may have come from it, but cannot be used. Empty: nothing came.
    pub files: Vec<String>,
    /// Why they cannot be used, each reason once. Empty: nothing came, or the report was written before it held reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<GapReason>,
}

/// Why a file cannot be used, the plainest first: of several findings about one file the first of these is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GapReason {
    /// It may be another unit's as well; somebody has to decide.
    Undecided,
    /// It is the form of another year.
    OtherYear,
    /// It is the form of another level.
    OtherLevel,
    /// It is another form, or another version of the form.
    OtherForm,
    /// It is the form as it was sent out.
    BlankForm,
    /// It holds no score table.
    NoTable,
    /// It repeats what another unit sent.
    SameContent,
    /// It needs a password.
    Locked,
    /// It is an archive that was not opened.
    Archive,
    /// It is no workbook.
    NotAWorkbook,
    /// It holds no bytes.
    Empty,
    /// It is damaged, or could not be had.
    Unreadable,
}

/// What is said of a unit without a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// Nothing came from it.
    Missing,
    /// What came cannot be used.
    Unusable,
    /// A file may be its own; that has to be decided.
    Undecided,
}

impl GapReason {
    const ALL: [GapReason; 12] = [
        GapReason::Undecided,
        GapReason::OtherYear,
        GapReason::OtherLevel,
        GapReason::OtherForm,
        GapReason::BlankForm,
        GapReason::NoTable,
        GapReason::SameContent,
        GapReason::Locked,
        GapReason::Archive,
        GapReason::NotAWorkbook,
        GapReason::Empty,
        GapReason::Unreadable,
    ];

    /// The reason of these words, in the language in which results are kept.
    pub fn said(words: &str) -> Option<Self> {
        let mut all = GapReason::ALL.into_iter();
        all.find(|one| one.words().vi == words)
    }

    /// The reason in a few words that continue a sentence.
    pub fn words(self) -> Phrase {
        match self {
            GapReason::Undecided => phrase(
                "chưa rõ là tệp của đơn vị nào",
                "not clear whose file it is",
            ),
            GapReason::OtherYear => phrase("phiếu của năm khác", "the form of another year"),
            GapReason::OtherLevel => phrase("phiếu của cấp khác", "the form of another level"),
            GapReason::OtherForm => phrase("phiếu theo mẫu khác", "another form"),
            GapReason::BlankForm => phrase("phiếu chưa điền", "the form is blank"),
            GapReason::NoTable => phrase("không có bảng chấm điểm", "no score table"),
            GapReason::SameContent => phrase(
                "trùng nội dung phiếu của đơn vị khác",
                "the same content as another unit's",
            ),
            GapReason::Locked => phrase("tệp có mật khẩu", "needs a password"),
            GapReason::Archive => phrase("tệp nén chưa mở được", "an archive that was not opened"),
            GapReason::NotAWorkbook => phrase("tệp không phải bảng tính", "not a workbook"),
            GapReason::Empty => phrase("tệp rỗng", "an empty file"),
            GapReason::Unreadable => phrase("tệp không đọc được", "cannot be read"),
        }
    }

    /// What a finding says about why its file cannot be used.
    fn of(rule: &Rule) -> Option<GapReason> {
        const REASONS: &[(GapReason, &[&Rule])] = &[
            (GapReason::OtherYear, &[&files::OTHER_YEAR]),
            (GapReason::OtherLevel, &[&files::OTHER_LEVEL]),
            (
                GapReason::OtherForm,
                &[&forms::OTHER_FORM, &forms::OTHER_VERSION],
            ),
            (
                GapReason::BlankForm,
                &[&forms::BLANK_FORM, &forms::GROUP_POINTS_ONLY],
            ),
            (
                GapReason::NoTable,
                &[&layout::NO_TABLE, &sheets::PICTURE_INSTEAD],
            ),
            (GapReason::SameContent, &[&files::SAME_CONTENT]),
            (GapReason::Locked, &[&damaged::PASSWORD, &archives::LOCKED]),
            (
                GapReason::Archive,
                &[
                    &archives::NOT_ZIP,
                    &archives::NESTED,
                    &archives::SPLIT,
                    &archives::METHOD,
                    &archives::EMPTY,
                ],
            ),
            (
                GapReason::NotAWorkbook,
                &[
                    &damaged::NOT_A_WORKBOOK,
                    &file_kinds::NO_TABLE_INSIDE,
                    &file_kinds::UNKNOWN_KIND,
                    &file_kinds::MAIL,
                    &file_kinds::FRAMES,
                ],
            ),
            (GapReason::Empty, &[&damaged::EMPTY_FILE]),
        ];
        let named = REASONS
            .iter()
            .find(|(_, rules)| rules.iter().any(|one| one.code == rule.code));
        let unreadable = || {
            let keeps = rule.severity != Severity::Info && rule.code != damaged::OTHER_FORMAT.code;
            let is = rule.code.starts_with("TH9") && keeps;
            is.then_some(GapReason::Unreadable)
        };
        named.map(|(reason, _)| *reason).or_else(unreadable)
    }
}

/// Why each file with findings cannot be used, by its name.
pub fn reasons(findings: &[Finding]) -> HashMap<&str, GapReason> {
    let mut reasons: HashMap<&str, GapReason> = HashMap::new();
    for finding in findings {
        let (Some(file), Some(reason)) = (&finding.place.file, GapReason::of(finding.rule)) else {
            continue;
        };
        let known = reasons.entry(file).or_insert(reason);
        *known = reason.min(*known);
    }
    reasons
}

impl UnitGap {
    /// What is to be said of it.
    pub fn kind(&self) -> GapKind {
        if self.files.is_empty() {
            GapKind::Missing
        } else if self.reasons == [GapReason::Undecided] {
            GapKind::Undecided
        } else {
            GapKind::Unusable
        }
    }

    /// Its name, and behind it why what it sent cannot be used.
    pub fn name_with_reason(&self, lang: Lang) -> String {
        match self.kind() {
            GapKind::Unusable if !self.reasons.is_empty() => {
                format!("{} ({})", self.name, self.reason(lang))
            }
            _ => self.name.clone(),
        }
    }

    /// The remark in its row.
    pub fn remark(&self, lang: Lang) -> String {
        let state = match self.kind() {
            GapKind::Missing => phrase("Chưa nộp phiếu.", "Not returned."),
            GapKind::Undecided => phrase(
                "Chưa rõ tệp đã nhận là của đơn vị nào.",
                "It is not clear whose the file received is.",
            ),
            GapKind::Unusable if self.reasons.is_empty() => {
                phrase("Đã gửi, chưa dùng được.", "Sent, not usable.")
            }
            GapKind::Unusable => phrase("Đã gửi, chưa dùng được: ", "Sent, not usable: "),
        };
        let mut remark = state.get(lang).to_string();
        if remark.ends_with(' ') {
            remark.push_str(&self.reason(lang));
            remark.push('.');
        }
        remark
    }

    fn reason(&self, lang: Lang) -> String {
        let words: Vec<&str> = self
            .reasons
            .iter()
            .map(|reason| reason.words().get(lang))
            .collect();
        words.join("; ")
    }
}

/// The notes below a level's table, one for each kind of gap, with all its units.
pub fn notes(level: &LevelResult, lang: Lang) -> Vec<String> {
    let note = |kind: GapKind| -> Option<String> {
        let of_kind = level.gaps.iter().filter(|gap| gap.kind() == kind);
        let names: Vec<String> = of_kind.map(|gap| gap.name_with_reason(lang)).collect();
        let start = match kind {
            GapKind::Missing => phrase("Chưa nộp phiếu", "Not returned"),
            GapKind::Unusable => phrase(
                "Đã gửi phiếu nhưng phiếu chưa dùng được, nên chưa được tính điểm, xếp loại",
                "Returned, but not usable, so without points and grade",
            ),
            GapKind::Undecided => phrase(
                "Đã nhận tệp chưa rõ của đơn vị nào, có thể là phiếu của",
                "A file was received that may be the return of",
            ),
        };
        (!names.is_empty()).then(|| format!("* {}: {}.", start.get(lang), names.join("; ")))
    };
    [GapKind::Missing, GapKind::Unusable, GapKind::Undecided]
        .into_iter()
        .filter_map(note)
        .collect()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::base::finding::Place;
    use crate::base::rules;
    use crate::result::report::RowPlaces;

    fn unit() -> UnitId {
        UnitId {
            level: "tinh".into(),
            code: "A".to_string(),
        }
    }

    fn gap(name: &str, files: &[&str], reasons: &[GapReason]) -> UnitGap {
        UnitGap {
            unit: unit(),
            name: name.to_string(),
            order: 1,
            files: files.iter().map(ToString::to_string).collect(),
            reasons: reasons.to_vec(),
        }
    }

    #[test]
    fn each_finding_that_keeps_a_file_out_has_its_reason() {
        let silent = ["TH910", "TH948"];
        for rule in rules::ALL.iter().filter(|rule| rule.code >= "TH900") {
            let said = GapReason::of(rule).is_some();
            assert_eq!(said, !silent.contains(&rule.code), "{}", rule.code);
        }
        let about = |rule: &'static Rule| {
            let file = Some("a.xlsx".to_string());
            let place = Place {
                file,
                ..Place::default()
            };
            Finding::new(rule, place)
        };
        let findings = [about(&damaged::OTHER_FORMAT), about(&files::OTHER_YEAR)];
        assert_eq!(reasons(&findings)["a.xlsx"], GapReason::OtherYear);
    }

    #[test]
    fn notes_of_one_kind_are_one_note() {
        let level = LevelResult {
            total_maximum: None,
            id: "tinh".into(),
            name: String::new(),
            units: String::new(),
            rows: Vec::new(),
            gaps: vec![
                gap("A", &[], &[]),
                gap("B", &["b"], &[GapReason::OtherYear, GapReason::Locked]),
                gap("C", &[], &[]),
                gap("D", &["d"], &[GapReason::Undecided]),
                gap("E", &["e"], &[]),
            ],
            places: RowPlaces::default(),
        };
        let expected = [
            "* Chưa nộp phiếu: A; C.",
            "* Đã gửi phiếu nhưng phiếu chưa dùng được, nên chưa được tính điểm, xếp loại: \
             B (phiếu của năm khác; tệp có mật khẩu); E.",
            "* Đã nhận tệp chưa rõ của đơn vị nào, có thể là phiếu của: D.",
        ];
        assert_eq!(notes(&level, Lang::Vi), expected);
        let remarks: Vec<String> = level.gaps.iter().map(|gap| gap.remark(Lang::Vi)).collect();
        assert_eq!(
            remarks[1],
            "Đã gửi, chưa dùng được: phiếu của năm khác; tệp có mật khẩu."
        );
        assert_eq!(remarks[4], "Đã gửi, chưa dùng được.");
    }

    #[test]
    fn every_reason_comes_back_from_its_words() {
        // A new reason has no place here until it has one.
        let place = |one: GapReason| match one {
            GapReason::Undecided => 0,
            GapReason::OtherYear => 1,
            GapReason::OtherLevel => 2,
            GapReason::OtherForm => 3,
            GapReason::BlankForm => 4,
            GapReason::NoTable => 5,
            GapReason::SameContent => 6,
            GapReason::Locked => 7,
            GapReason::Archive => 8,
            GapReason::NotAWorkbook => 9,
            GapReason::Empty => 10,
            GapReason::Unreadable => 11,
        };
        for (at, one) in GapReason::ALL.into_iter().enumerate() {
            assert_eq!(place(one), at);
            assert_eq!(GapReason::said(one.words().vi), Some(one));
        }
        assert_eq!(GapReason::said(""), None);
    }

    #[test]
    fn a_report_of_before_has_no_reasons() {
        let unit = serde_json::to_string(&unit()).unwrap_or_default();
        let text = format!("{{\"unit\":{unit},\"name\":\"A\",\"order\":1,\"files\":[\"a.xlsx\"]}}");
        let gap: Option<UnitGap> = serde_json::from_str(&text).ok();
        assert_eq!(gap.map(|gap| gap.kind()), Some(GapKind::Unusable));
    }
}
