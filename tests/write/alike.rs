//! What nearly all forms have alike: one row for the campaign, and every finding in a row of its own behind all others.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use tonghop::base::cell::CellAddress;
use tonghop::base::finding::{About, Finding, Place};
use tonghop::base::lang::Lang;
use tonghop::base::points::{Decimal, Points};
use tonghop::base::rules::{layout, practice, row_labels, totals, values};
use tonghop::output::html::Html;
use tonghop::output::xlsx::workbook;
use tonghop::output::{Content, OutputFormat};
use tonghop::result::report::{ListedRow, Report, in_order, listed};

use super::kontum;

/// One finding for each unit of the first level, with a number of its own where it has any.
fn with(rule: &'static tonghop::base::rules::Rule, number: Option<i64>, changes: bool) -> Report {
    let mut report = kontum::report();
    report.findings.clear();
    let rows = report.levels[0].rows.clone();
    let forms = Some((rows.len(), rows.len()));
    for (place, row) in (0_i64..).zip(&rows) {
        let at = Place {
            unit: Some(row.unit.clone()),
            file: Some(row.file.clone()),
            sheet: Some("1.".to_string()),
            cell: Some(CellAddress::new(6, 5)),
        };
        let finding = Finding::new(rule, at).about(About::Row("1.1 (Máy tính)".to_string()));
        let mut finding = match number {
            Some(number) => finding.found(Points(Decimal::from(number + place))),
            None => finding,
        };
        finding = finding.effect(None, Points::ZERO, Points::from(20));
        let effect = finding.effect.as_mut().unwrap();
        effect.changes_rank = changes && place > 0;
        finding.forms = forms;
        report.findings.push(finding);
    }
    report
}

/// The rows in front, each with how many findings it tells, and the others.
fn shown<'r>(rows: &'r [ListedRow<'r>]) -> (Vec<usize>, Vec<&'r Finding>) {
    let (single, shown): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.within.is_some());
    (
        shown.iter().map(|row| row.told.all().count()).collect(),
        single.iter().map(|row| row.told.first).collect(),
    )
}

#[test]
fn what_all_say_is_one_row_and_each_place_has_its_own_behind() {
    let report = with(&values::SCORE_BLANK, None, true);
    let rows = listed(&report);
    let (told, single) = shown(&rows);
    let all = report.findings.len();
    assert!(all > 3);
    assert_eq!(told, [all]);
    // Nothing is lost, and the facts are those of before.
    assert_eq!(single.len(), all);
    assert_eq!(in_order(&report).len(), all);
    assert!(
        in_order(&report)
            .iter()
            .all(|(one, _)| single.contains(one))
    );
    assert_eq!(rows[0].parts, 1..all + 1);
    let message = rows[0].told.message(Lang::Vi);
    assert!(
        message.ends_with(&format!(" – {all}/{all} phiếu (Cấp tỉnh) đều như vậy")),
        "{message}"
    );
    assert_eq!(rows[0].told.changes(), [0, all - 1]);
    // A finding that is no unit's to mend is told to none, but is counted for each as it opens its score.
    assert!(!report.findings[0].is_of_campaign());
    assert_eq!(report.counted_findings().count(), all);
}

#[test]
fn own_values_stay_apart_where_they_can_change_a_place() {
    let (told, single) = {
        let report = with(&practice::NOT_A_STEP, Some(11), true);
        let rows = listed(&report);
        let (told, single) = shown(&rows);
        (told, single.len())
    };
    assert!(told.iter().all(|count| *count == 1), "{told:?}");
    assert_eq!(single, 0);
    // Where nothing changes they are told in general.
    let report = with(&practice::NOT_A_STEP, Some(11), false);
    let rows = listed(&report);
    assert_eq!(shown(&rows).0, [report.findings.len()]);
    let message = rows[0].told.message(Lang::Vi);
    assert!(
        message.starts_with("Điểm không thuộc mức cho phép: 1.1 (Máy tính) – "),
        "{message}"
    );
    assert!(
        message.ends_with(", giá trị từng phiếu khác nhau"),
        "{message}"
    );
}

#[test]
fn without_the_mark_nothing_is_put_together() {
    let mut report = with(&values::SCORE_BLANK, None, true);
    for finding in &mut report.findings {
        finding.forms = None;
    }
    let rows = listed(&report);
    assert!(
        rows.iter()
            .all(|row| !row.told.is_several() && row.within.is_none())
    );
    assert_eq!(rows.len(), report.findings.len());
}

#[test]
fn labels_that_all_forms_share_are_counted_once() {
    let mut report = with(&row_labels::TEXT_EDITED, None, false);
    for finding in &mut report.findings {
        finding.effect = None;
    }
    assert!(report.findings.iter().all(Finding::is_of_campaign));
    assert_eq!(report.counted_findings().count(), 1);
}

#[test]
fn the_sheet_has_one_row_for_all_and_the_page_leads_to_each() {
    let report = with(&values::SCORE_BLANK, None, true);
    let all = report.findings.len();
    let bytes = workbook(&report, Lang::Vi).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("Cảnh báo").unwrap();
    let text = |row: u32, column: u32| match range.get_value((row, column)) {
        Some(Data::String(text)) => text.clone(),
        other => format!("{other:?}"),
    };
    assert_eq!(text(5, 3), format!("{all}/{all} đơn vị (Cấp tỉnh)"));
    assert!(text(5, 4).ends_with(&format!("; từng phiếu ở số thứ tự 2–{}.", all + 1)));
    assert_eq!(text(6, 5), "Xử lý theo dòng 1.");
    assert!(text(2, 0).ends_with("Các dòng từng phiếu ấy nằm ngoài vùng in."));
    let named = report.levels[0].rows.iter();
    let in_sheet: Vec<String> = (6..).take(all).map(|row| text(row, 3)).collect();
    assert!(named.clone().all(|row| in_sheet.contains(&row.name)));
    let areas = book.defined_names().to_vec();
    let area = areas
        .iter()
        .find(|(_, area)| area.contains("Cảnh báo") && area.ends_with("$6"));
    assert!(area.is_some(), "{areas:?}");
    let page = Html.write(
        Content::Report(
            &report,
            None,
            tonghop::output::data_file::ValueList::counted(&report),
        ),
        Lang::Vi,
        std::path::Path::new(""),
    );
    let page = String::from_utf8(page.unwrap().bytes).unwrap();
    for position in 1..=all + 1 {
        assert!(
            page.contains(&format!("id=\"cb-{position}\"")),
            "{position}"
        );
    }
}

#[test]
fn what_is_settled_is_told_for_itself_whatever_it_was_before() {
    let mut report = with(&values::SCORE_BLANK, None, true);
    let all = report.findings.len();
    report.findings[0].settled = Some(Box::new(
        serde_json::from_str(
            r#"{"by":"","reason":"","document":"a.xlsx","sheet":"1","cell":"B2"}"#,
        )
        .unwrap(),
    ));
    let rows = listed(&report);
    let (told, _) = shown(&rows);
    assert_eq!(told.iter().sum::<usize>(), all);
    let settled = rows.iter().filter(|row| row.told.first.settled.is_some());
    assert!(
        settled
            .clone()
            .all(|row| !row.told.is_several() && row.within.is_none())
    );
    assert_eq!(settled.count(), 1);
}

#[test]
fn letters_leave_out_what_is_the_forms_and_no_sum() {
    let told = |rule| {
        let report = with(rule, None, true);
        (crate::letters::of(&report).told, report.findings.len())
    };
    let (sums, all) = told(&totals::TOTAL_MISMATCH);
    assert_eq!(sums, all);
    let (missing, _) = told(&layout::CRITERION_MISSING);
    assert_eq!(missing, 0);
}
