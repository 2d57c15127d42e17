//! What an audit comes to, in one sentence, and by what it was judged.
//!
//! In: an [`Audit`] and the definitions it was made by. Out: lines. Not for: single findings.

use crate::app::cli::grades;
use crate::app::pipeline::Definitions;
use crate::app::pipeline::settings::Basis;
use crate::base::finding::Finding;
use crate::base::ids::LevelId;
use crate::base::lang::{Lang, Phrase, phrase, plural, say};
use crate::base::outside::Shown;
use crate::base::rules::{Rule, Severity, foreign};
use crate::campaign::scheme::Scheme;
use crate::input::published::{PlacesTold, TableBasis};
use crate::result::audit::{Audit, Verdict};

/// The findings in one sentence. Only what was verified is called right.
pub(super) fn verdict(audit: &Audit, lang: Lang) -> String {
    let Verdict {
        tables,
        units,
        totals_checked,
        ..
    } = audit.verdict;
    let what = say!(
        lang,
        "{tables} bảng, {units} đơn vị",
        ("{}, {}", plural(tables, "table"), plural(units, "unit"))
    );
    let worst = audit.findings.iter().map(Finding::severity).max();
    if worst.is_some_and(|worst| worst > Severity::Info) {
        return format!("{what}: {}.", faults(&audit.verdict, lang).join("; "));
    }
    let mut right = right(audit, totals_checked, lang);
    if right.is_empty() {
        let nothing = phrase("không có gì kiểm tra được", "nothing could be verified");
        right.push(nothing.get(lang).to_string());
    }
    let notes = audit.findings.len();
    let notes = match notes {
        0 => String::new(),
        notes => say!(lang, "; {notes} ghi chú", ("; {}", plural(notes, "note"))),
    };
    format!("{what}: {}{notes}.", right.join(", "))
}

/// What was verified and found right.
fn right(audit: &Audit, totals_checked: usize, lang: Lang) -> Vec<String> {
    let has = |places: PlacesTold| audit.tables.iter().any(|table| table.places == places);
    let is_graded = audit.tables.iter().any(|table| table.is_graded);
    let mut right = Vec::new();
    if totals_checked > 0 {
        right.push(say!(
            lang,
            "{totals_checked} tổng điểm cộng đúng",
            ("{} right", plural(totals_checked, "total"))
        ));
    }
    let word = |is_there: bool, phrase: Phrase| is_there.then(|| phrase.get(lang).to_string());
    let of_order = has(PlacesTold::Order) && !has(PlacesTold::Column);
    let is_said = |rule: &Rule| audit.findings.iter().any(|one| one.rule == rule);
    let is_extract = is_said(&foreign::PLACES_SKIP);
    // A total that is known by the places cannot confirm them.
    if !is_said(&foreign::TOTAL_BY_ORDER) {
        let in_full = has(PlacesTold::Column) && !is_extract;
        right.extend(word(in_full, phrase("thứ hạng đúng", "places right")));
        right.extend(word(
            of_order || is_extract,
            phrase("thứ tự đúng", "order right"),
        ));
    }
    right.extend(word(is_graded, phrase("xếp loại đúng", "grades right")));
    right
}

/// What was found, kind by kind.
fn faults(verdict: &Verdict, lang: Lang) -> Vec<String> {
    let Verdict {
        totals_checked,
        totals_wrong,
        within_rounding,
        inversions,
        places_changed,
        grades_wrong,
        other,
        ..
    } = *verdict;
    let beyond = totals_wrong - within_rounding;
    let parts = [
        (
            totals_wrong,
            say!(
                lang,
                "{totals_wrong}/{totals_checked} tổng điểm không khớp các cột ({within_rounding} có thể do làm tròn, {beyond} thì không)",
                "{totals_wrong} of {totals_checked} totals are not the sum of their columns ({within_rounding} by rounding, {beyond} not)"
            ),
        ),
        (
            inversions,
            say!(
                lang,
                "{inversions} chỗ xếp dưới đơn vị ít điểm hơn",
                "{inversions} placed below a unit with fewer points"
            ),
        ),
        (
            places_changed,
            say!(
                lang,
                "{places_changed} đơn vị đổi thứ hạng khi sửa tổng",
                (
                    "{} changed once totals are corrected",
                    plural(places_changed, "place")
                )
            ),
        ),
        (
            grades_wrong,
            say!(
                lang,
                "{grades_wrong} xếp loại không có căn cứ",
                ("{} without a basis", plural(grades_wrong, "grade"))
            ),
        ),
        (
            other,
            say!(
                lang,
                "{other} việc khác cần xem",
                ("{}", plural(other, "other finding"))
            ),
        ),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    parts.map(|(_, text)| text).collect()
}

/// By what the tables were judged: the scheme with its limits, where a table is of it, and how ties are counted.
pub(super) fn basis(audit: &Audit, by: &Definitions, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    let is_of_scheme = |basis: TableBasis| audit.tables.iter().any(|table| table.basis == basis);
    if is_of_scheme(TableBasis::Scheme) || is_of_scheme(TableBasis::OtherScale) {
        lines.push(scheme(by, lang));
    }
    if is_of_scheme(TableBasis::Scheme) && !by.scheme.grades.is_empty() {
        let levels = audit.tables.iter();
        let levels: Vec<&LevelId> = levels.filter_map(|table| table.level.as_ref()).collect();
        lines.extend(grades::lines(&by.scheme, &levels, lang));
    }
    let is_placed = |places: PlacesTold| audit.tables.iter().any(|table| table.places == places);
    if is_placed(PlacesTold::Column) || is_placed(PlacesTold::Order) {
        let ties = phrase(
            "Đồng điểm: cùng thứ hạng, đơn vị sau cách quãng (1, 2, 2, 4); cách đánh 1, 2, 2, 3 cũng được chấp nhận.",
            "Ties: equal totals share a place and the next one skips (1, 2, 2, 4); 1, 2, 2, 3 is accepted too.",
        );
        lines.push(ties.get(lang).to_string());
    }
    lines
}

/// Which scheme and registry, and why these.
fn scheme(by: &Definitions, lang: Lang) -> String {
    let Scheme {
        id,
        version,
        total_maximum,
        ..
    } = &by.scheme;
    let id = Shown::line(id);
    let maximum = lang.number(*total_maximum);
    let why = match &by.basis {
        Basis::Campaign(file) => {
            let file = Shown::path(file);
            say!(lang, "theo {file}", "by {file}")
        }
        _ if by.is_asked => phrase("đã chọn", "as chosen").get(lang).to_string(),
        _ => phrase(
            "có sẵn; đổi bằng --campaign, --scheme, --registry",
            "built in; change with --campaign, --scheme, --registry",
        )
        .get(lang)
        .to_string(),
    };
    say!(
        lang,
        "Bộ tiêu chí: {id}, phiên bản {version}, {maximum} điểm ({why}).",
        "Scheme: {id}, version {version}, {maximum} points ({why})."
    )
}
