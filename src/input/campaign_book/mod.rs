//! A campaign workbook, corrected by people: from its sheets to the documents of a campaign, and everything that is wrong with it at
//! once, each with its sheet and its cell.
//!
//! In: the grids of a workbook. Out: documents, where their values stand, and findings. No row is inert: each is used, reported or
//! blank. Not for: what a workbook looks like, which `campaign::book` says for the writer as well.

mod cells;
mod codes;
mod entries;
mod heads;
mod misfit_words;
mod misfits;
mod read_notes;
mod reworded;
mod row;
mod rows;
mod settings;
mod tables;
mod tree;
mod unit_rows;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use toml::Value;

use crate::base::cell::{CellAddress, Grid};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::origin::Origin;
use crate::base::rules::{Rule, Severity, campaign_form, campaign_values};
use crate::base::text;
use crate::campaign::book::{
    BookCell, BookNote, BookSheet, PROVISIONAL, Places, SHEETS, STAMP, SheetId, WrittenRecord,
    sheet,
};
use crate::campaign::definition::{at, steps};
use crate::campaign::documents::{Document, Documents, Loaded, load};
use crate::campaign::rulings::GivenPoints;
use crate::input::campaign_book::heads::Heads;
use crate::input::campaign_book::reworded::Rewordings;

/// What was read from a campaign workbook.
#[derive(Clone, Debug)]
pub struct Read {
    /// The campaign; `None` where there is none because of what is wrong.
    pub loaded: Option<Loaded>,
    /// What it says, as documents.
    pub documents: Documents,
    /// What is wrong or doubtful in it, in the order of sheets and cells.
    pub findings: Vec<Finding>,
    /// Where its values stand.
    pub places: Places,
    /// What it said when it was written, as far as that is known.
    pub record: Option<WrittenRecord>,
    /// What people wrote beside its rows.
    pub notes: Vec<BookNote>,
}

impl Read {
    /// Whether something is wrong, so that no run can follow it.
    pub fn is_wrong(&self) -> bool {
        self.loaded.is_none()
            || self
                .findings
                .iter()
                .any(|one| one.severity() == Severity::Error)
    }
}

/// Whether a workbook is a campaign workbook: by its stamp; where a conversion has lost that, by its sheets of settings and criteria,
/// headings and all. It is no return, wherever it lies.
pub fn is_campaign(properties: &BTreeMap<String, String>, grids: &[Grid]) -> bool {
    let sheets: Vec<SheetId> = of_campaign(grids).collect();
    let has = |id: SheetId| sheets.contains(&id);
    properties.contains_key(STAMP) || has(SheetId::Settings) && has(SheetId::Criteria)
}

/// Whether anything in a workbook is a campaign's: its stamp, or one sheet with its headings.
pub fn is_any(properties: &BTreeMap<String, String>, grids: &[Grid]) -> bool {
    properties.contains_key(STAMP) || of_campaign(grids).next().is_some()
}

/// The sheets of a workbook that are sheets of a campaign, with their headings.
fn of_campaign(grids: &[Grid]) -> impl Iterator<Item = SheetId> {
    let own = |grid: &Grid| {
        let known = known(&grid.name)?;
        heads::are_there(sheet(known.id), grid).then_some(known.id)
    };
    grids.iter().filter_map(own)
}

/// Reads a campaign workbook. `file` is its name in findings.
pub fn read(grids: &[Grid], file: &str) -> Read {
    let mut reading = BookReading::new(file);
    let sheets = reading.sheets(grids);
    let mut all = sheets.iter();
    let levels = all.find(|(sheet, ..)| sheet.id == SheetId::Levels);
    let levels = levels
        .map(|(_, grid, heads)| tree::levels(grid, heads))
        .unwrap_or_default();
    // Without any level none of them is the one that is missing.
    reading.is_level_lost = levels.is_empty();
    reading.levels.clone_from(&levels);
    for (sheet, grid, mut heads) in sheets {
        reading.sheet = grid.name.clone();
        let first = reading.spot(CellAddress::new(heads.row, 0));
        reading.firsts.insert(sheet.id, first);
        for (column, heading) in heads.texts() {
            let at = (grid.name.clone(), column);
            reading.headings.insert(at, heading);
        }
        if sheet.by_level().is_some() {
            reading.level_columns(grid, &mut heads, &levels);
        }
        reading.rows(sheet, grid, &heads);
        reading.is_level_lost |= sheet.id == SheetId::Levels
            && reading.faulty.iter().any(|(name, _)| *name == grid.name);
    }
    reading.confirmed();
    let record = reworded::record(grids);
    if let Some(record) = &record {
        reading.keep_wordings(record);
    }
    let documents = reading.documents.clone();
    reading.needed(grids);
    let mut loaded = None;
    if !reading.is_broken {
        let (result, misfits) = load(&reading.documents);
        let findings = misfits::findings(&mut reading, misfits);
        reading.findings.extend(findings);
        loaded = result;
    }
    reading.say_reworded();
    if let Some(loaded) = &mut loaded {
        reading.tell_origins(&mut loaded.campaign.points);
    }
    let order = |name: &Option<String>| {
        let position = grids
            .iter()
            .position(|grid| Some(&grid.name) == name.as_ref());
        position.map_or(0, |position| position + 1)
    };
    let mut findings = reading.findings;
    findings.sort_by_key(|one| (order(&one.place.sheet), one.place.cell, one.rule.code));
    findings.dedup();
    Read {
        loaded,
        documents,
        findings,
        places: reading.places,
        record,
        notes: read_notes::notes(grids),
    }
}

/// A workbook while it is read.
struct BookReading {
    file: String,
    /// The sheet that is being read.
    sheet: String,
    documents: Documents,
    places: Places,
    findings: Vec<Finding>,
    /// Whether so much is missing that what follows from it would be told as well.
    is_broken: bool,
    /// The sheets that were found.
    found: BTreeSet<SheetId>,
    /// Rows that have something wrong, by sheet and row.
    faulty: BTreeSet<(String, u32)>,
    /// All texts of such rows: what names one of them is not wrong itself.
    faulty_texts: BTreeSet<String>,
    /// Whether a row of the tree lost its kind or its code, so that sums cannot be trusted.
    is_lost: bool,
    /// Whether a row of the levels is told to be wrong.
    is_level_lost: bool,
    /// The ids and names of the levels.
    levels: Vec<(String, String)>,
    /// What stands in the cells of rows.
    texts: BTreeMap<BookCell, String>,
    /// The first cell of the headings of each sheet.
    firsts: BTreeMap<SheetId, BookCell>,
    /// The headings, by sheet and column.
    headings: BTreeMap<(String, u32), String>,
    /// The rows of the sheet of words.
    words: Vec<SheetWord>,
    /// The wordings that were corrected.
    reworded: Vec<Rewordings>,
}

/// A word of the sheet of words.
struct SheetWord {
    word: String,
    /// The list and the meaning in it; none where it is not recognised.
    meaning: Option<(String, String)>,
    /// Whether it stands in the scheme, else in the settings.
    is_of_scheme: bool,
    spot: BookCell,
}

impl BookReading {
    /// Notes where the points stand that the province gives.
    fn tell_origins(&self, points: &mut [GivenPoints]) {
        for (index, one) in points.iter_mut().enumerate() {
            let spot = self
                .places
                .find(Document::Settings, &steps!["points", index]);
            let file = self.file.as_str();
            one.origin =
                spot.map(|spot| Origin::book(file.into(), spot.sheet.as_str().into(), spot.cell));
        }
    }

    fn new(file: &str) -> BookReading {
        BookReading {
            file: file.to_string(),
            sheet: String::new(),
            documents: Documents::default(),
            places: Places::default(),
            findings: Vec::new(),
            is_broken: false,
            found: BTreeSet::new(),
            faulty: BTreeSet::new(),
            faulty_texts: BTreeSet::new(),
            is_lost: false,
            is_level_lost: false,
            levels: Vec::new(),
            texts: BTreeMap::new(),
            firsts: BTreeMap::new(),
            headings: BTreeMap::new(),
            words: Vec::new(),
            reworded: Vec::new(),
        }
    }

    fn place(&self, cell: Option<CellAddress>) -> Place {
        Place {
            unit: None,
            file: Some(self.file.clone()),
            sheet: Some(self.sheet.clone()),
            cell,
        }
    }

    fn spot(&self, cell: CellAddress) -> BookCell {
        BookCell {
            sheet: self.sheet.clone(),
            cell,
        }
    }

    /// Adds a finding about a cell, whose column is known by a heading.
    fn add(
        &mut self,
        rule: &'static Rule,
        at: CellAddress,
        about: &str,
        found: Option<Fact>,
        expected: Option<Fact>,
    ) {
        let mut finding =
            Finding::new(rule, self.place(Some(at))).about(About::Row(about.to_string()));
        finding.found = found;
        finding.expected = expected;
        self.findings.push(finding);
        if rule.severity == Severity::Error {
            self.faulty.insert((self.sheet.clone(), at.row));
        }
    }

    /// The sheets that are known, in the order of the table, with their headings; what is wrong with the others is said.
    fn sheets<'g>(&mut self, grids: &'g [Grid]) -> Vec<(&'static BookSheet, &'g Grid, Heads)> {
        let mut sheets = Vec::new();
        for grid in grids {
            let has_content = grid
                .cells()
                .iter()
                .any(|cell| !cell.value.show().trim().is_empty());
            if grid.name.starts_with('_') || !has_content {
                continue;
            }
            self.sheet.clone_from(&grid.name);
            match known(&grid.name).filter(|sheet| self.found.insert(sheet.id)) {
                Some(sheet) if sheet.id == SheetId::Sources => {}
                Some(sheet) => {
                    if let Some(heads) = self.heads(sheet, grid) {
                        sheets.push((sheet, grid, heads));
                    }
                }
                None => {
                    let names = SHEETS.iter().map(|sheet| sheet.name.vi);
                    let nearest = text::nearest(&grid.name, names);
                    let nearest = nearest.into_iter().map(str::to_string).collect();
                    let finding = Finding::new(&campaign_form::SHEET_UNKNOWN, self.place(None));
                    self.findings.push(finding.expected(Fact::Names(nearest)));
                }
            }
        }
        sheets.sort_by_key(|(sheet, ..)| sheet.id);
        sheets
    }

    /// A proposal stays provisional until somebody says that it is not; a campaign of which that is said says no more about it.
    fn confirmed(&mut self) {
        let settings = &mut self.documents.settings;
        let provisional = settings.get(PROVISIONAL).cloned();
        match provisional {
            Some(Value::Boolean(false)) => {
                settings.remove(PROVISIONAL);
            }
            None if self.found.contains(&SheetId::Sources) => {
                settings.insert(PROVISIONAL.to_string(), Value::Boolean(true));
            }
            _ => {}
        }
    }

    /// Says which sheets and settings are missing.
    fn needed(&mut self, grids: &[Grid]) {
        let settings = &self.documents.settings;
        let (scheme, registry) = (
            settings.contains_key("scheme"),
            settings.contains_key("registry"),
        );
        for sheet in SHEETS {
            let is_needed = match sheet.id {
                SheetId::Settings => true,
                SheetId::Levels | SheetId::Criteria | SheetId::Grades => !scheme,
                SheetId::Units => !registry,
                _ => false,
            };
            // An empty sheet of that name is one that nobody filled in.
            if is_needed && !self.found.contains(&sheet.id) {
                let empty = grids
                    .iter()
                    .find(|grid| known(&grid.name).is_some_and(|one| one.id == sheet.id));
                let place = Place {
                    file: Some(self.file.clone()),
                    sheet: empty.map(|grid| grid.name.clone()),
                    ..Place::default()
                };
                let finding = Finding::new(&campaign_form::SHEET_MISSING, place);
                self.findings
                    .push(finding.expected(Fact::Name(sheet.name.vi.to_string())));
                self.is_broken = true;
            }
        }
        if self.found.contains(&SheetId::Settings) && !self.is_broken {
            self.needed_settings(!scheme);
        }
        self.twice();
    }

    /// Says where something that the program carries is named, and told in sheets as well.
    fn twice(&mut self) {
        for (key, document, list) in [
            ("scheme", Document::Scheme, "criterion"),
            ("registry", Document::Units, ""),
        ] {
            let path = match document {
                Document::Units => Vec::from([0.into()]),
                _ => at![list, 0],
            };
            let other = self.places.exact(document, &path).cloned();
            let own = self.places.exact(Document::Settings, &steps![key]).cloned();
            let is_both = self.documents.settings.contains_key(key);
            if let (true, Some(other), Some(own)) = (is_both, other, own) {
                self.sheet.clone_from(&own.sheet);
                let found = self.documents.settings.get(key).and_then(Value::as_str);
                let found = found.map(|text| Fact::Text(text.to_string()));
                let there = Fact::Name(format!("{}!{}", other.sheet, other.cell));
                self.add(
                    &campaign_values::CONTRADICTORY,
                    own.cell,
                    key,
                    found,
                    Some(there),
                );
            }
        }
    }
}

/// The sheet of a name, whatever its case, blanks and diacritics. It is asked of every sheet of every return: the keys are made once.
fn known(name: &str) -> Option<&'static BookSheet> {
    type ByKey = BTreeMap<String, &'static BookSheet>;
    static BY_NAME: LazyLock<[ByKey; 2]> = LazyLock::new(|| {
        let forms: [fn(&str) -> String; 2] = [text::key, text::bare_key];
        forms.map(|form| {
            let of = |sheet: &'static BookSheet| {
                [sheet.name.vi, sheet.name.en].map(|name| (form(name), sheet))
            };
            SHEETS.iter().flat_map(of).collect()
        })
    });
    let [exact, bare] = &*BY_NAME;
    let found = exact.get(&text::key(name));
    found.or_else(|| bare.get(&text::bare_key(name))).copied()
}
