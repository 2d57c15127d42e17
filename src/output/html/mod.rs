//! The result as one page for a browser, for those who would rather look than read a workbook.
//!
//! In: a report, and its comparison with last year where there is one. Out: one HTML file that holds all it needs and asks for nothing:
//! style and script are in it, and a policy that allows these two alone. It is well-formed XML as well. Numbers are those of the workbook,
//! as its cells show them. Without the script all of it is there; the script sorts and filters. Not for: files, which [`super::files`]
//! writes, and not for audits or comparisons alone.

mod comparison_part;
mod decision_part;
mod element_writer;
mod file_link;
mod finding_part;
mod frame;
mod heat;
mod level_part;
mod material;
mod overview_part;
mod own_end;
mod page_words;
mod picture;
mod policy;
mod scale;
mod slopes;
mod statistic_part;
mod table;
mod totals_chart;
mod unit_part;
mod unit_years;
mod written_numbers;

use std::path::Path;

use crate::base::lang::Lang;
use crate::output::file_in_place::FileInPlace;
use crate::output::files::OtherNameBecause;
use crate::output::glimpse::Glimpse;
use crate::output::html::element_writer::Markup;
use crate::output::html::material::Material;
use crate::output::run;
use crate::output::{Content, OutputBytes, OutputFormat, WriteError};
use crate::result::diff::Diff;
use crate::result::report::Report;

/// The format.
#[derive(Clone, Copy, Debug)]
pub struct Html;

impl OutputFormat for Html {
    fn extension(&self) -> &'static str {
        "html"
    }

    fn is_of_reports_alone(&self) -> bool {
        true
    }

    fn write(&self, content: Content<'_>, lang: Lang, _: &Path) -> Result<OutputBytes, WriteError> {
        let Content::Report(report, comparison, _) = content else {
            return Err(WriteError::OfReportsAlone(self.extension()));
        };
        let bytes = own_end::sealed(page(report, comparison, lang), &run::of(report)?);
        Ok(OutputBytes {
            bytes,
            is_sealed: true,
        })
    }

    fn is_ours(&self, file: &Glimpse) -> bool {
        own_end::begins_as_ours(&file.start)
    }

    fn run(&self, file: &Glimpse) -> Option<String> {
        own_end::run_of(&file.end)
    }

    fn kept(&self, found: &mut FileInPlace<'_>, _: &Path) -> Option<OtherNameBecause> {
        let is_whole = found.bytes().is_ok_and(|bytes| own_end::is_whole(&bytes));
        (!is_whole).then_some(OtherNameBecause::Changed)
    }
}

/// The page of a report.
fn page(report: &Report, comparison: Option<&Diff>, lang: Lang) -> String {
    let all = Material::new(report, comparison, lang);
    let mut page = Markup::default();
    frame::write(&mut page, &all, |page| {
        overview_part::write(page, &all);
        for (position, level) in report.levels.iter().enumerate() {
            level_part::write(page, &all, position, level);
        }
        statistic_part::write(page, &all);
        comparison_part::write(page, &all);
        finding_part::write(page, &all);
        decision_part::write(page, &all);
        let look = [("id", "don-vi"), ("aria-labelledby", "don-vi-h")];
        page.within("section", &look, |page| {
            page.leaf("h2", &[("id", "don-vi-h")], page_words::UNITS.get(lang));
            for (position, level) in report.levels.iter().enumerate() {
                unit_part::write(page, &all, position, level);
            }
        });
    });
    page.finish()
}
