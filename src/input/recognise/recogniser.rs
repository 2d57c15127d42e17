//! From the grids of one workbook to its submission, by all parts in turn.
//!
//! In: grids, stamp, file name. Out: a [`Recognised`]. The order is: texts, headings, tables, rows, values, submission. Not for: what
//! any of these steps does.

use std::collections::BTreeMap;

use crate::base::cell::{Cell, Grid};
use crate::base::finding::{Fact, Finding};
use crate::base::ids::UnitId;
use crate::base::rules;
use crate::input::recognise::apart;
use crate::input::recognise::aside::{self, SheetAside};
use crate::input::recognise::cover::{self, Cover, TopTexts};
use crate::input::recognise::cover_value::CoverValue;
use crate::input::recognise::decode::{self, Decoder};
use crate::input::recognise::extract;
use crate::input::recognise::form::{self, FormSigns};
use crate::input::recognise::formulas::Formulas;
use crate::input::recognise::headings;
use crate::input::recognise::identity;
use crate::input::recognise::letterhead;
use crate::input::recognise::maxima;
use crate::input::recognise::merge::{Extract, Merger};
use crate::input::recognise::recall::Recall;
use crate::input::recognise::remarks;
use crate::input::recognise::result_tables;
use crate::input::recognise::shares;
use crate::input::recognise::sheet::Sheet;
use crate::input::recognise::tally::Tally;
use crate::input::recognise::unread_tables;
use crate::input::recognise::{Known, Recognised};
use crate::input::seen;
use crate::input::submission::Submission;
use crate::input::tables::{Headings, TableKind};
use crate::input::texts::{Memory, Numbers, Texts};

/// Recognises workbooks one after the other, and remembers what their texts mean, because forms of one campaign say the same
/// things. For one thread at a time: none shares what it knows with another.
#[derive(Debug)]
pub struct Recogniser<'k> {
    known: &'k Known<'k>,
    memory: Memory,
    headings: Headings<'k>,
    tops: TopTexts<'k>,
    recall: Recall<'k>,
    decoder: Decoder<'k>,
}

/// A workbook whose texts can be read.
struct LegibleBook<'b, 'f> {
    grids: &'b [Grid],
    texts: Vec<Texts<'b>>,
    formulas: &'b Formulas<'f>,
    stamp: &'b BTreeMap<String, String>,
    file: &'b str,
    /// The unit that it is of where it does not say so clearly.
    owner: Option<&'b UnitId>,
    /// That its texts were in an old encoding.
    decoded: Option<Finding>,
}

impl<'k> Recogniser<'k> {
    /// One that has seen nothing yet.
    pub fn new(known: &'k Known<'k>) -> Self {
        Recogniser {
            known,
            memory: Memory::default(),
            headings: Headings::new(&known.vocabulary, TableKind::Form),
            tops: TopTexts::new(known),
            recall: Recall::new(known),
            decoder: Decoder::new(known),
        }
    }

    /// Reads the grids of a workbook. `owner` is the unit that it is of where it does not say so clearly, if that was decided.
    pub fn recognise(
        &mut self,
        grids: &[Grid],
        stamp: &BTreeMap<String, String>,
        file: &str,
        owner: Option<&UnitId>,
    ) -> Recognised {
        let recognised = self.recognise_one(grids, stamp, file, owner);
        let kept = self.memory.end_workbook();
        self.fit(kept);
        recognised
    }

    fn recognise_one(
        &mut self,
        grids: &[Grid],
        stamp: &BTreeMap<String, String>,
        file: &str,
        owner: Option<&UnitId>,
    ) -> Recognised {
        let formulas = Formulas::new(grids);
        let numbers = self.take_in(grids);
        let texts = self.texts(&numbers);
        let Some(decoded) = decode::decode(grids, &texts, &self.decoder) else {
            return self.read(LegibleBook {
                grids,
                texts,
                formulas: &formulas,
                stamp,
                file,
                owner,
                decoded: None,
            });
        };
        let numbers = self.take_in(&decoded.grids);
        self.read(LegibleBook {
            grids: &decoded.grids,
            texts: self.texts(&numbers),
            formulas: &formulas,
            stamp,
            file,
            owner,
            decoded: Some(decoded.finding()),
        })
    }

    fn take_in(&mut self, grids: &[Grid]) -> Vec<Numbers> {
        let take_in = |grid| self.memory.take_in(grid);
        let numbers = grids.iter().map(take_in).collect();
        self.fit(self.memory.count());
        numbers
    }

    fn texts(&self, numbers: &[Numbers]) -> Vec<Texts<'_>> {
        let texts = |numbers| self.memory.texts(numbers);
        numbers.iter().map(texts).collect()
    }

    /// Makes room for what each part knows of so many texts, and lets it forget what is beyond.
    fn fit(&mut self, texts: usize) {
        self.headings.fit(texts);
        self.tops.fit(texts);
        self.recall.fit(texts);
        self.decoder.fit(texts);
    }

    fn read(&self, book: LegibleBook<'_, '_>) -> Recognised {
        let with_texts = book.grids.iter().zip(&book.texts);
        let sheets: Vec<Sheet<'_>> = with_texts
            .map(|(grid, texts)| Sheet::new(grid, texts, (&self.headings, &self.recall)))
            .collect();
        let (mut cover, heading) = self.cover(&sheets);
        let has_table = sheets.iter().any(|sheet| !sheet.tables.is_empty());
        let mut tally = Tally::default();
        let (mut extract, aside) = self.extract(&sheets, &cover, book.formulas, &mut tally);
        for one in &aside {
            one.leave_off(&mut cover);
        }
        let mut sender = self.sender(&cover, &book);
        if !has_table && let Some(heading) = heading.or_else(|| self.of_results(&book, &sender)) {
            return result_table(heading, book.file);
        }
        if let Some(unit) = &sender.unit {
            maxima::settle(&mut extract, self.known.scheme, &unit.level);
            shares::settle(&mut extract, self.known.scheme, &unit.level);
        }
        let (about_form, counts) = form::check(
            &FormSigns {
                cover: &cover,
                stamp: book.stamp,
                extract: &extract,
                sheets: &sheets,
                has_table,
                unit: sender.unit.as_ref(),
            },
            self.known,
        );
        let mut findings = std::mem::take(&mut sender.findings);
        findings.extend(about_form);
        headings::tell(&mut findings, &sheets, &self.known.vocabulary);
        if let Some(unit) = sender.unit.as_ref().filter(|_| counts) {
            findings.extend(apart::check(&cover, book.file, unit, self.known));
        }
        findings.extend(book.decoded);
        let mut about_tables = std::mem::take(&mut extract.findings);
        headings::tell(&mut about_tables, &sheets, &self.known.vocabulary);
        let unit = sender.unit.clone().filter(|_| counts);
        let submission = unit.map(|unit| submission(unit, book.file, extract));
        if submission.is_some() {
            findings.extend(about_tables);
            findings.extend(book.formulas.finding());
            findings.extend(tally.closing());
        } else {
            // Why there is nothing to read.
            let is_why = |finding: &Finding| finding.rule == &rules::sheets::PICTURE_INSTEAD;
            findings.extend(about_tables.into_iter().filter(is_why));
        }
        findings.extend(aside.iter().map(SheetAside::finding));
        place(&mut findings, sender.unit.as_ref(), book.file);
        Recognised {
            unit: sender.unit,
            candidates: sender.candidates,
            needs_owner: sender.needs_owner,
            submission,
            findings,
        }
    }

    /// What stands above the tables, with the first heading of a table of results among it.
    fn cover(&self, sheets: &[Sheet<'_>]) -> (Cover, Option<CoverValue>) {
        let mut cover = cover::cover(sheets, &self.tops);
        letterhead::join(&mut cover, self.known.registry);
        apart::leave_off_province(&mut cover, self.known);
        let heading = cover::part_headings(&mut cover, self.known);
        (cover, heading)
    }

    /// What the tables of all sheets hold together, and the sheets beside the form, which are not read.
    fn extract(
        &self,
        sheets: &[Sheet<'_>],
        cover: &Cover,
        formulas: &Formulas<'_>,
        tally: &mut Tally,
    ) -> (Extract, Vec<SheetAside>) {
        let scheme = self.known.scheme;
        let mut merger = Merger::new(scheme);
        let titles = aside::titles(sheets, cover, self.known.year);
        let has_aside = titles.iter().any(Option::is_some);
        let mut kept = Vec::new();
        let mut unread = Vec::new();
        for (index, (sheet, title)) in sheets.iter().zip(&titles).enumerate() {
            if title.is_none() {
                unread.extend(unread_tables::check(sheet, &self.headings));
            }
            let look = |cell: &Cell| formulas.check(index, cell);
            let read = extract::extract(sheet, scheme, &self.recall, &look, tally);
            if has_aside {
                kept.push(read);
            } else {
                merger.add(read, tally);
            }
        }
        let (read, aside) = aside::part(kept, &titles);
        for read in read {
            merger.add(read, tally);
        }
        let mut extract = merger.finish(tally);
        let named = remarks::naming(sheets, &self.recall, &extract).into_iter();
        let told = named
            .chain(unread)
            .filter_map(|finding| tally.take(finding));
        extract.findings.extend(told);
        (extract, aside)
    }

    /// The heading of a table of results by whatever scheme, in a workbook of nobody.
    fn of_results(&self, book: &LegibleBook<'_, '_>, sender: &Sender) -> Option<CoverValue> {
        let is_of_nobody = sender.unit.is_none();
        is_of_nobody.then(|| result_tables::heading(book.grids, self.known))?
    }

    fn sender(&self, cover: &Cover, book: &LegibleBook<'_, '_>) -> Sender {
        let found = identity::identify(cover, book.stamp, book.file, self.known);
        let (unit, candidates, finding) = match found {
            Ok((unit, doubt)) => (Some(unit), Vec::new(), doubt),
            Err(unclear) => (None, unclear.named, Some(unclear.finding)),
        };
        let needs_owner = finding.iter().any(|one| identity::asks_owner(one.rule));
        let findings = finding.into_iter().collect();
        match book.owner.filter(|_| needs_owner) {
            Some(owner) => Sender {
                unit: Some(owner.clone()),
                candidates: Vec::new(),
                needs_owner,
                findings,
            },
            None => Sender {
                unit,
                candidates,
                needs_owner,
                findings,
            },
        }
    }
}

/// Whose workbook it is, as far as that is clear.
struct Sender {
    unit: Option<UnitId>,
    /// Units that are named where none is clear.
    candidates: Vec<UnitId>,
    /// Whether nothing says clearly whose it is, whatever was decided.
    needs_owner: bool,
    findings: Vec<Finding>,
}

/// What is kept of a form until all have come: without room for more.
fn submission(unit: UnitId, file: &str, mut extract: Extract) -> Submission {
    for entry in extract.entries.values_mut() {
        entry.claimed.steps.shrink_to_fit();
    }
    for found in extract.figures.values_mut() {
        found.steps.shrink_to_fit();
    }
    extract.own_sums.shrink_to_fit();
    extract.appraised_sums.shrink_to_fit();
    Submission {
        unit,
        file: file.to_string(),
        entries: extract.entries,
        figures: extract.figures,
        own_sums: extract.own_sums,
        appraised_sums: extract.appraised_sums,
        own_grade: extract.own_grade,
        explained: extract.explained,
    }
}

/// A table of results, which no unit sent.
fn result_table(heading: CoverValue, file: &str) -> Recognised {
    let mut finding = Finding::new(&rules::edits::RESULT_TABLE, heading.place);
    finding.place.file = Some(file.to_string());
    Recognised {
        unit: None,
        candidates: Vec::new(),
        needs_owner: false,
        submission: None,
        findings: vec![finding.found(Fact::Text(heading.text))],
    }
}

/// Says each finding once, with the unit and the file that it is about.
fn place(findings: &mut Vec<Finding>, unit: Option<&UnitId>, file: &str) {
    seen::once(findings);
    for finding in findings {
        finding.place.unit = unit.cloned();
        finding.place.file = Some(file.to_string());
    }
}
