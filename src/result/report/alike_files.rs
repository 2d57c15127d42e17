//! Files that do not count for one reason: what is said of all of them together.
//!
//! In: findings in their order. Out: those about files that are alike, and the words for several of them. Not for: files that count, whose
//! likeness is that of forms (`alike`).

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::base::finding::Finding;
use crate::base::lang::{Lang, plural, say};
use crate::base::rules::{Bearing, units};
use crate::result::report::alike::FEWEST;
use crate::result::report::told_together::ToldFinding;
use crate::result::report::{Report, refused};

/// What is found in single files is told of so many.
const MOST_FOUND: usize = 10;

/// Positions of findings that say the same of several files that do not count, by their rules.
pub(super) fn alike(report: &Report, findings: &[&Finding]) -> Vec<Vec<usize>> {
    let refused: HashSet<&str> = refused(report).map(|row| row.name.as_str()).collect();
    let mut by_rule: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate() {
        let is_of_file = finding.place.file.as_deref();
        let is_of_file = is_of_file.is_some_and(|file| refused.contains(file));
        let is_open = finding.settled.is_none() && finding.rule.bearing != Bearing::NoResult;
        if is_of_file && is_open {
            by_rule.entry(finding.rule.code).or_default().push(at);
        }
    }
    let files = |positions: &Vec<usize>| {
        let findings = positions.iter().filter_map(|at| findings.get(*at));
        let files: BTreeSet<_> = findings.map(|one| &one.place.file).collect();
        files.len()
    };
    let all = by_rule.into_values();
    all.filter(|positions| files(positions) >= FEWEST).collect()
}

/// What is wrong with all of them, and with how many files; where each has its own, the first of what was found.
pub(super) fn message(told: &ToldFinding<'_>, lang: Lang) -> String {
    let same = told.same(|one| one.message(lang));
    let what = same.unwrap_or_else(|| {
        let mut found: Vec<String> = Vec::new();
        for one in told.all() {
            let shown = one.found_shown(lang);
            if !shown.is_empty() && !found.contains(&shown) {
                found.push(shown);
            }
        }
        let left = found.len() - found.len().min(MOST_FOUND);
        found.truncate(MOST_FOUND);
        found.extend((left > 0).then(|| format!("… +{left}")));
        let title = told.first.rule.page(lang).title;
        match found.is_empty() {
            true => title.to_string(),
            false => format!("{title}: {}", found.join("; ")),
        }
    });
    let files = told.files();
    say!(
        lang,
        "{what} – {files} tệp đều như vậy",
        "{what} – so do {files} files"
    )
}

/// What to do about all of them.
pub(super) fn advice(told: &ToldFinding<'_>, lang: Lang) -> String {
    if told.first.rule != &units::UNIT_UNKNOWN {
        return told.first.advice(lang);
    }
    say!(
        lang,
        "xem danh sách đơn vị có thiếu không: đơn vị thuộc đợt thì thêm một dòng ở trang Đơn vị của tệp đợt đánh giá (hoặc units.csv), cách ghi khác của đơn vị đã có thì thêm vào cột “Tên khác”, rồi chạy lại; đơn vị không thuộc đợt thì chuyển tệp ra khỏi thư mục; trong lúc chờ, các tệp chưa được tính",
        "look whether units are missing from the registry: a unit of the campaign gets a row there (sheet Đơn vị of the campaign workbook, or units.csv), another spelling of a unit goes into its column Tên khác (aliases), then run again; files of other units leave the folder; these files do not count until then"
    )
}

/// Whose they are.
pub(super) fn whose(told: &ToldFinding<'_>, lang: Lang) -> String {
    let files = told.files();
    say!(lang, "{files} tệp", ("{}", plural(files, "file")))
}
