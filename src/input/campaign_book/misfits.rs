//! What the loaders say of the documents, as findings with sheet and cell.
//!
//! In: problems by their paths. Out: findings. What follows from a row that is told to be wrong is not told again.

use crate::base::cell::CellAddress;
use crate::base::error::{Nameable, Problem};
use crate::base::finding::{About, Finding, Place};
use crate::campaign::book::{BookCell, BookSheet, OTHER, SHEETS, SheetId};
use crate::campaign::definition::{PathStep, steps};
use crate::campaign::documents::{Document, Misfit};
use crate::input::campaign_book::BookReading;
use crate::input::campaign_book::misfit_words::{NOT_A_NAME, TOTAL, said};

/// The findings of what does not fit.
pub(super) fn findings(reading: &mut BookReading, misfits: Vec<Misfit>) -> Vec<Finding> {
    let (mut dropped, rest): (Vec<Misfit>, Vec<Misfit>) = misfits
        .into_iter()
        .partition(|misfit| is_of_entry(reading, misfit));
    dropped.retain(|misfit| !follows(reading, misfit));
    let mut findings: Vec<Finding> = dropped.iter().map(|one| finding(reading, one)).collect();
    let spots = dropped.iter().filter_map(|misfit| spot(reading, misfit));
    for spot in spots.collect::<Vec<_>>() {
        reading.lose(&spot);
    }
    findings.extend(others(reading, rest));
    findings
}

/// Whether an entry of a list is wrong in itself, so that it is left out and others miss it.
fn is_of_entry(reading: &BookReading, misfit: &Misfit) -> bool {
    let is_listed = matches!(
        misfit.path.as_slice(),
        [PathStep::Key(_), PathStep::Index(_), ..]
    );
    let is_own = matches!(
        misfit.problem,
        Problem::Value { .. }
            | Problem::TooLong { .. }
            | Problem::UnknownKey { .. }
            | Problem::MissingKey(_)
            | Problem::ImpossibleNumber
    );
    is_listed && is_own && spot(reading, misfit).is_some()
}

/// The findings of what does not fit where all entries are there that are not told to be wrong.
fn others(reading: &BookReading, misfits: Vec<Misfit>) -> Vec<Finding> {
    let is_group = |misfit: &Misfit| matches!(&misfit.problem, Problem::MaximaDoNotAddUp { of, .. } if of != TOTAL);
    let has_groups = misfits.iter().any(is_group);
    let mut missing: Vec<String> = Vec::new();
    let told = misfits.into_iter().filter(|misfit| {
        // What several stand below is missing once.
        if let Problem::NoParent { above, .. } = &misfit.problem {
            if missing.contains(above) {
                return false;
            }
            missing.push(above.clone());
        }
        // The total is made of the groups.
        let is_total =
            matches!(&misfit.problem, Problem::MaximaDoNotAddUp { of, .. } if of == TOTAL);
        let is_of_groups = is_total && has_groups;
        !(is_of_groups || follows(reading, misfit))
    });
    told.map(|misfit| finding(reading, &misfit)).collect()
}

/// Whether it follows from what is told already.
fn follows(reading: &BookReading, misfit: &Misfit) -> bool {
    let is_faulty = |spot: &BookCell| {
        reading
            .faulty
            .contains(&(spot.sheet.clone(), spot.cell.row))
    };
    if spot(reading, misfit).as_ref().is_some_and(is_faulty) {
        return true;
    }
    let is_named = |id: &str| reading.faulty_texts.contains(id);
    let has_below = |id: &str| {
        let below = format!("{id}.");
        reading
            .faulty_texts
            .iter()
            .any(|text| text == id || text.starts_with(&below))
    };
    match &misfit.problem {
        Problem::Dangling {
            kind: Nameable::Level,
            ..
        } if reading.is_level_lost => true,
        Problem::Dangling { id, .. }
        | Problem::Duplicate { id, .. }
        | Problem::WrongFigureKind(id) => is_named(id),
        Problem::NoParent { above, .. } => is_named(above),
        // The last grade is one whose own row is told to be wrong, such as for a blank limit.
        Problem::LastGrade(_) | Problem::LastGradeAsks(_) => {
            let spot = spot(reading, misfit);
            let mut faulty = reading.faulty.iter();
            faulty.any(|(sheet, row)| {
                let is_below = |spot: &BookCell| spot.sheet == *sheet && *row > spot.cell.row;
                spot.as_ref().is_some_and(is_below)
            })
        }
        Problem::AmbiguousName { name, .. } => is_named(name),
        Problem::SumRule(id) | Problem::NothingToCap(id) => reading.is_lost || has_below(id),
        Problem::BlankIsLeftOut { above, .. } => reading.is_lost || has_below(above),
        Problem::MaximaDoNotAddUp { of, level, .. } => {
            let is_total = of == TOTAL && (is_named(TOTAL) || reading.has_faulty_tree());
            reading.is_lost || is_total || has_below(of) || is_named(level)
        }
        Problem::LessThanBelow { id, level, .. } => {
            reading.is_lost || has_below(id) || is_named(level)
        }
        Problem::Empty(_) | Problem::MissingKey(_) => {
            misfit.path.len() < 2 && !reading.faulty.is_empty()
        }
        _ => false,
    }
}

/// The cell of what does not fit.
fn spot(reading: &BookReading, misfit: &Misfit) -> Option<BookCell> {
    let near = || reading.places.find(misfit.document, &misfit.path).cloned();
    by_problem(reading, misfit)
        .or_else(near)
        .or_else(|| head(reading, misfit))
        .or_else(|| reading.firsts.get(&SheetId::Settings).cloned())
}

/// The very cell that a problem speaks of, in the row of its path.
fn by_problem(reading: &BookReading, misfit: &Misfit) -> Option<BookCell> {
    let (document, path) = (misfit.document, &misfit.path);
    let with = |key: &str| {
        let mut path = path.clone();
        path.push(PathStep::from(key));
        reading.places.exact(document, &path).cloned()
    };
    let filled = |key: &str| {
        with(key).filter(|spot| reading.texts.get(spot).is_some_and(|one| !one.is_empty()))
    };
    let says = |text: &str| {
        let holds = |spot: &&BookCell| {
            let there = reading.texts.get(*spot).map_or("", String::as_str);
            there == text
                || there
                    .split([',', ';', ' ', '|', '\n'])
                    .any(|one| one.trim() == text)
        };
        reading.places.below(document, path).find(holds).cloned()
    };
    match &misfit.problem {
        Problem::MissingKey(key) | Problem::Empty(key) => with(key).or_else(|| filled(OTHER)),
        // A key stands in its own cell where that is filled in, else among those that no column has.
        Problem::UnknownKey { key, .. } => {
            filled(key).or_else(|| filled(OTHER)).or_else(|| with(key))
        }
        Problem::Value { key, detail } => {
            let name = detail.strip_prefix(NOT_A_NAME);
            let named = name.and_then(|rest| says(rest.split('`').next()?));
            with(key).or(named).or_else(|| filled(OTHER))
        }
        Problem::TooLong { limit, .. } => {
            let is_long = |spot: &&BookCell| {
                let there = reading.texts.get(*spot);
                there.is_some_and(|text| text.chars().count() > *limit)
            };
            reading.places.below(document, path).find(is_long).cloned()
        }
        Problem::NotADay { column, .. } => with(column),
        Problem::NotWhole { column, .. } => with(column),
        // Where one number stands for all levels, that of this level is blank.
        Problem::MaximaDoNotAddUp { level, .. } => filled(level),
        Problem::LessThanBelow { level, .. } => filled(level),
        Problem::Dangling { kind, id, .. } => match kind {
            Nameable::Level if document == Document::Units => with("level"),
            Nameable::Relation => with("relation"),
            Nameable::Figure | Nameable::Group => says(id),
            _ => None,
        },
        Problem::WrongFigureKind(id) => says(id),
        Problem::Duplicate { .. } if document == Document::Units => with("code"),
        Problem::AmbiguousName { name, .. } if document == Document::Units => {
            says(name).or_else(|| with("name"))
        }
        Problem::FollowsItself(_) | Problem::BeforeAndAfter => with("predecessors"),
        Problem::Slip(slip) => says(&slip.written),
        _ => None,
    }
}

/// The headings of the sheet that what does not fit is of: nothing stands below them, or nothing that counts.
fn head(reading: &BookReading, misfit: &Misfit) -> Option<BookCell> {
    let list = match (misfit.path.first(), &misfit.problem) {
        (Some(PathStep::Key(key)), _) | (_, Problem::Empty(key) | Problem::MissingKey(key)) => {
            key.as_str()
        }
        _ => "",
    };
    let is_its = |sheet: &&BookSheet| match misfit.document {
        Document::Units => sheet.id == SheetId::Units,
        of => sheet.rows.0 == of && !sheet.rows.1.is_empty() && sheet.rows.1 == list,
    };
    // Groups stand on the sheet of criteria.
    let id = match list {
        "group" => Some(SheetId::Criteria),
        _ => SHEETS.iter().find(is_its).map(|sheet| sheet.id),
    };
    reading.firsts.get(&id?).cloned()
}

fn finding(reading: &BookReading, misfit: &Misfit) -> Finding {
    let spot = spot(reading, misfit);
    let there = spot
        .as_ref()
        .and_then(|spot| reading.texts.get(spot))
        .cloned()
        .unwrap_or_default();
    let place = Place {
        unit: None,
        file: Some(reading.file.clone()),
        sheet: spot.as_ref().map(|spot| spot.sheet.clone()),
        cell: spot.as_ref().map(|spot| spot.cell),
    };
    let heading = spot.as_ref().map(|spot| reading.heading(spot));
    let heading = heading.unwrap_or_default();
    let (rule, about, found, expected) = said(reading, misfit, (&there, &heading));
    let mut finding = Finding::new(rule, place).about(About::Row(about));
    finding.found = found;
    finding.expected = expected;
    finding
}

impl BookReading {
    /// A row is left out of the documents: what names it is not wrong itself.
    fn lose(&mut self, spot: &BookCell) {
        self.faulty.insert((spot.sheet.clone(), spot.cell.row));
        let is_beside = |(other, _): &(&BookCell, &String)| {
            other.sheet == spot.sheet && other.cell.row == spot.cell.row
        };
        let beside = self.texts.iter().filter(is_beside);
        self.faulty_texts
            .extend(beside.map(|(_, text)| text.clone()));
    }

    /// What stands over a cell; on the sheet of settings what stands before it.
    pub(super) fn heading(&self, spot: &BookCell) -> String {
        // It is about all that should stand below.
        if self.firsts.values().any(|first| first == spot) {
            return spot.sheet.clone();
        }
        let is_settings = self
            .firsts
            .get(&SheetId::Settings)
            .is_some_and(|first| first.sheet == spot.sheet);
        let before = BookCell {
            sheet: spot.sheet.clone(),
            cell: CellAddress::new(spot.cell.row, spot.cell.column.saturating_sub(1)),
        };
        let over = self.headings.get(&(spot.sheet.clone(), spot.cell.column));
        let label = self
            .texts
            .get(&before)
            .filter(|_| is_settings && spot.cell.column > 0);
        label.or(over).cloned().unwrap_or_default()
    }

    /// Whether a row of the tree is told to be wrong.
    fn has_faulty_tree(&self) -> bool {
        let tree = self.places.find(Document::Scheme, &steps!["group", 0]);
        let tree = tree.or_else(|| self.places.find(Document::Scheme, &steps!["criterion", 0]));
        tree.is_some_and(|spot| self.faulty.iter().any(|(sheet, _)| *sheet == spot.sheet))
    }
}
