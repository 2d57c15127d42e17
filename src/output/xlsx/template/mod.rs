//! The blank form of one unit, as a workbook: laid out as forms are read, filled in as far as it is known, locked where nobody writes.
//!
//! In: a campaign, its scheme, a unit with what is ruled of it, and its result of last year. Out: the bytes of an .xlsx file, the same
//! for the same input. Its words are Vietnamese whatever the language of the run: units read it, and so does `input::recognise`. Not
//! for: what its files are called and where they go, which `output::form_set` says.

mod drop_downs;
mod first_page;
mod form_looks;
mod group_page;
mod group_rows;
mod guards;
mod how_to;
mod loose_rows;
mod own_totals;
mod reckon;
mod seats;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::base::lang::Lang;
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::rulings::Ruling;
use crate::campaign::scheme::{Criterion, FigureKind, FigureSpec, Scheme};
use crate::campaign::settings::Campaign;
use crate::campaign::stamp::{STAMP_LEVEL, STAMP_SCHEME, STAMP_UNIT, STAMP_VERSION};
use crate::campaign::units::Unit;
use crate::output::WriteError;
use crate::output::xlsx::styles;
use crate::output::xlsx::template::drop_downs::DropDowns;
use crate::output::xlsx::template::seats::Seats;
use crate::output::xlsx::text::clip;
use crate::result::diff::{Side, SideResult};

/// The language of every form.
const LANG: Lang = Lang::Vi;

/// What the form of a unit is made of.
#[derive(Clone, Copy)]
pub struct BlankForm<'f> {
    /// The settings.
    pub campaign: &'f Campaign,
    /// The criteria.
    pub scheme: &'f Scheme,
    /// Whose form it is.
    pub unit: &'f Unit,
    /// Which criteria do not apply to it, and what the province gives.
    pub ruling: &'f Ruling,
    /// Last year, where there is something to show of it; with a `None` inside where the unit had no result.
    pub earlier: Option<EarlierYear<'f>>,
    /// How the points of a criterion follow, in words.
    pub method: &'f dyn Fn(&Criterion) -> String,
}

/// Last year's result.
#[derive(Clone, Copy, Debug)]
pub struct EarlierYear<'f> {
    /// All of it.
    pub side: &'f Side,
    /// The unit's own.
    pub result: Option<&'f SideResult>,
}

/// What stands in a cell of last year.
enum EarlierValue {
    Number(Decimal),
    Text(String),
}

/// How the score of a criterion comes about in a form.
#[derive(Clone, Copy, Debug, PartialEq)]
enum ScoreCell {
    /// The unit writes it.
    Typed,
    /// It is 0 and can be nothing else.
    Nothing,
    /// It follows from the option that is ticked below.
    Ticked,
    /// It follows from the criteria below.
    Combined,
    /// The criterion does not apply to the unit.
    Exempt,
    /// The province gives it; how much, where that is known.
    Given(Option<Points>),
    /// It follows from the figures, by the department.
    ByFigures,
}

impl BlankForm<'_> {
    /// How the score of a criterion comes about.
    fn score_cell(&self, criterion: &Criterion) -> ScoreCell {
        let granted = self.ruling.granted(&criterion.id);
        if criterion.rule.combines() {
            ScoreCell::Combined
        } else if self.ruling.exempt.contains(&criterion.id) {
            ScoreCell::Exempt
        } else if criterion.rule.is_given() || granted.is_some() {
            ScoreCell::Given(granted.map(|one| one.points))
        } else if criterion.by_figures {
            ScoreCell::ByFigures
        } else if criterion.minimum().0.is_zero()
            && criterion
                .maximum_at(&self.unit.id.level)
                .is_some_and(Most::is_zero)
        {
            ScoreCell::Nothing
        } else if criterion.rule.option_rows().is_empty() {
            ScoreCell::Typed
        } else {
            ScoreCell::Ticked
        }
    }

    /// Whether the unit is asked for a figure: that of a criterion that does not apply to it serves nothing else.
    fn asks(&self, criterion: &Criterion, figure: &FigureSpec) -> bool {
        let others = self.scheme.criteria.iter();
        let mut others = others.filter(|one| one.id != criterion.id);
        let mut statistics = self.scheme.statistics.iter();
        self.score_cell(criterion) != ScoreCell::Exempt
            || others.any(|one| one.rule.figures().contains(&&figure.id))
            || statistics.any(|one| one.formula.figures().contains(&&figure.id))
    }

    /// Whether all points of the unit are those that it claims, so that its own total is the one that is graded.
    fn is_all_claimed(&self) -> bool {
        let level = &self.unit.id.level;
        let all = self.scheme.criteria.iter();
        let mut all = all.filter(|one| one.maximum_at(level).is_some());
        all.all(|one| {
            let cell = self.score_cell(one);
            matches!(
                cell,
                ScoreCell::Typed | ScoreCell::Nothing | ScoreCell::Ticked | ScoreCell::Combined
            )
        })
    }

    /// The title of each sheet.
    fn title(&self) -> String {
        format!("PHIẾU TỰ ĐÁNH GIÁ NĂM {}", self.campaign.year)
    }

    /// The campaign's name, where it names no year but the one assessed: a sheet that names another would be another year's.
    fn campaign_name(&self) -> Option<&str> {
        let name = self.campaign.name.as_str();
        let numbers = name.split(|c: char| !c.is_ascii_digit());
        let mut years = numbers
            .filter_map(|one| one.parse::<i32>().ok())
            .filter(|year| (1990..=2099).contains(year));
        (!name.is_empty() && years.all(|year| year == self.campaign.year)).then_some(name)
    }

    /// Last year's score of a criterion, where it was the same criterion.
    fn earlier_score(&self, criterion: &Criterion) -> Option<EarlierValue> {
        let earlier = self.earlier?;
        let same = self.is_same(criterion);
        let score = earlier.result?.criteria.get(&criterion.id)?;
        // What counts is in points of the total, where a point of the criterion is worth another number of them.
        let own = if self.scheme.is_plain() {
            score.counted
        } else {
            score.claimed
        };
        match own.filter(|_| same && !score.exempt) {
            Some(points) => Some(EarlierValue::Number(points.0)),
            None if same && score.exempt => Some(EarlierValue::Text("không chấm".to_string())),
            None => None,
        }
    }

    /// Whether last year's criterion of an id was the same one, as far as last year's result tells.
    fn is_same(&self, criterion: &Criterion) -> bool {
        let item = self
            .earlier
            .and_then(|one| one.side.criteria.get(&criterion.id));
        item.is_none_or(|item| is_named(criterion, &item.name))
    }

    /// Last year's figure, where the criteria that ask for it were the same.
    fn earlier_figure(&self, figure: &FigureSpec) -> Option<EarlierValue> {
        let earlier = self.earlier?;
        let criteria = self.scheme.criteria.iter();
        let mut asking = criteria.filter(|one| one.rule.figures().contains(&&figure.id));
        if !asking.all(|one| self.is_same(one)) {
            return None;
        }
        let (number, text) = earlier.result?.figures.get(figure.id.0.as_str())?;
        let is_yes_no = figure.kind == FigureKind::YesNo;
        match number {
            Some(number) if is_yes_no => {
                let said = if number.is_zero() { NO } else { YES };
                Some(EarlierValue::Text(said.to_string()))
            }
            Some(number) => Some(EarlierValue::Number(*number)),
            None if text.is_empty() => None,
            None => Some(EarlierValue::Text(text.clone())),
        }
    }
}

/// The answers of a figure that is yes or no.
const YES: &str = "Có";
/// See [`YES`].
const NO: &str = "Không";
/// The sign that ticks an option.
const TICK: &str = "x";

/// Whether a criterion went by a name; one whose text was not told may be the same.
fn is_named(criterion: &Criterion, name: &str) -> bool {
    use crate::base::text::key;
    let names = std::iter::once(&criterion.name).chain(&criterion.aliases);
    let wanted = key(name);
    wanted.is_empty() || names.map(|one| key(one)).any(|one| one == wanted)
}

/// The form of a unit.
///
/// # Errors
/// [`WriteError::Workbook`] if it does not fit into Excel's limits, [`WriteError::Seal`] if it cannot be put together.
pub fn workbook(form: &BlankForm<'_>) -> Result<Vec<u8>, WriteError> {
    let seats = Seats::new(form);
    let mut lists = DropDowns::default();
    let mut workbook = Workbook::new();
    workbook.set_default_format(&styles::plain(), 20, 64)?;
    workbook.set_properties(&properties(form)?);
    how_to::write(workbook.add_worksheet(), form, &seats)?;
    first_page::write(workbook.add_worksheet(), form)?;
    for sheet in &seats.sheets {
        group_page::write(workbook.add_worksheet(), form, &seats, sheet, &mut lists)?;
    }
    own_totals::write(workbook.add_worksheet(), form, &seats)?;
    lists.write(workbook.add_worksheet())?;
    let bytes = workbook.save_to_buffer()?;
    // The instructions and the first page stand before them.
    let groups = 3..3 + seats.sheets.len();
    Ok(loose_rows::loosened(&bytes, groups, seats::HEADINGS)?)
}

fn properties(form: &BlankForm<'_>) -> Result<DocProperties, XlsxError> {
    // The same campaign gives the same bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let (scheme, unit) = (form.scheme, form.unit);
    Ok(DocProperties::new()
        .set_title(clip(&format!("{} – {}", form.title(), unit.name), 255))
        .set_creation_datetime(&made)
        .set_custom_property(STAMP_SCHEME, scheme.id.as_str())
        .set_custom_property(STAMP_VERSION, scheme.version.to_string().as_str())
        .set_custom_property(STAMP_UNIT, unit.id.code.as_str())
        .set_custom_property(STAMP_LEVEL, unit.id.level.0.as_str()))
}
