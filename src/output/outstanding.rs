//! What is said about what is missing and what is open, whatever the form of a result.
//!
//! In: gaps and findings. Out: the line of a provisional result, what there is to deal with, what deciding it can change. Not for:
//! lists, which each form lays out.

use crate::base::finding::Effect;
use crate::base::lang::{Lang, Phrase, phrase};
use crate::base::rules::{Severity, units};
use crate::output::sentence::sentence;
use crate::output::words;
use crate::result::report::{ListedRow, Report, ToldFinding, refused, unread};

/// What the banner of a provisional result begins with.
const BANNER: Phrase = phrase("TẠM TÍNH", "PROVISIONAL");
/// The same in both languages.
pub const BANNERS: [&str; 2] = [BANNER.vi, BANNER.en];

/// Whether a line is the banner of a provisional result.
pub fn is_banner(line: &str) -> bool {
    BANNERS.iter().any(|start| line.trim().starts_with(start))
}

/// The first line of a result that says that it is provisional: one of its title, or what keeps it from being final.
pub fn banner(report: &Report, lang: Lang) -> Option<String> {
    let mut title = report.campaign.title.iter();
    let of_title = title.find(|line| is_banner(line));
    let of_title = of_title.map(|line| line.trim().to_string());
    let unconfirmed = || report.campaign.unconfirmed.then(|| BANNERS[0].to_string());
    let why = || provisional(report, lang);
    of_title.or_else(why).or_else(unconfirmed)
}

/// A banner that was written in either language, in this one. A line of a title stays as its author has written it.
pub fn banner_in(banner: &str, lang: Lang) -> String {
    let whole = banner.trim();
    if BANNERS.contains(&whole) {
        return BANNER.get(lang).to_string();
    }
    let written = [Lang::Vi, Lang::En].into_iter();
    let mut said = written.filter_map(|of| translated(whole, of, lang));
    said.next().unwrap_or_else(|| whole.to_string())
}

fn translated(banner: &str, of: Lang, lang: Lang) -> Option<String> {
    let inner = |template: Phrase, text: &str| -> Option<String> {
        let (before, after) = template.get(of).split_once("{0}")?;
        let inner = text.strip_prefix(before)?.strip_suffix(after)?;
        Some(inner.to_string())
    };
    let reasons = inner(words::PROVISIONAL_BANNER, banner)?;
    let reason = |text: &str| {
        let mut all = PROVISIONAL.into_iter();
        all.find_map(|phrase| {
            let count = inner(phrase, text)?.parse().ok()?;
            Some((count, phrase))
        })
    };
    let reasons: Option<Vec<(usize, Phrase)>> = reasons.split(", ").map(reason).collect();
    let reasons = words::counted(&reasons?, lang);
    Some(words::PROVISIONAL_BANNER.fill(lang, &[&reasons]))
}

/// What can keep a result from being final.
const PROVISIONAL: [Phrase; 4] = [
    words::PROVISIONAL_GAPS,
    words::PROVISIONAL_OPEN,
    words::PROVISIONAL_FILES,
    words::PROVISIONAL_UNREAD,
];

/// What keeps the result from being final: units without a result, criteria that are open, files that do not count. `None` where
/// nothing does.
pub(super) fn provisional(report: &Report, lang: Lang) -> Option<String> {
    let levels = || report.levels.iter();
    let gaps = levels().map(|level| level.gaps.len()).sum();
    let open = levels().flat_map(|level| &level.rows);
    let open = open.map(|unit| unit.score.open).sum();
    let counts = [gaps, open, refused(report).count(), unread(report).count()];
    let reasons: Vec<(usize, Phrase)> = counts.into_iter().zip(PROVISIONAL).collect();
    let reasons = words::counted(&reasons, lang);
    let banner = words::PROVISIONAL_BANNER;
    (!reasons.is_empty()).then(|| banner.fill(lang, &[&reasons]))
}

/// How many findings of each severity, and how many can change a grade or a place; what there is none of is not told. `rows` are those of
/// the list.
pub(super) fn summary(report: &Report, rows: &[ListedRow<'_>], lang: Lang) -> String {
    let findings: Vec<_> = report.counted_findings().collect();
    let of = |severity| findings.iter().filter(|f| f.severity() == severity).count();
    let effect = |can: fn(&Effect) -> bool| {
        findings
            .iter()
            .filter(|finding| finding.effect.as_ref().is_some_and(can))
            .count()
    };
    if findings.is_empty() {
        return words::NO_FINDINGS.get(lang).to_string();
    }
    let severities = [
        (of(Severity::Error), words::COUNT_ERRORS),
        (of(Severity::Warning), words::COUNT_WARNINGS),
        (of(Severity::Info), words::COUNT_INFOS),
    ];
    let effects = [
        (effect(|effect| effect.changes_grade), words::COUNT_GRADES),
        (effect(|effect| effect.changes_rank), words::COUNT_RANKS),
    ];
    let all = words::COUNT_FINDINGS.fill(lang, &[&findings.len().to_string()]);
    let mut text = format!("{all}: {}", words::counted(&severities, lang));
    let effects = words::counted(&effects, lang);
    if !effects.is_empty() {
        text.push_str("; ");
        text.push_str(&effects);
    }
    text.push('.');
    let together = rows.iter().filter(|row| row.told.is_several()).count();
    if together > 0 {
        let shown = rows.iter().filter(|row| row.within.is_none()).count();
        let [shown, together] = [shown, together].map(|count| count.to_string());
        text.push(' ');
        let of_files = rows.iter().any(|row| row.told.is_of_files());
        let phrase = if of_files {
            TOGETHER_WITH_FILES
        } else {
            TOGETHER
        };
        text.push_str(&phrase.fill(lang, &[&shown, &together]));
    }
    text
}

/// That what nearly all forms have alike stands in one row.
const TOGETHER: Phrase = phrase(
    "Nêu trong {0} dòng: điều gần như mọi phiếu giống nhau được gộp lại ({1} dòng), từng phiếu ghi ở cuối bảng.",
    "Told in {0} rows: what nearly all forms have alike is put together ({1} rows), form by form at the foot of the table.",
);

/// The same where it is so of files that do not count for one reason.
const TOGETHER_WITH_FILES: Phrase = phrase(
    "Nêu trong {0} dòng: điều gần như mọi phiếu giống nhau, và các tệp chưa được tính vì cùng một lý do, được gộp lại ({1} dòng), từng phiếu ghi ở cuối bảng.",
    "Told in {0} rows: what nearly all forms have alike, and files that do not count for one reason, are put together ({1} rows), form by form at the foot of the table.",
);

/// What is wrong and what to do about it, each a sentence. A row that only says what follows from another, or that another tells together
/// with others, names the number of that row.
pub(super) fn told(row: &ListedRow<'_>, lang: Lang) -> (String, String) {
    let told = &row.told;
    let number = |position: usize| (position + 1).to_string();
    if let Some(cause) = row.cause {
        let is_undecided = told.first.rule.code == units::UNDECIDED.code;
        let follows = if is_undecided {
            words::FOLLOWS_UNDECIDED
        } else {
            words::FOLLOWS_UNUSABLE
        };
        let fill = |phrase: Phrase| sentence(&phrase.fill(lang, &[&number(cause)]));
        return (fill(follows), fill(words::FOLLOWS_ADVICE));
    }
    let mut message = told.message(lang);
    if told.is_several() {
        let ends = [row.parts.start, row.parts.end.saturating_sub(1)];
        let [first, last] = ends.map(number);
        message.push_str(&ONE_BY_ONE.fill(lang, &[&first, &last]));
    }
    let advice = match row.within {
        Some(of) => words::FOLLOWS_ADVICE.fill(lang, &[&number(of)]),
        None => told.advice(lang),
    };
    (sentence(&message), sentence(&advice))
}

/// Where findings that a row tells together stand one by one.
const ONE_BY_ONE: Phrase = phrase(
    "; từng phiếu ở số thứ tự {0}–{1}",
    "; form by form as numbers {0} to {1}",
);

/// What deciding what a row tells could change, in words; empty where nothing. Of several only what is true of all.
pub(super) fn consequences(told: &ToldFinding<'_>, lang: Lang) -> String {
    let Some(effect) = told.first.effect else {
        return String::new();
    };
    if told.same(|one| one.effect).is_some() {
        return consequence(&effect, lang);
    }
    sentence(&changes(told, lang))
}

/// Of how many units deciding what is told together can change the grade, and of how many the place; empty where of none.
pub fn changes(told: &ToldFinding<'_>, lang: Lang) -> String {
    let [grades, places] = told.changes();
    words::counted(&[(grades, CHANGES_GRADES), (places, CHANGES_PLACES)], lang)
}

const CHANGES_GRADES: Phrase = phrase(
    "có thể đổi xếp loại của {0} đơn vị",
    "grades that can change: {0}",
);
const CHANGES_PLACES: Phrase = phrase(
    "chỉ có thể đổi thứ hạng của {0} đơn vị",
    "no more than places: {0}",
);

fn change(effect: &Effect) -> Option<Phrase> {
    match (effect.changes_grade, effect.changes_rank) {
        (true, true) => Some(words::CHANGES_BOTH),
        (true, false) => Some(words::CHANGES_GRADE),
        (false, true) => Some(words::CHANGES_RANK),
        (false, false) => None,
    }
}

/// What deciding a finding could change, in words.
fn consequence(effect: &Effect, lang: Lang) -> String {
    let change = change(effect);
    let range = lang.range(effect.lowest, effect.highest);
    let points = words::POINTS_BETWEEN.fill(lang, &[&range]);
    let change = change.map(|phrase| phrase.get(lang).to_string());
    let parts: Vec<String> = change.into_iter().chain([points]).collect();
    sentence(&parts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_banner_is_said_in_either_language() {
        let reasons = [
            (2, PROVISIONAL[0]),
            (12, PROVISIONAL[1]),
            (1, PROVISIONAL[3]),
        ];
        let [vi, en] = [Lang::Vi, Lang::En].map(|lang| {
            let reasons = words::counted(&reasons, lang);
            words::PROVISIONAL_BANNER.fill(lang, &[&reasons])
        });
        assert_ne!(vi, en);
        for written in [&vi, &en] {
            assert_eq!(banner_in(written, Lang::Vi), vi);
            assert_eq!(banner_in(written, Lang::En), en);
        }
        assert_eq!(banner_in(BANNERS[1], Lang::Vi), BANNERS[0]);
        let own = "TẠM TÍNH – chờ ý kiến Sở Nội vụ";
        assert_eq!(banner_in(own, Lang::En), own);
    }
}
