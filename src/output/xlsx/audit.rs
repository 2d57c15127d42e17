//! The workbook of an audit: each table with what is printed and what is recomputed side by side.
//!
//! In: an [`Audit`]. Out: the bytes of an .xlsx file, the same for the same audit. Sums and differences are live formulas with
//! their results; cells with a finding are marked. Not for: judging, which `audit` has done.

use std::collections::BTreeMap;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};

use crate::base::cell::{CellAddress, Reading};
use crate::base::ids::GroupId;
use crate::base::lang::Lang;
use crate::base::rules::Severity;
use crate::base::seal::AUDIT;
use crate::input::published::Printed;
use crate::output::WriteError;
use crate::output::run::{self, RUN};
use crate::output::words::{self, Phrase};
use crate::output::xlsx::live::EXACT;
use crate::output::xlsx::numbers::{aligned, differing, digits, most, right, total};
use crate::output::xlsx::page::{SheetPage, StoredResult, WriteResult};
use crate::output::xlsx::tabs::{self, Tab};
use crate::output::xlsx::text::{a1, sheet_name};
use crate::output::xlsx::{audit_findings, styles, text};
use crate::result::audit::{Audit, AuditedRow, AuditedTable, Rescaled, SumSlip, TotalCheck};

/// The row of the column heads.
const HEADER: u32 = 4;
/// The column of the units' names; the groups follow.
const NAME: u16 = 2;
/// Columns behind the groups: total, sum, difference, rounding, conclusion, two grades.
const BEHIND: [(Phrase, f64); 7] = [
    (words::AUDIT_PRINTED_TOTAL, 10.0),
    (words::AUDIT_SUM, 9.0),
    (words::AUDIT_DIFFERENCE, 8.0),
    (words::AUDIT_ROUNDING, 10.0),
    (words::AUDIT_CONCLUSION, 30.0),
    (words::AUDIT_PRINTED_GRADE, 13.0),
    (words::AUDIT_GRADE, 13.0),
];

/// The worst finding of each cell, by sheet.
type WorstByCell<'a> = BTreeMap<(&'a str, CellAddress), Severity>;

/// The workbook of an audit.
///
/// # Errors
/// [`WriteError::Workbook`] if the audit does not fit into Excel's limits.
pub fn workbook(audit: &Audit, lang: Lang) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    workbook.set_default_format(&styles::plain(), 20, 64)?;
    // Never the clock's date: two runs give the same bytes.
    let properties = DocProperties::new()
        .set_title(text::clip(&audit.file, 255))
        .set_author(&audit.program)
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?)
        .set_custom_property(AUDIT, audit.format.cast_signed())
        .set_custom_property(RUN, run::of(audit)?);
    workbook.set_properties(&properties);
    let findings = words::SHEETS
        .get(4)
        .map_or("Findings", |phrase| phrase.get(lang));
    let mut taken = vec![findings.to_string()];
    let marks = marks(audit);
    for (number, table) in (1_usize..).zip(&audit.tables) {
        let own = words::AUDIT_TABLE.fill(lang, &[&number.to_string()]);
        let wanted = match table.level_name.as_str() {
            "" => &own,
            level => level,
        };
        let name = sheet_name(wanted, &taken);
        let sheet = workbook.add_worksheet();
        write_table(sheet, audit, table, (&name, findings), &marks, lang)?;
        taken.push(name);
    }
    audit_findings::write(workbook.add_worksheet(), audit, findings, lang)?;
    Ok(workbook.save_to_buffer()?)
}

fn marks(audit: &Audit) -> WorstByCell<'_> {
    let mut marks = WorstByCell::new();
    for finding in &audit.findings {
        let place = &finding.place;
        if let (Some(sheet), Some(cell)) = (place.sheet.as_deref(), place.cell) {
            let worst = marks.entry((sheet, cell)).or_insert(Severity::Info);
            *worst = (*worst).max(finding.severity());
        }
    }
    marks
}

/// One table while it is written.
struct AuditSheet<'a> {
    table: &'a AuditedTable,
    marks: &'a WorstByCell<'a>,
    lang: Lang,
    /// The column of the printed totals.
    total: u16,
    /// The most decimals printed in each column of points, the totals last.
    printed: Vec<u32>,
    /// The most decimals of sums, differences and what rounding can do.
    sums: u32,
}

fn write_table(
    sheet: &mut Worksheet,
    audit: &Audit,
    table: &AuditedTable,
    (name, findings): (&str, &str),
    marks: &WorstByCell<'_>,
    lang: Lang,
) -> WriteResult {
    let total = NAME + 1 + table.groups.len() as u16;
    let mut widths = vec![10.0, 10.0, 33.0];
    widths.extend(table.groups.iter().map(|_| 11.0));
    widths.extend(BEHIND.map(|(_, width)| width));
    let last = widths.len() as u16 - 1;
    let mut page = SheetPage::new(sheet, name, &widths, lang)?;
    page.title(0, last, [words::AUDIT_TITLE.get(lang)])?;
    let file = words::AUDIT_FILE.fill(lang, &[&audit.file]);
    let file = format!("{file} – {}", table.sheet);
    page.line(1, (0, last), &file, &styles::subtitle())?;
    let legend = words::AUDIT_LEGEND.fill(lang, &[findings]);
    page.line(2, (0, last), &legend, &styles::note())?;
    let heads = [
        words::AUDIT_PRINTED_PLACE,
        words::AUDIT_PLACE,
        words::UNIT_NAME,
    ];
    let heads = heads.iter().map(|head| head.get(lang));
    let groups = table.groups.iter().map(|(_, name)| name.as_str());
    let behind = BEHIND.iter().map(|(head, _)| head.get(lang));
    for (column, head) in (0_u16..).zip(heads.chain(groups).chain(behind)) {
        page.text(HEADER, column, head, &styles::header())?;
    }
    let own = AuditSheet {
        table,
        marks,
        lang,
        total,
        printed: printed_decimals(table),
        sums: sum_decimals(table),
    };
    let mut at = HEADER;
    for row in &table.rows {
        at += 1;
        own.row(&mut page, at, row)?;
    }
    for note in &table.notes {
        at += 1;
        page.line(at, (0, last), &note.text, &styles::note())?;
    }
    page.finish_as(&audit.file, Some((HEADER, HEADER)))?;
    page.sheet
        .set_tab_color(tabs::color(Tab::Overview))
        .set_freeze_panes(HEADER + 1, NAME + 1)?;
    Ok(())
}

impl AuditSheet<'_> {
    /// A format, marked where the printed cell has a finding.
    fn marked(&self, cell: CellAddress, format: &Format) -> Format {
        let severity = self.marks.get(&(self.table.sheet.as_str(), cell));
        match severity {
            Some(Severity::Error) => format.merge(&styles::severity_mark(0)),
            Some(Severity::Warning) => format.merge(&styles::severity_mark(1)),
            Some(Severity::Info) | None => format.clone(),
        }
    }

    fn row(&self, page: &mut SheetPage, at: u32, row: &AuditedRow) -> WriteResult {
        let printed = &row.printed;
        let (middle, whole) = (styles::centered(), styles::number(styles::WHOLE));
        for (column, place) in [(0, printed.place), (1, row.place)] {
            let format = match column {
                1 if printed.place.is_some() && place != printed.place => whole.clone().set_bold(),
                _ => whole.clone(),
            };
            match place {
                Some(place) => page.count(at, column, place as usize, &format)?,
                None => page.text(at, column, "", &middle)?,
            }
        }
        let name = self.marked(printed.cell, &styles::cell());
        page.text(at, NAME, &printed.name, &name)?;
        for (column, (id, _)) in (NAME + 1..).zip(&self.table.groups) {
            self.printed(page, (at, column), printed.groups.get(id))?;
        }
        self.printed(page, (at, self.total), printed.total.as_ref())?;
        self.sum(page, at, row)?;
        let conclusion = self.conclusion(row);
        page.text(at, self.total + 4, &conclusion, &styles::cell())?;
        let grade = printed.grade.as_ref();
        let format = grade.map_or(middle.clone(), |grade| self.marked(grade.cell, &middle));
        let word = grade.map_or("", |grade| grade.text.as_str());
        page.text(at, self.total + 5, word, &format)?;
        page.text(
            at,
            self.total + 6,
            row.grade.as_deref().unwrap_or_default(),
            &middle,
        )
    }

    /// A printed number with its printed decimals; as text where it is none.
    fn printed(
        &self,
        page: &mut SheetPage,
        (row, column): (u32, u16),
        number: Option<&Printed>,
    ) -> WriteResult {
        let Some(number) = number else {
            return page.text(row, column, "", &styles::centered());
        };
        let format = aligned(number.decimals, self.decimals(column));
        match &number.value {
            Reading::Value(points) => {
                let format = self.marked(number.cell, &right(&format));
                page.number(row, column, points.0, &format)
            }
            Reading::Empty | Reading::Unreadable => {
                let format = self.marked(number.cell, &styles::centered());
                page.text(row, column, &number.text, &format)
            }
        }
    }

    /// Sum, difference and the most that rounding can make it.
    fn sum(&self, page: &mut SheetPage, at: u32, row: &AuditedRow) -> WriteResult {
        let column = self.total + 1;
        let (Some(sum), false) = (row.sum, row.check == TotalCheck::Blank) else {
            for column in column..column + 3 {
                page.text(at, column, "", &styles::centered())?;
            }
            return Ok(());
        };
        let decimals = self.sums;
        let number = right(&digits(decimals));
        let formula = self.added_up(at, row);
        page.formula(
            at,
            column,
            &formula,
            StoredResult::Number(sum.0),
            &total(&digits(decimals)),
        )?;
        match row.difference {
            Some(difference) => {
                let formula = format!("ROUND({}-{},6)", a1(at, self.total), a1(at, column));
                page.formula(
                    at,
                    column + 1,
                    &formula,
                    StoredResult::Number(difference.0),
                    &right(&differing(decimals)),
                )?;
            }
            None => page.text(at, column + 1, "", &styles::centered())?,
        }
        page.number(at, column + 2, row.rounding.0, &number)
    }

    /// The formula of a sum: of all columns, or of those inside the total scaled up and then of the others.
    fn added_up(&self, at: u32, row: &AuditedRow) -> String {
        let Some(rescaled) = row.rescaled else {
            return format!("SUM({}:{})", a1(at, NAME + 1), a1(at, self.total - 1));
        };
        let sum = |is_outside: bool| {
            let columns = (NAME + 1..).zip(&self.table.groups);
            let columns =
                columns.filter(|(_, (id, _))| self.table.outside.contains(id) == is_outside);
            let cells: Vec<String> = columns.map(|(column, _)| a1(at, column)).collect();
            format!("SUM({})", cells.join(","))
        };
        let (inside, whole, applies) = (sum(false), rescaled.whole, rescaled.applies);
        let beside = match self.table.outside.as_slice() {
            [] => String::new(),
            _ => format!("+{}", sum(true)),
        };
        format!("ROUND({inside}*{}/{}{beside},{EXACT})", whole.0, applies.0)
    }

    /// The most decimals printed in a column.
    fn decimals(&self, column: u16) -> u32 {
        let position = usize::from(column.saturating_sub(NAME + 1));
        self.printed.get(position).copied().unwrap_or_default()
    }

    fn conclusion(&self, row: &AuditedRow) -> String {
        let name = |id: &GroupId| {
            let mut groups = self.table.groups.iter();
            groups
                .find(|(group, _)| group == id)
                .map_or(String::new(), |(_, name)| name.clone())
        };
        let phrase = match (row.check, row.causes.first()) {
            (TotalCheck::Right, _) => words::AUDIT_RIGHT,
            (TotalCheck::WithinRounding, _) => words::AUDIT_WITHIN_ROUNDING,
            (TotalCheck::Wrong, None) => words::AUDIT_WRONG,
            (TotalCheck::Wrong, Some(cause)) => match cause.slip {
                SumSlip::LeftOut => words::AUDIT_LEFT_OUT,
                SumSlip::SignTurned => words::AUDIT_SIGN_TURNED,
                SumSlip::Twice => words::AUDIT_TWICE,
            },
            (TotalCheck::Open, _) => words::AUDIT_OPEN,
            (TotalCheck::Blank, _) => words::AUDIT_BLANK,
        };
        let names: Vec<String> = row.causes.iter().map(|cause| name(&cause.group)).collect();
        let conclusion = phrase.fill(self.lang, &[&names.join(" / ")]);
        let Some(Rescaled { whole, applies }) = row.rescaled else {
            return conclusion;
        };
        let [whole, applies] = [whole, applies].map(|points| self.lang.number(points.0));
        words::AUDIT_RESCALED.fill(self.lang, &[&conclusion, &applies, &whole])
    }
}

/// The most decimals printed in each column of points, the totals last.
fn printed_decimals(table: &AuditedTable) -> Vec<u32> {
    let most = |of: &dyn Fn(&AuditedRow) -> Option<u32>| table.rows.iter().filter_map(of).max();
    let groups = table.groups.iter().map(|(id, _)| {
        most(&|row| row.printed.groups.get(id).map(|one| one.decimals)).unwrap_or_default()
    });
    let total = most(&|row| row.printed.total.as_ref().map(|one| one.decimals));
    groups.chain([total.unwrap_or_default()]).collect()
}

/// The most decimals of sums, differences and what rounding can do.
fn sum_decimals(table: &AuditedTable) -> u32 {
    let points = table.rows.iter().flat_map(|row| {
        let rounding = (row.check != TotalCheck::Blank).then_some(row.rounding);
        [row.sum, row.difference, rounding]
    });
    most(points.flatten().map(|points| points.0))
}
