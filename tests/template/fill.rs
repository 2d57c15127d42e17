//! Fills in a blank form as a unit would: by its headings, codes and texts, and only where cells are not locked.
//!
//! In: a form, its scheme, what makes one unit differ from another. Out: the form filled in, and what was meant. The points are what the
//! rules give for the figures, so that nothing is left to find.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use tonghop::base::cell::{CellAddress, CellValue, Grid};
use tonghop::base::formula::{Calculator, Value};
use tonghop::base::ids::{FigureId, LevelId};
use tonghop::base::points::{Decimal, Points};
use tonghop::campaign::scheme::{Criterion, FigureKind, Scheme, ScoringRule};
use tonghop::input::read::{ReadLimits, Reader};
use tonghop::input::submission::Figure;
use tonghop::judge::score::figures::Figures;
use tonghop::judge::score::rule::{Scale, evaluate};

use crate::edits::book::Parts;

/// What a unit means.
#[derive(Debug, Default)]
pub struct Meant {
    /// The points of each criterion that it has to score, by id.
    pub scores: BTreeMap<String, Points>,
    /// Each figure that is asked for.
    pub figures: Written,
}

/// Figures by id.
#[derive(Debug, Default)]
pub struct Written(pub BTreeMap<FigureId, Figure>);

impl Figures for Written {
    fn figure(&self, id: &FigureId) -> Option<&Figure> {
        self.0.get(id)
    }
}

/// The grids of a workbook.
pub fn grids(path: &Path) -> Vec<Grid> {
    let program = Path::new(env!("CARGO_BIN_EXE_tonghop")).to_path_buf();
    let reader = Reader::new(ReadLimits::default(), program);
    reader.read(&std::fs::read(path).unwrap()).unwrap().grids
}

/// The cells of a sheet that are not locked, by their formats.
pub fn open_cells(parts: &mut Parts, sheet: &str) -> BTreeSet<String> {
    let styles = &parts.0["xl/styles.xml"];
    let (_, formats) = styles.split_once("<cellXfs").unwrap();
    let (formats, _) = formats.split_once("</cellXfs>").unwrap();
    let open: BTreeSet<String> = formats
        .split("<xf ")
        .skip(1)
        .enumerate()
        .filter(|(_, format)| format.contains("locked=\"0\""))
        .map(|(number, _)| number.to_string())
        .collect();
    let cells = parts.sheet(sheet).split("<c r=\"").skip(1);
    cells
        .filter_map(|cell| {
            let (address, rest) = cell.split_once('"')?;
            let (head, _) = rest.split_once('>')?;
            let (style, _) = head.split_once("s=\"")?.1.split_once('"')?;
            open.contains(style).then(|| address.to_string())
        })
        .collect()
}

/// One form while it is filled in.
struct Filling<'f> {
    scheme: &'f Scheme,
    level: LevelId,
    seed: usize,
    meant: Meant,
    /// What goes where: sheet, cell, text or number.
    cells: Vec<(String, String, CellValue)>,
}

/// The columns of a sheet of criteria, by the beginning of their headings.
struct Columns(BTreeMap<String, u32>);

impl Columns {
    fn of(grid: &Grid) -> Option<(u32, Columns)> {
        let is_head = |cell: &&tonghop::base::cell::Cell| cell.value.show() == "Tiêu chí";
        let row = grid.cells().iter().find(is_head)?.address.row;
        let cells = grid.row(row).iter();
        let named = cells.map(|cell| (cell.value.show(), cell.address.column));
        Some((row, Columns(named.collect())))
    }

    fn at(&self, heading: &str, row: u32) -> Option<String> {
        let column = *self.0.get(heading)?;
        Some(CellAddress::new(row, column).to_string())
    }
}

/// Fills in the form at a path; gives what was meant.
pub fn fill(path: &Path, scheme: &Scheme, level: &LevelId, seed: usize) -> Meant {
    let mut filling = Filling {
        scheme,
        level: level.clone(),
        seed,
        meant: Meant::default(),
        cells: Vec::new(),
    };
    let blank = grids(path);
    let mut parts = Parts::open(path);
    filling.figures(&blank);
    let mut open = BTreeMap::new();
    for grid in &blank {
        open.insert(grid.name.clone(), open_cells(&mut parts, &grid.name));
    }
    filling.rows(&blank, &open);
    for (sheet, cell, value) in &filling.cells {
        assert!(open[sheet].contains(cell), "{sheet}!{cell} is locked");
        match value {
            CellValue::Number(number) => parts.number(sheet, cell, &number.to_string()),
            other => parts.text(sheet, cell, &other.show()),
        }
    }
    parts.save(path);
    filling.meant
}

/// Works out all formulas of a workbook and stores their results, as an office program does when it saves.
pub fn recalculate(path: &Path) {
    strip(path);
    let grids = grids(path);
    let mut calculator = Calculator::new(&grids);
    let mut parts = Parts::open(path);
    for (index, grid) in grids.iter().enumerate() {
        for cell in grid.cells() {
            let Some(formula) = cell.formula.as_deref() else {
                continue;
            };
            let value = calculator.calculate(index, cell);
            let value = value.unwrap_or_else(|not| panic!("{}: {formula}: {not:?}", grid.name));
            let formula = formula
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;");
            let stored = match value {
                Value::Number(number) => format!("><f>{formula}</f><v>{number}</v>"),
                Value::Text(text) => format!(" t=\"str\"><f>{formula}</f><v>{text}</v>"),
                other => panic!("{}: {formula}: {other:?}", grid.name),
            };
            parts.set(&grid.name, &cell.address.to_string(), &stored);
        }
    }
    parts.save(path);
}

/// Takes the stored results of all formulas out.
pub fn strip(path: &Path) {
    let mut parts = Parts::open(path);
    for (name, text) in &mut parts.0 {
        if name.starts_with("xl/worksheets/sheet") {
            let mut bare = String::new();
            for (index, piece) in text.split("</f>").enumerate() {
                let piece = match piece
                    .split_once("</v>")
                    .filter(|(value, _)| index > 0 && value.starts_with("<v>"))
                {
                    Some((_, rest)) => rest,
                    None => piece,
                };
                bare.push_str(if index > 0 { "</f>" } else { "" });
                bare.push_str(piece);
            }
            *text = bare;
        }
    }
    parts.save(path);
}

impl Filling<'_> {
    /// A number that hangs on the unit and on what it is for.
    fn dice(&self, of: &str) -> usize {
        let start = 7919 * (self.seed + 1);
        of.bytes().fold(start, |sum, byte| {
            (sum * 31 + usize::from(byte)) % 1_000_003
        })
    }

    /// What the unit says of each figure that its form asks for.
    fn figures(&mut self, blank: &[Grid]) {
        let texts: BTreeSet<String> = blank
            .iter()
            .flat_map(Grid::cells)
            .map(|cell| cell.value.show())
            .collect();
        for criterion in &self.scheme.criteria {
            for figure in &criterion.figures {
                let is_asked = match &figure.name {
                    Some(name) => texts.contains(name),
                    None => texts.contains(criterion.id.0.as_str()),
                };
                if is_asked {
                    let said = self.figure(&figure.id);
                    self.meant.figures.0.insert(figure.id.clone(), said);
                }
            }
        }
    }

    fn figure(&self, id: &FigureId) -> Figure {
        let (criterion, figure) = self.scheme.figure(id).unwrap();
        let dice = self.dice(&id.0);
        match figure.kind {
            FigureKind::YesNo => Figure::Yes(!dice.is_multiple_of(4)),
            FigureKind::Choice => {
                let options = self.scheme.options(id);
                Figure::Choice(options[dice % options.len()].name.clone())
            }
            FigureKind::Count | FigureKind::Amount => {
                Figure::Number(self.number(id, figure.is_percent(criterion)))
            }
        }
    }

    /// A number; a part is no more than its whole.
    fn number(&self, id: &FigureId, is_percent: bool) -> Decimal {
        let dice = self.dice(&id.0);
        let (_, figure) = self.scheme.figure(id).unwrap();
        let mut ratios = self.scheme.ratios();
        let ratio = || {
            ratios
                .find(|(part, _)| *part == id)
                .map(|(_, whole)| whole.clone())
        };
        let whole = figure.at_most.clone().or_else(ratio);
        let is_counted = self.scheme.criteria.iter().any(|one| {
            matches!(&one.rule, ScoringRule::PerItem { items } if items.iter().any(|item| item.figure == *id))
        });
        if is_percent {
            return Decimal::new(550 + i64::try_from(dice % 400).unwrap(), 1);
        }
        if is_counted {
            return Decimal::from((dice % 4) as u64);
        }
        match whole {
            Some(whole) => {
                let whole = self.number(&whole, false).to_i64().unwrap() as u64;
                Decimal::from(whole * (70 + dice as u64 % 30) / 100)
            }
            None => Decimal::from((150 + dice % 90) as u64),
        }
    }

    fn rows(&mut self, blank: &[Grid], open: &BTreeMap<String, BTreeSet<String>>) {
        let scheme = self.scheme;
        for grid in blank {
            let Some((head, columns)) = Columns::of(grid) else {
                continue;
            };
            let mut above: Option<&Criterion> = None;
            let last = grid.cells().last().unwrap().address.row;
            for row in head + 1..=last {
                let text = |column| {
                    let cell = grid.get(CellAddress::new(row, column));
                    cell.map_or_else(String::new, |cell| cell.value.show())
                };
                let (code, said) = (text(0), text(1));
                let is_it = |one: &&Criterion| one.id.0 == code && one.name == said;
                if let Some(criterion) = scheme.criteria.iter().find(is_it) {
                    above = Some(criterion);
                    self.criterion(criterion, grid, &columns, row, open);
                } else if let Some(criterion) = above {
                    self.below(criterion, &said, grid, &columns, row, open);
                }
            }
        }
    }

    fn put(&mut self, grid: &Grid, cell: Option<String>, value: CellValue) {
        self.cells.push((grid.name.clone(), cell.unwrap(), value));
    }

    fn put_figure(&mut self, grid: &Grid, cell: Option<String>, id: &FigureId) {
        let value = match &self.meant.figures.0[id] {
            Figure::Number(number) => CellValue::Number(tonghop::base::points::to_f64(*number)),
            Figure::Yes(yes) => CellValue::Text(if *yes { "Có" } else { "Không" }.to_string()),
            Figure::Choice(choice) => CellValue::Text(choice.clone()),
        };
        self.put(grid, cell, value);
    }

    fn criterion(
        &mut self,
        criterion: &Criterion,
        grid: &Grid,
        columns: &Columns,
        row: u32,
        open: &BTreeMap<String, BTreeSet<String>>,
    ) {
        if let Some(figure) = criterion.figures.iter().find(|one| one.name.is_none()) {
            let cell = columns.at("Số liệu", row);
            if open[&grid.name].contains(cell.as_ref().unwrap()) {
                self.put_figure(grid, cell, &figure.id);
            } else {
                // A criterion that does not apply.
                self.meant.figures.0.remove(&figure.id);
            }
        }
        let is_open = |cell: &Option<String>| {
            cell.as_ref()
                .is_some_and(|cell| open[&grid.name].contains(cell))
        };
        let evidence = columns.at("Tài liệu kiểm chứng", row);
        // What the unit does not claim has no place for words.
        if !is_open(&evidence) {
            return;
        }
        let points = self.points(criterion);
        let Some(points) = points else { return };
        self.meant.scores.insert(criterion.id.0.to_string(), points);
        let score = columns.at("Điểm tự chấm", row);
        let is_ticked = !criterion.rule.option_rows().is_empty();
        assert_eq!(is_open(&score), !is_ticked, "{}", criterion.id);
        // Some write that they have no bonus, some nothing.
        let is_left = criterion.blank_is_zero && points.is_zero() && self.seed.is_multiple_of(2);
        if !is_ticked && !is_left {
            self.put(grid, score, CellValue::Number(points.to_f64()));
        }
        let number = self.dice(&criterion.id.0) % 900;
        if points > Points::ZERO {
            let text = format!("Báo cáo số {number}/BC-{} ngày tháng 12", self.seed);
            self.put(grid, evidence, CellValue::Text(text));
        } else if number.is_multiple_of(2) {
            let text = format!("Chưa thực hiện, sẽ làm theo kế hoạch {number}");
            self.put(grid, columns.at("Giải trình", row), CellValue::Text(text));
        }
    }

    /// The points that a unit claims: those that its figures give, or some that are possible.
    fn points(&self, criterion: &Criterion) -> Option<Points> {
        let maximum = criterion.maximum_at(&self.level)?;
        let dice = self.dice(&format!("điểm {}", criterion.id));
        let options = criterion.rule.option_rows();
        if !options.is_empty() {
            return Some(Points(options[dice % options.len()].points));
        }
        let scale = Scale {
            level: &self.level,
            maximum,
            decimals: self.scheme.rounding.points_decimals,
            below: &[],
        };
        let computed = evaluate(&criterion.rule, &self.meant.figures, scale).points;
        computed.or_else(|| {
            let from = criterion.minimum();
            let most = maximum.limit().unwrap_or(Points::from(40));
            let quarter = (most - from).0.checked_div(Decimal::from(4)).unwrap();
            let steps = Decimal::from((dice % 4) as u64);
            Some(from + Points(quarter.checked_mul(steps).unwrap()))
        })
    }

    fn below(
        &mut self,
        criterion: &Criterion,
        said: &str,
        grid: &Grid,
        columns: &Columns,
        row: u32,
        open: &BTreeMap<String, BTreeSet<String>>,
    ) {
        let is_it = |name: Option<&str>| name == Some(said);
        let figure = criterion
            .figures
            .iter()
            .find(|one| is_it(one.name.as_deref()));
        if let Some(figure) = figure {
            self.put_figure(grid, columns.at("Số liệu", row), &figure.id);
            return;
        }
        let mut options = criterion.rule.option_rows().iter();
        let option = options.find(|one| one.name == said);
        let tick = columns.at("Đánh dấu", row);
        let is_open = tick
            .as_ref()
            .is_some_and(|cell| open[&grid.name].contains(cell));
        if let Some(option) = option.filter(|_| is_open)
            && self.points(criterion) == Some(Points(option.points))
        {
            self.put(grid, tick, CellValue::Text("x".to_string()));
        }
    }
}
