//! Sheets that lie beside the form: an example of how to fill it in, the form of another year.
//!
//! In: the titles of the sheets and what each holds. Out: which are not read, and which sheet is read in their place: one that no
//! title says this of, with the same criteria. Not for: a sheet of another year that alone has its criteria, which counts, with a
//! finding (`apart`).

use std::collections::BTreeSet;

use crate::base::cell::{Cell, Reading, Visibility};
use crate::base::finding::{Fact, Finding, Place};
use crate::base::guard;
use crate::base::ids::CriterionId;
use crate::base::rules::apart;
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::input::recognise::cover::{Cover, TOP_ROWS};
use crate::input::recognise::reader::SheetExtract;
use crate::input::recognise::sheet::Sheet;

/// The title of a sheet that says that it is no form of the campaign.
#[derive(Clone, Debug)]
pub struct AsideTitle {
    /// Where it stands.
    place: Place,
    text: String,
    /// Whether it says that the sheet is an example; else it names another year.
    is_example: bool,
}

/// A sheet that is not read.
#[derive(Debug)]
pub struct SheetAside {
    title: AsideTitle,
    /// The sheet that is read in its place.
    instead: String,
}

impl SheetAside {
    /// What is said of it.
    pub fn finding(&self) -> Finding {
        let finding = Finding::new(&apart::SHEET_ASIDE, self.title.place.clone());
        let finding = finding.found(Fact::Text(self.title.text.clone()));
        finding.expected(Fact::Text(self.instead.clone()))
    }

    /// Leaves off what such a sheet says of the year, and of an example also whose it is.
    pub fn leave_off(&self, cover: &mut Cover) {
        let is_here = |place: &Place| place.sheet == self.title.place.sheet;
        cover.year = cover.year.take().filter(|(_, place)| !is_here(place));
        cover.title_years.retain(|(_, place)| !is_here(place));
        if self.title.is_example {
            cover.units.retain(|one| !is_here(&one.place));
            cover.letterheads.retain(|one| !is_here(&one.place));
            cover.offices.retain(|one| !is_here(&one.stated.place));
        }
    }
}

/// The titles that say so, for each sheet.
pub fn titles(sheets: &[Sheet<'_>], cover: &Cover, year: i32) -> Vec<Option<AsideTitle>> {
    let of = |sheet: &Sheet<'_>| {
        guard::check();
        example(sheet).or_else(|| other_year(sheet, cover, year))
    };
    sheets.iter().map(of).collect()
}

/// The text above the table of a sheet, or its name, that says that it is an example.
fn example(sheet: &Sheet<'_>) -> Option<AsideTitle> {
    let end = sheet.tables.first()?.header.min(TOP_ROWS);
    let cells = sheet.grid.cells().iter().zip(sheet.texts);
    let mut above = cells.take_while(|(cell, _)| cell.address.row < end);
    let titled = above.find_map(|(cell, text)| {
        let text = text.filter(|text| Hint::Example.is_in(text.key()))?;
        Some((Some(cell), text.clean().to_string()))
    });
    let name = &sheet.grid.name;
    let named = || {
        let is_named = Hint::Example.is_in(&text::key(name));
        is_named.then(|| (None::<&Cell>, name.clone()))
    };
    let (cell, text) = titled.or_else(named)?;
    Some(AsideTitle {
        place: Place {
            sheet: Some(name.clone()),
            cell: cell.map(|cell| cell.address),
            ..Place::default()
        },
        text,
        is_example: true,
    })
}

/// The title of a sheet that names another year, where none on it names the one assessed.
fn other_year(sheet: &Sheet<'_>, cover: &Cover, year: i32) -> Option<AsideTitle> {
    let is_here = |place: &Place| place.sheet.as_deref() == Some(sheet.grid.name.as_str());
    let years = || {
        let years = cover.title_years.iter();
        years.filter(|(_, place)| is_here(place))
    };
    if years().any(|(one, _)| *one == year) {
        return None;
    }
    let (_, place) = years().next()?;
    let cell = sheet.grid.seen(place.cell?)?;
    Some(AsideTitle {
        place: place.clone(),
        text: text::clean(&cell.value.show()),
        is_example: false,
    })
}

/// A sheet that may be the form.
struct FormSheet {
    name: String,
    criteria: BTreeSet<CriterionId>,
    /// Whether a score is filled in.
    is_filled: bool,
}

/// Parts the sheets that are not read from the others. Where the form beside last year's is blank, the unit may have filled in the wrong
/// one: both are read.
pub fn part(
    extracts: Vec<SheetExtract>,
    titles: &[Option<AsideTitle>],
) -> (Vec<SheetExtract>, Vec<SheetAside>) {
    let form = |one: &SheetExtract| FormSheet {
        name: one.name.to_string(),
        criteria: criteria(one),
        is_filled: one
            .entries
            .iter()
            .any(|taken| taken.value.1.claimed.value != Reading::Empty),
    };
    let with_titles = extracts.iter().zip(titles);
    let forms: Vec<FormSheet> = with_titles
        .filter(|(one, title)| title.is_none() && one.visibility == Visibility::Visible)
        .map(|(one, _)| form(one))
        .collect();
    let (mut read, mut aside) = (Vec::new(), Vec::new());
    for (extract, title) in extracts.into_iter().zip(titles) {
        let own = criteria(&extract);
        let instead = title.as_ref().and_then(|title| {
            let is_it =
                |form: &&FormSheet| form.criteria == own && (form.is_filled || title.is_example);
            let form = forms.iter().find(is_it).filter(|_| !own.is_empty())?;
            Some((title.clone(), form.name.clone()))
        });
        match instead {
            Some((title, instead)) => aside.push(SheetAside { title, instead }),
            None => read.push(extract),
        }
    }
    (read, aside)
}

fn criteria(one: &SheetExtract) -> BTreeSet<CriterionId> {
    let ids = one.entries.iter().map(|taken| &taken.value.0);
    ids.cloned().collect()
}
