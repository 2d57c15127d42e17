//! Findings as lists tell them: what nearly all forms have alike is one entry, with each of its places behind.
//!
//! In: findings in their order. Out: entries of one finding or of several; what an entry of several says, and whose it is. What says the
//! same of many units is told together; where the values are each unit's own and can change a grade or a place, each is told for itself.
//! Not for: sums, which count findings, and not for where an entry stands.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::base::finding::{Fact, Finding};
use crate::base::lang::{Lang, plural, say};
use crate::base::rules::{Bearing, Severity, units};
use crate::result::report::alike::{FEWEST, FormHabit, heading_of, said};
use crate::result::report::lots::{AtStake, at_stake};
use crate::result::report::{Lots, Report, alike_files, of_result};

/// A finding, or several that are told together; there always is a first one.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldFinding<'r> {
    /// The first, or the only one.
    pub first: &'r Finding,
    /// The others that are told with it.
    pub others: Vec<&'r Finding>,
    /// The level of which they are, where they are not of all.
    level: Option<&'r str>,
    /// Whether they are about files that do not count.
    is_of_files: bool,
}

impl<'r> ToldFinding<'r> {
    /// A finding for itself.
    pub fn one(first: &'r Finding) -> Self {
        ToldFinding {
            first,
            others: Vec::new(),
            level: None,
            is_of_files: false,
        }
    }

    /// Whether it is several findings about files that do not count, for one reason.
    pub fn is_of_files(&self) -> bool {
        self.is_of_files
    }

    /// Whether it is several findings.
    pub fn is_several(&self) -> bool {
        !self.others.is_empty()
    }

    /// All of them, in their order.
    pub fn all(&self) -> impl Iterator<Item = &'r Finding> + use<'r, '_> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// As how many findings sums count it: what is the campaign's is one.
    pub fn counted(&self) -> usize {
        if self.first.is_of_campaign() {
            1
        } else {
            self.others.len() + 1
        }
    }

    /// In how many files they are.
    pub fn files(&self) -> usize {
        let files = self.all().filter_map(|one| one.place.file.as_ref());
        files.collect::<BTreeSet<&String>>().len()
    }

    /// Whose they are: `28/30 đơn vị`, with the level where it is one alone, or of how many files. Empty for a finding for itself.
    pub fn whose(&self, lang: Lang) -> String {
        if self.is_of_files {
            let files = self.files();
            return say!(lang, "{files} tệp", ("{}", plural(files, "file")));
        }
        let Some((_, all)) = self.first.forms.filter(|_| self.is_several()) else {
            return String::new();
        };
        let (some, level) = (self.files(), self.in_level());
        say!(
            lang,
            "{some}/{all} đơn vị{level}",
            "{some} of {all} units{level}"
        )
    }

    /// The name of the level in brackets behind a blank, where they are of one alone; else empty.
    pub fn in_level(&self) -> String {
        self.level
            .map_or_else(String::new, |level| format!(" ({level})"))
    }

    /// What is wrong, in one line; of several what all of them say, and of how many forms.
    pub fn message(&self, lang: Lang) -> String {
        if self.is_of_files {
            return of_files(self, lang);
        }
        let own = self.first.message(lang);
        let Some((some, all)) = self.first.forms.filter(|_| self.is_several()) else {
            return own;
        };
        let is_same = self.says_same(lang);
        let mut message = if is_same { own } else { self.in_general(lang) };
        let level = self.in_level();
        message.push_str(&say!(
            lang,
            " – {some}/{all} phiếu{level} đều như vậy",
            " – so do {some} of {all} forms{level}"
        ));
        let (here, places) = (self.files(), self.others.len() + 1);
        if here < some {
            message.push_str(&say!(
                lang,
                ", dòng này {here} phiếu",
                ", {here} of them here"
            ));
        }
        if places > here {
            let shown = plural(places, "place");
            message.push_str(&say!(lang, ", {places} chỗ", ", {shown}"));
        }
        if !is_same {
            message.push_str(&say!(
                lang,
                ", giá trị từng phiếu khác nhau",
                ", each with its own values"
            ));
        }
        message
    }

    /// What to do about it, in one line.
    pub fn advice(&self, lang: Lang) -> String {
        if self.is_of_files {
            return files_advice(self, lang);
        }
        let advice = self.first.advice(lang);
        if !self.is_several() || !self.first.is_of_form() {
            return advice;
        }
        say!(
            lang,
            "xem mẫu phiếu và tệp đợt đánh giá trước khi hỏi từng đơn vị; {advice}",
            "look at the form and at the campaign's definition before asking single units; {advice}"
        )
    }

    /// What all of them have in common; `None` where it is not the same for all.
    pub fn same<T: PartialEq>(&self, of: impl Fn(&'r Finding) -> T) -> Option<T> {
        let first = of(self.first);
        let is_same = self.others.iter().all(|one| of(one) == first);
        is_same.then_some(first)
    }

    /// The name of its file, and how many other files have the same.
    pub fn file_shown(&self, lang: Lang) -> String {
        let file = self.first.file_shown().unwrap_or_default();
        match self.files().saturating_sub(1) {
            0 => file.to_string(),
            others => say!(
                lang,
                "{file} và {others} tệp khác",
                ("{file} and {}", plural(others, "other file"))
            ),
        }
    }

    /// Of how many units deciding it can change the grade, and of how many others the place.
    pub fn changes(&self) -> [usize; 2] {
        [AtStake::Grade, AtStake::Place].map(|change| {
            let of = self.all().filter(|one| at_stake(one) == change);
            let units: BTreeSet<_> = of.filter_map(|one| one.place.unit.as_ref()).collect();
            units.len()
        })
    }

    fn says_same(&self, lang: Lang) -> bool {
        self.same(|one| one.message(lang)).is_some()
    }

    /// What is said of all of them, whose values differ.
    fn in_general(&self, lang: Lang) -> String {
        let title = self.first.rule.page(lang).title;
        if let Some(Fact::More(_)) = self.first.found {
            return say!(
                lang,
                "… và những chỗ còn lại trong mỗi tệp cùng lỗi “{title}”",
                "… and the further places in each file with the same fault: {title}"
            );
        }
        let about = self.first.about_shown(lang);
        let is_shared = self.first.rule.bearing == Bearing::Shared;
        let column = |one: &'r Finding| match &one.found {
            Some(Fact::NumberIn(_, place)) if is_shared => Some(place.as_str()),
            _ => None,
        };
        if let Some(place) = column(self.first) {
            // Its letters are those of all, or of the first alone.
            let place = self.same(column).flatten().unwrap_or(heading_of(place));
            format!("{title}: {place}")
        } else if about.is_empty() || self.same(|one| &one.about).is_none() {
            title.to_string()
        } else {
            format!("{title}: {about}")
        }
    }
}

/// What is found in single files is told of so many.
const MOST_FOUND: usize = 10;

/// What is wrong with all of them, and with how many files; where each has its own, the first of what was found.
fn of_files(told: &ToldFinding<'_>, lang: Lang) -> String {
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
        if found.is_empty() {
            return title.to_string();
        }
        format!("{title}: {}", found.join("; "))
    });
    let files = told.files();
    say!(
        lang,
        "{what} – {files} tệp đều như vậy",
        "{what} – so do {files} files"
    )
}

/// What to do about all of them.
fn files_advice(told: &ToldFinding<'_>, lang: Lang) -> String {
    if told.first.rule != &units::UNIT_UNKNOWN {
        return told.first.advice(lang);
    }
    say!(
        lang,
        "xem danh sách đơn vị có thiếu không: đơn vị thuộc đợt thì thêm một dòng ở trang Đơn vị của tệp đợt đánh giá (hoặc units.csv), cách ghi khác của đơn vị đã có thì thêm vào cột “Tên khác”, rồi chạy lại; đơn vị không thuộc đợt thì chuyển tệp ra khỏi thư mục; trong lúc chờ, các tệp chưa được tính",
        "look whether units are missing from the registry: a unit of the campaign gets a row there (sheet Đơn vị of the campaign workbook, or units.csv), another spelling of a unit goes into its column Tên khác (aliases), then run again; files of other units leave the folder; these files do not count until then"
    )
}

/// Findings in their order, those that nearly all forms have alike in one entry, and those that say the same of several files that do not
/// count: at the place of the first of them.
pub fn together<'r>(report: &'r Report, findings: &[&'r Finding]) -> Vec<ToldFinding<'r>> {
    let mut alike: BTreeMap<FormHabit<'r>, Vec<usize>> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate() {
        if let Some(habit) = report.habit(finding) {
            alike.entry(habit).or_default().push(at);
        }
    }
    let mut several: BTreeMap<usize, ToldFinding<'r>> = BTreeMap::new();
    let mut told: BTreeSet<usize> = BTreeSet::new();
    let mut tell = |part: &[usize], level: Option<&'r str>, is_of_files: bool| {
        let Some((first, others)) = part.split_first().filter(|(_, more)| !more.is_empty()) else {
            return;
        };
        told.extend(others);
        let of = |at: &usize| findings.get(*at).copied();
        several.extend(of(first).map(|finding| {
            let entry = ToldFinding {
                first: finding,
                others: others.iter().filter_map(of).collect(),
                level,
                is_of_files,
            };
            (*first, entry)
        }));
    };
    for ((.., level), positions) in alike {
        let mut levels = report.levels.iter();
        let level = levels.find(|one| Some(&one.id) == level);
        let level = level.map(|level| level.name.as_str());
        for part in parts(findings, positions) {
            tell(&part, level, false);
        }
    }
    for part in alike_files::alike(report, findings) {
        tell(&part, None, true);
    }
    let entries = findings.iter().enumerate();
    entries
        .filter(|(at, _)| !told.contains(at))
        .map(|(at, finding)| several.remove(&at).unwrap_or(ToldFinding::one(finding)))
        .collect()
}

/// Findings that are alike, parted by how they are told, as positions: all in one where they say the same or change neither a grade nor a
/// place; else those together that say the same, and what changes nothing.
fn parts(findings: &[&Finding], positions: Vec<usize>) -> Vec<Vec<usize>> {
    let of = |at: &usize| findings.get(*at).copied();
    let changes = |at: &usize| of(at).is_some_and(|one| at_stake(one) < AtStake::Nothing);
    if !positions.iter().any(changes) {
        return vec![positions];
    }
    let mut by_message: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in positions {
        let message = of(&at).map(said).unwrap_or_default();
        by_message.entry(message).or_default().push(at);
    }
    let (mut parts, rare): (Vec<_>, Vec<_>) = by_message
        .into_values()
        .partition(|part| part.len() >= FEWEST);
    let rare = rare.into_iter().flatten();
    let mut rest: Vec<usize> = rare.filter(|at| !changes(at)).collect();
    rest.sort_unstable();
    parts.push(rest);
    parts
}

/// What can change a grade, what can change a place and the rest, each as it is told. What is told together stands where the first of it
/// does, and so may be of several of these.
pub struct ToldLots<'r> {
    /// What can change a grade.
    pub grade: Vec<ToldFinding<'r>>,
    /// What can change a place, and no grade.
    pub rank: Vec<ToldFinding<'r>>,
    /// The rest.
    pub rest: Vec<ToldFinding<'r>>,
}

impl<'r> ToldLots<'r> {
    /// Of lots of a report.
    pub fn new(report: &'r Report, lots: &Lots<'r>) -> Self {
        let all = [&lots.grade[..], &lots.rank[..], &lots.rest[..]].concat();
        let mut entries = together(report, &all);
        let mut of = |change: AtStake| {
            let is_of = |one: &mut ToldFinding<'r>| at_stake(one.first) == change;
            let mut lot: Vec<ToldFinding<'r>> = entries.extract_if(.., is_of).collect();
            // Doubts about results and decisions come before all else, then what concerns nearly all.
            lot.sort_by_key(|one| {
                let bearing = one.first.rule.bearing;
                let is_doubt = of_result(one.first) || bearing == Bearing::OfDecision;
                match one.is_several() {
                    true => (1, Reverse(Some(one.first.severity())), Reverse(one.files())),
                    false if is_doubt && one.first.severity() > Severity::Info => {
                        (0, Reverse(None), Reverse(0))
                    }
                    false => (2, Reverse(None), Reverse(0)),
                }
            });
            lot
        };
        ToldLots {
            grade: of(AtStake::Grade),
            rank: of(AtStake::Place),
            rest: of(AtStake::Nothing),
        }
    }
}
