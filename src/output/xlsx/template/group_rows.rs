//! The rows of a group's sheet: a criterion with its score, an option with its tick, a figure; and last year beside them.
//!
//! In: where each stands. Out: their cells. Not for: headings and sums (`group_page`), what Excel refuses (`guards`), formulas (`reckon`).

use crate::base::points::{Decimal, Points};
use crate::campaign::scheme::{
    ChoiceOption, CombinedAt, Criterion, FigureSpec, GROUP_RULE, Pick, ScoringRule,
};
use crate::output::xlsx::page::{StoredResult, WriteResult};
use crate::output::xlsx::template::group_page::GroupWriter;
use crate::output::xlsx::template::guards::{self, FigureAt};
use crate::output::xlsx::template::seats::{CODE, FormRow, HEADINGS, TEXT};
use crate::output::xlsx::template::{EarlierValue, LANG, ScoreCell, TICK, form_looks, reckon};
use crate::output::xlsx::text::{a1, absolute};

/// The lowest row, in points.
const ROW: f64 = 19.0;
/// Said of what is added up no further than to its maximum.
const CAPPED: &str = "Cộng các mục bên dưới, không quá điểm tối đa";
/// About as wide as the indent of what stands below a criterion.
const INDENTED: &str = "mmm";

impl<'f> GroupWriter<'_, 'f> {
    pub(super) fn criterion(
        &mut self,
        row: u32,
        criterion: &'f Criterion,
        cell: ScoreCell,
    ) -> WriteResult {
        let is_above = cell == ScoreCell::Combined;
        let columns = self.sheet.columns;
        let middle = form_looks::middle(is_above);
        self.page.free(row, CODE, &criterion.id.0, &middle)?;
        let depth = criterion.id.0.matches('.').count().saturating_sub(1);
        let text = if is_above {
            form_looks::text(true)
        } else {
            form_looks::below(depth.min(3) as u8)
        };
        self.page.fit(row, TEXT, &criterion.name);
        self.page.at_least(row, ROW);
        self.page.free(row, TEXT, &criterion.name, &text)?;
        self.fit_measure(row, &criterion.unit);
        if let Some(column) = columns.measure {
            self.page.free(row, column, &criterion.unit, &middle)?;
        }
        self.own_figure(row, criterion)?;
        if let Some(column) = columns.tick {
            self.page.free(row, column, "", &form_looks::closed())?;
        }
        let level = &self.form.unit.id.level;
        let maximum = criterion.maximum_at(level).unwrap_or_default();
        self.page.most(row, columns.maximum, maximum, &middle)?;
        self.score(row, criterion, cell)?;
        self.earlier_score(row, Some(criterion))?;
        self.page
            .free(row, columns.appraised, "", &form_looks::closed())?;
        self.words(row, criterion, cell)
    }

    fn fit_measure(&mut self, row: u32, measure: &str) {
        if let Some(column) = self.sheet.columns.measure {
            self.page.fit(row, column, measure);
        }
    }

    /// The figure in the row of a criterion: its own, a percentage of two others, or none.
    fn own_figure(&mut self, row: u32, criterion: &'f Criterion) -> WriteResult {
        let Some(column) = self.sheet.columns.figure else {
            return Ok(());
        };
        let own = criterion.figures.iter().find(|one| one.name.is_none());
        if let Some(figure) = own {
            return self.figure(row, criterion, figure);
        }
        self.earlier_figure(row, None)?;
        let cells = criterion.rule.ratio().and_then(|(part, whole)| {
            let from = &self.sheet.name;
            Some((
                self.seats.figure(part, from)?,
                self.seats.figure(whole, from)?,
            ))
        });
        match cells {
            Some((part, whole)) => {
                let decimals = self.form.scheme.rounding.percent_decimals;
                let formula = reckon::percent(&part, &whole, decimals);
                let format = form_looks::computed();
                self.page
                    .formula(row, column, &formula, StoredResult::Blank, &format)
            }
            None => self.page.free(row, column, "", &form_looks::closed()),
        }
    }

    /// A figure with its rule, and last year's.
    fn figure(&mut self, row: u32, criterion: &Criterion, figure: &FigureSpec) -> WriteResult {
        let Some(column) = self.sheet.columns.figure else {
            return Ok(());
        };
        if !self.form.asks(criterion, figure) {
            self.page.free(row, column, "", &form_looks::closed())?;
            return self.earlier_figure(row, Some(figure));
        }
        self.page.free(row, column, "", &form_looks::input())?;
        let scheme = self.form.scheme;
        let name_of = |id| scheme.figure(id).map(|(of, one)| one.label(of).to_string());
        let most = figure
            .at_most
            .as_ref()
            .and_then(|id| Some((self.seats.figure(id, &self.sheet.name)?, name_of(id)?)));
        let at = FigureAt {
            cell: a1(row, column),
            most,
            criterion,
        };
        let rule = guards::figure(scheme, figure, &at, self.lists)?;
        guards::put(self.page.sheet, (row, column), &rule)?;
        if let Some((most, _)) = &at.most {
            let cell = &at.cell;
            let above = format!("=AND(ISNUMBER({cell}),ISNUMBER({most}),{cell}>{most})");
            guards::mark(self.page.sheet, (row, column), &above)?;
        }
        self.earlier_figure(row, Some(figure))
    }

    fn score(&mut self, row: u32, criterion: &'f Criterion, cell: ScoreCell) -> WriteResult {
        let column = self.sheet.columns.claimed;
        let formula = match cell {
            ScoreCell::Typed => {
                self.page.free(row, column, "", &form_looks::input())?;
                let rule = guards::score(self.form, criterion, self.lists)?;
                return guards::put(self.page.sheet, (row, column), &rule);
            }
            ScoreCell::Ticked => self.sheet.columns.tick.map(|ticks| {
                let options = criterion.rule.option_rows().iter();
                let points: Vec<Decimal> = options.map(|one| one.points).collect();
                reckon::ticked(ticks, row + 1, &points, TICK)
            }),
            ScoreCell::Combined => {
                let below = self
                    .seats
                    .below(self.form, CombinedAt::Criterion(&criterion.id));
                let level = &self.form.unit.id.level;
                let cap = self
                    .form
                    .scheme
                    .cap(CombinedAt::Criterion(&criterion.id), level);
                reckon::combined(&criterion.rule, &below, cap)
            }
            ScoreCell::Nothing => reckon::zero_beside(&self.sheet.scored()),
            ScoreCell::Exempt | ScoreCell::Given(_) | ScoreCell::ByFigures => None,
        };
        let format = if cell == ScoreCell::Combined {
            form_looks::sum()
        } else {
            form_looks::computed()
        };
        match formula {
            Some(formula) => self
                .page
                .formula(row, column, &formula, StoredResult::Blank, &format),
            None => self.page.free(row, column, "", &format),
        }
    }

    /// The columns of words: to be filled in beside what the unit claims, else what the form says of the score.
    fn words(&mut self, row: u32, criterion: &Criterion, cell: ScoreCell) -> WriteResult {
        let columns = self.sheet.columns;
        let said = match cell {
            ScoreCell::Typed | ScoreCell::Ticked => {
                for column in [columns.evidence, columns.explanation] {
                    self.page.free(row, column, "", &form_looks::words())?;
                }
                let [claimed, evidence, explanation] =
                    [columns.claimed, columns.evidence, columns.explanation]
                        .map(|column| a1(row, column));
                let bare = format!(
                    "=AND(ISNUMBER({claimed}),{claimed}>0,{evidence}=\"\",{explanation}=\"\")"
                );
                return guards::mark(self.page.sheet, (row, columns.evidence), &bare);
            }
            ScoreCell::Combined if criterion.cap.is_set() => CAPPED.to_string(),
            ScoreCell::Combined => of_below(&criterion.rule).to_string(),
            ScoreCell::Nothing => "Không có điểm ở cấp của đơn vị; phiếu tự ghi 0".to_string(),
            ScoreCell::Exempt => "Không chấm: tiêu chí không áp dụng cho đơn vị".to_string(),
            ScoreCell::Given(Some(points)) => {
                format!("Đơn vị không chấm; tỉnh đã cho {}", in_points(points))
            }
            ScoreCell::Given(None) => "Đơn vị không chấm; tỉnh cho điểm".to_string(),
            ScoreCell::ByFigures => "Đơn vị không chấm; tính từ số liệu".to_string(),
        };
        self.page
            .free(row, columns.evidence, "", &form_looks::closed())?;
        self.page.fit(row, columns.explanation, &said);
        self.page
            .free(row, columns.explanation, &said, &form_looks::said())
    }

    pub(super) fn option(
        &mut self,
        row: u32,
        criterion: &Criterion,
        option: &ChoiceOption,
    ) -> WriteResult {
        let columns = self.sheet.columns;
        let closed = form_looks::closed();
        self.page.free(row, CODE, "", &form_looks::middle(false))?;
        self.page
            .fit(row, TEXT, &format!("{INDENTED}{}", option.name));
        self.page.at_least(row, ROW);
        self.page
            .free(row, TEXT, &option.name, &form_looks::below(2))?;
        for column in [columns.measure, columns.figure].into_iter().flatten() {
            self.page.free(row, column, "", &closed)?;
        }
        self.earlier_figure(row, None)?;
        self.page.number(
            row,
            columns.maximum,
            option.points,
            &form_looks::middle(false),
        )?;
        if let Some(column) = columns.tick {
            let is_open = self.form.score_cell(criterion) == ScoreCell::Ticked;
            let format = if is_open {
                form_looks::input()
            } else {
                closed.clone()
            };
            self.page.free(row, column, "", &format)?;
            if is_open {
                let rule = guards::tick(TICK, self.lists)?;
                guards::put(self.page.sheet, (row, column), &rule)?;
                self.mark_second_tick(row, column, criterion)?;
            }
        }
        self.earlier_score(row, None)?;
        for column in [
            columns.claimed,
            columns.appraised,
            columns.evidence,
            columns.explanation,
        ] {
            self.page.free(row, column, "", &closed)?;
        }
        Ok(())
    }

    /// Marks a tick while another option of the same criterion is ticked too.
    fn mark_second_tick(&mut self, row: u32, column: u16, criterion: &Criterion) -> WriteResult {
        let is_it = |content: &FormRow<'_>| matches!(content, FormRow::Option(of, _) if of.id == criterion.id);
        let first =
            self.sheet.rows.iter().position(is_it).unwrap_or_default() as u32 + HEADINGS + 1;
        let last = first + criterion.rule.option_rows().len().saturating_sub(1) as u32;
        let area = [first, last].map(|row| absolute(row, column)).join(":");
        let cell = a1(row, column);
        let second = format!("=AND({cell}<>\"\",COUNTA({area})>1)");
        guards::mark(self.page.sheet, (row, column), &second)
    }

    pub(super) fn figure_row(&mut self, row: u32, figure: &FigureSpec, at: usize) -> WriteResult {
        let columns = self.sheet.columns;
        let closed = form_looks::closed();
        self.page
            .free(row, CODE, &letters(at), &form_looks::middle(false))?;
        let name = figure.name.as_deref().unwrap_or_default();
        self.page.fit(row, TEXT, &format!("{INDENTED}{name}"));
        self.page.at_least(row, ROW);
        self.page.free(row, TEXT, name, &form_looks::below(2))?;
        self.fit_measure(row, &figure.unit);
        if let Some(column) = columns.measure {
            self.page
                .free(row, column, &figure.unit, &form_looks::middle(false))?;
        }
        if let Some((criterion, _)) = self.form.scheme.figure(&figure.id) {
            self.figure(row, criterion, figure)?;
        }
        self.earlier_score(row, None)?;
        let others = [
            columns.maximum,
            columns.claimed,
            columns.appraised,
            columns.evidence,
            columns.explanation,
        ];
        for column in others.into_iter().chain(columns.tick) {
            self.page.free(row, column, "", &closed)?;
        }
        Ok(())
    }

    fn earlier_figure(&mut self, row: u32, figure: Option<&FigureSpec>) -> WriteResult {
        let Some(column) = self.sheet.columns.earlier_figure else {
            return Ok(());
        };
        let value = figure.and_then(|figure| self.form.earlier_figure(figure));
        self.earlier(row, column, value)
    }

    fn earlier_score(&mut self, row: u32, criterion: Option<&Criterion>) -> WriteResult {
        let Some(column) = self.sheet.columns.earlier_score else {
            return Ok(());
        };
        let value = criterion.and_then(|criterion| self.form.earlier_score(criterion));
        self.earlier(row, column, value)
    }

    fn earlier(&mut self, row: u32, column: u16, value: Option<EarlierValue>) -> WriteResult {
        let format = form_looks::earlier();
        match value {
            Some(EarlierValue::Number(number)) => self.page.number(row, column, number, &format),
            Some(EarlierValue::Text(text)) => self.page.free(row, column, &text, &format),
            None => self.page.free(row, column, "", &format),
        }
    }
}

/// How the points of a criterion come from those below it, where that is no sum.
fn of_below(rule: &ScoringRule) -> &'static str {
    match rule.picks() {
        Some(Pick::Best) => "Lấy điểm của mục cao nhất bên dưới",
        Some(Pick::Weakest) => "Lấy điểm của mục thấp nhất bên dưới",
        None if *rule == GROUP_RULE => "",
        None if rule.leaves_blanks() => "Lấy bình quân các mục bên dưới có điểm, bỏ ô trống",
        None => "Lấy bình quân các mục bên dưới",
    }
}

fn in_points(points: Points) -> String {
    format!("{} điểm", LANG.number(points.0))
}

/// `a`, `b` … `z`, `aa`: how the figures of a criterion are numbered.
fn letters(at: usize) -> String {
    crate::base::cell::column_letters(at as u32).to_lowercase()
}
