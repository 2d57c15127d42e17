//! The sheet of the open questions: what is asked in white, what is decided in the coloured cells beside it.
//!
//! In: a report and its questions, in their order. Out: one row each, with a filter; each question's own drop-downs and limits. Not for:
//! ordering them.

use rust_xlsxwriter::{DataValidation, Formula, Worksheet, XlsxError};

use crate::base::finding::Finding;
use crate::base::points::Points;
use crate::campaign::decisions::columns::{ColumnId, FREE, NO_UNIT, QUESTION_COLUMNS, QUESTIONS};
use crate::campaign::decisions::{DecisionKind, DecisionSubject};
use crate::input::receipt::FileRow;
use crate::output::sentence::sentence;
use crate::output::xlsx::decisions::{LANG, list_names, looks};
use crate::output::xlsx::links::Links;
use crate::output::xlsx::numbers;
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::sheet_limits::LINKS;
use crate::output::xlsx::styles;
use crate::output::xlsx::text::{a1, column_absolute, literal};
use crate::result::report::{PossibleChange, Question, Report};

/// The row of the headings.
const HEADER: u32 = 3;
/// Columns that stay when one scrolls to the right.
const FROZEN: u16 = 2;

/// The column of a value.
fn at(column: ColumnId) -> u16 {
    let place = QUESTION_COLUMNS.iter().position(|one| *one == column);
    place.unwrap_or_default() as u16
}

/// The width of a column, in digits.
fn width(column: ColumnId) -> f64 {
    match column {
        ColumnId::Unit | ColumnId::Place => 17.0,
        ColumnId::Criterion | ColumnId::Effect | ColumnId::Reason => 22.0,
        ColumnId::Found => 36.0,
        ColumnId::CountedNow => 8.0,
        ColumnId::Points => 9.0,
        ColumnId::Decision => 15.0,
        ColumnId::Target => 18.0,
        ColumnId::By => 14.0,
        ColumnId::On => 11.0,
        ColumnId::GroundWords | ColumnId::Claimed => 40.0,
        ColumnId::Id | ColumnId::GroundHash => 20.0,
    }
}

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, report: &Report, questions: &[Question]) -> WriteResult {
    let widths = QUESTION_COLUMNS.map(width);
    let mut page = SheetPage::new(sheet, QUESTIONS, &widths, LANG)?;
    let printed = at(ColumnId::On);
    page.title(0, printed, ["CÂU HỎI CẦN QUYẾT ĐỊNH"])?;
    page.line(1, (0, printed), &report.campaign.name, &styles::subtitle())?;
    page.line(2, (0, printed), &about(questions.len()), &styles::guide())?;
    for (column, id) in (0_u16..).zip(QUESTION_COLUMNS) {
        let heading = id.heading().get(LANG);
        page.tight(HEADER, column, heading);
        page.text(HEADER, column, heading, &styles::header())?;
    }
    let mut links = Links::new(&report.intake.folder, LINKS);
    let mut last = HEADER;
    for question in questions {
        last += 1;
        row(&mut page, report, &mut links, last, question)?;
    }
    if last > HEADER {
        rules(page.sheet, (HEADER + 1, last))?;
    }
    page.finish(report, Some((HEADER, HEADER)))?;
    let end = QUESTION_COLUMNS.len().saturating_sub(1) as u16;
    page.sheet
        .set_tab_color(styles::INPUT_TAB)
        .set_print_area(0, 0, last, printed)?
        .set_freeze_panes(HEADER + 1, FROZEN)?
        .set_column_hidden(at(ColumnId::Id))?
        .set_column_hidden(at(ColumnId::GroundHash))?
        .autofilter(HEADER, 0, last, end)?;
    Ok(())
}

fn about(count: usize) -> String {
    if count == 0 {
        return "Hiện không có câu hỏi nào. Muốn quyết định điểm khác, ghi ở trang “Thẩm định khác”."
            .to_string();
    }
    format!(
        "{count} câu hỏi: về tệp, rồi đến việc có thể đổi xếp loại hoặc thứ hạng, rồi đến việc khác. Điền các cột nền vàng, lưu tệp rồi chạy tonghop lại; ô chuyển màu cam là còn thiếu. Cách điền: trang “Hướng dẫn”."
    )
}

/// A question.
fn row(
    page: &mut SheetPage,
    report: &Report,
    links: &mut Links,
    row: u32,
    question: &Question,
) -> WriteResult {
    let finding = report.findings.get(question.finding);
    let (cell, fine) = (styles::cell(), looks::fine());
    for (column, id) in (0_u16..).zip(QUESTION_COLUMNS) {
        match id {
            ColumnId::Unit => {
                let words = report.question_unit(&question.id);
                let is_nobody = question.id.unit.is_none();
                let words = if is_nobody { NO_UNIT } else { &words };
                page.text(row, column, words, &cell)?;
            }
            ColumnId::Criterion => {
                let words = report.question_about(&question.id);
                page.text(row, column, &words, &cell)?;
            }
            ColumnId::Place => place(page, links, (row, column), finding)?,
            ColumnId::Found => page.text(row, column, &found(question, finding), &cell)?,
            ColumnId::CountedNow => points(page, (row, column), question.counted)?,
            ColumnId::Effect => {
                let words = finding.map(|finding| effect(report, question, finding));
                page.small(row, column, &words.unwrap_or_default(), cell.clone())?;
            }
            ColumnId::Decision | ColumnId::Target | ColumnId::Reason | ColumnId::By => {
                page.free(row, column, "", &looks::words())?;
            }
            ColumnId::Points => page.free(row, column, "", &looks::number())?,
            ColumnId::On => page.free(row, column, "", &looks::day())?,
            ColumnId::GroundWords => page.free(row, column, &question.ground.words, &fine)?,
            ColumnId::Id => page.free(row, column, &question.id.to_string(), &fine)?,
            ColumnId::GroundHash => page.free(row, column, &question.ground.hash, &fine)?,
            ColumnId::Claimed => {}
        }
    }
    Ok(())
}

/// Sheet and cell, or the file where there is neither, as a link.
fn place(
    page: &mut SheetPage,
    links: &mut Links,
    at: (u32, u16),
    finding: Option<&Finding>,
) -> WriteResult {
    let place = finding.map(|finding| &finding.place);
    let Some((place, file)) = place.and_then(|place| Some((place, place.file.as_deref()?))) else {
        return page.text(at.0, at.1, "", &styles::cell());
    };
    match (&place.sheet, place.cell) {
        (Some(sheet), Some(cell)) => {
            let text = format!("{sheet}!{cell}");
            links.write(page, at, &text, file, Some((sheet, Some(cell))))
        }
        (Some(sheet), None) => links.write(page, at, sheet, file, Some((sheet, None))),
        (None, _) => links.write(page, at, file, file, None),
    }
}

/// What was found, in which file, with the code before it, by which the reader knows the question where its id is gone.
fn found(question: &Question, finding: Option<&Finding>) -> String {
    let Some(finding) = finding else {
        return question.id.code.clone();
    };
    let message = sentence(&finding.message(LANG));
    let file = finding.place.file.as_deref();
    let has_sheet = finding.place.sheet.is_some();
    let file = file
        .filter(|_| has_sheet)
        .map(|file| format!(" (tệp {file})"));
    format!(
        "{}: {message}{}",
        finding.rule.code,
        file.unwrap_or_default()
    )
}

fn points(page: &mut SheetPage, at: (u32, u16), points: Option<Points>) -> WriteResult {
    match points {
        Some(points) => page.number(at.0, at.1, points.0, &numbers::right(styles::GENERAL)),
        None => page.text(at.0, at.1, "", &styles::centered()),
    }
}

/// The most points of a criterion, and the total, the grade and the place that are possible, in words.
fn effect(report: &Report, question: &Question, finding: &Finding) -> String {
    let change = report.change(finding);
    let lines = limits(question).into_iter();
    let lines = lines.chain(files(report, question));
    let lines = lines.chain(change.iter().flat_map(changes));
    let lines = lines.chain(of_figure(report, question));
    lines.collect::<Vec<String>>().join("\n")
}

/// What follows from a figure: statistics, points that are computed by it, claims that are held against it.
fn of_figure(report: &Report, question: &Question) -> Vec<String> {
    let Some(effect) = report.figure_effect(&question.id) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    if let DecisionSubject::Figure(id) = &question.id.subject {
        let options = report.options(id);
        if !options.is_empty() {
            lines.push(format!("Các lựa chọn: {}", options.join("; ")));
        }
    }
    for score in &effect.scores {
        let id = &score.criterion.id;
        let (lowest, highest) = score.range;
        let counted = score.counted.map_or_else(
            || "chưa tính được".to_string(),
            |points| format!("đang tính {}", LANG.number(points.0)),
        );
        let range = LANG.range(lowest, highest);
        lines.push(format!("Điểm {id} tính theo số liệu: {range}, {counted}"));
        lines.extend(score.change.iter().flat_map(changes));
    }
    if !effect.compared.is_empty() {
        let ids: Vec<&str> = effect.compared.iter().map(|id| id.0.as_str()).collect();
        lines.push(format!("Đối chiếu điểm tự chấm {}", ids.join("; ")));
    }
    for other in &effect.beside {
        lines.push(format!(
            "Nếu sai là “{other}” thì ghi số ấy ở trang “{FREE}”"
        ));
    }
    if !effect.statistics.is_empty() {
        lines.push(format!(
            "Chỉ tiêu thống kê: {}",
            effect.statistics.join("; ")
        ));
    }
    lines
}

/// The files that can be chosen, each with the time at which it was saved, and which of them counts.
fn files(report: &Report, question: &Question) -> Vec<String> {
    let line = |file: &FileRow| {
        let day = file.document_day().map(|day| day.shown(LANG));
        let saved = day.map_or_else(String::new, |day| format!(", lưu ngày {day}"));
        let counts = if file.counts() { ", đang tính" } else { "" };
        format!("{}{saved}{counts}", file.name)
    };
    let files = report.offered_files(&question.id);
    files.into_iter().map(line).collect()
}

/// The points of a criterion, and what its figures come to where that can be taken.
fn limits(question: &Question) -> Option<String> {
    let (fewest, most) = question.range?;
    let number = |points: Points| LANG.number(points.0);
    let mut text = match most.limit() {
        Some(most) if fewest.is_zero() => format!("Tối đa {} điểm", number(most)),
        Some(most) => format!("Từ {} đến {} điểm", number(fewest), number(most)),
        None => "Không giới hạn điểm".to_string(),
    };
    let computed = question.computed;
    let can_take = question.kinds.contains(&DecisionKind::TakeComputed);
    if let Some(computed) = computed.filter(|_| can_take) {
        text.push_str(&format!("; tính lại được {}", number(computed)));
    }
    Some(text)
}

fn changes(change: &PossibleChange) -> Vec<String> {
    let [lowest, highest] = change.totals;
    let mut lines = Vec::new();
    if lowest != highest {
        // Of two ends the lower one is always so many points.
        let lowest = lowest.limit().unwrap_or_default();
        lines.push(format!("Tổng điểm {}", LANG.range(lowest, highest)));
    }
    if !change.grades.is_empty() {
        let grades = change.grades.join(" hoặc ");
        lines.push(format!(
            "Xếp loại đang là {}, có thể là {grades}",
            change.grade
        ));
    }
    if change.best != change.worst {
        lines.push(format!(
            "Thứ hạng đang là {}, có thể từ {} đến {}",
            change.place, change.best, change.worst
        ));
    }
    lines
}

/// What can be chosen and typed, and what is marked as missing.
fn rules(sheet: &mut Worksheet, (first, last): (u32, u32)) -> WriteResult {
    let id = column_absolute(first, at(ColumnId::Id));
    let put = |sheet: &mut Worksheet, column: ColumnId, rule: &DataValidation| {
        let column = at(column);
        sheet.add_data_validation(first, column, last, column, rule)?;
        Ok::<(), XlsxError>(())
    };
    let decision = DataValidation::new()
        .allow_list_formula(Formula::new(list_names::kinds(&id)))
        .set_input_title("Quyết định")?
        .set_input_message("Chọn trong danh sách. Xóa ô là rút lại quyết định.")?
        .set_error_title("Quyết định")?
        .set_error_message("Chọn một mục trong danh sách của câu hỏi này.")?;
    put(sheet, ColumnId::Decision, &decision)?;
    let own = a1(first, at(ColumnId::Points));
    let points = DataValidation::new()
        .allow_custom(Formula::new(list_names::within(&own, &id)))
        .set_input_title("Điểm hoặc số liệu")?
        .set_input_message(
            "Chỉ ghi khi chọn “điểm thẩm định” (không quá điểm tối đa của tiêu chí) hoặc “số liệu thẩm định” (có là 1, không là 0; một lựa chọn thì ghi đúng chữ).",
        )?
        .set_error_title("Điểm hoặc số liệu")?
        .set_error_message("Điểm là một số trong khung điểm của tiêu chí, số liệu là số từ 0 (có là 1, không là 0) hoặc một lựa chọn; không ghi kèm chữ.")?;
    put(sheet, ColumnId::Points, &points)?;
    let target = DataValidation::new()
        .allow_list_formula(Formula::new(list_names::targets(&id)))
        .set_input_title("Tiêu chí, đơn vị hoặc tệp")?
        .set_input_message(
            "Tổng điểm hoặc tổng nhóm: tiêu chí nhận phần chênh lệch. Tệp chưa rõ của ai: đơn vị. Nhiều tệp của một đơn vị: tệp được tính. Còn lại để trống.",
        )?
        .show_error_message(false);
    put(sheet, ColumnId::Target, &target)?;
    put(sheet, ColumnId::On, &looks::day_rule()?)?;
    marks(sheet, (first, last))
}

/// Marks what a decision lacks.
fn marks(sheet: &mut Worksheet, (first, last): (u32, u32)) -> WriteResult {
    let cell = |column: ColumnId| column_absolute(first, at(column));
    let own = |column: ColumnId| a1(first, at(column));
    let decided = cell(ColumnId::Decision);
    let is = |kind: DecisionKind| format!("{decided}={}", literal(kind.name().get(LANG)));
    let asks = is(DecisionKind::AskUnit);
    let (appraise, of_unit) = (is(DecisionKind::Appraise), is(DecisionKind::OfUnit));
    let (use_file, figure) = (is(DecisionKind::UseFile), is(DecisionKind::AppraiseFigure));
    let id = cell(ColumnId::Id);
    let of_sum = list_names::has_targets(&id);
    let of_one = format!("NOT({of_sum})");
    let all = [
        (
            ColumnId::Reason,
            format!(
                "=AND({decided}<>\"\",NOT({asks}),{}=\"\")",
                own(ColumnId::Reason)
            ),
        ),
        (
            ColumnId::By,
            format!("=AND({decided}<>\"\",{}=\"\")", own(ColumnId::By)),
        ),
        (
            ColumnId::Points,
            format!(
                "=AND(OR(AND({appraise},{of_one}),{figure}),{}=\"\")",
                own(ColumnId::Points)
            ),
        ),
        (
            ColumnId::Target,
            format!(
                "=AND(OR(AND({appraise},{of_sum}),{of_unit},{use_file}),{}=\"\")",
                own(ColumnId::Target)
            ),
        ),
    ];
    for (column, condition) in all {
        let column = at(column);
        looks::mark(sheet, (first, column), (last, column), &condition)?;
    }
    Ok(())
}
