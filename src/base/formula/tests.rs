//! Golden values as Excel and `LibreOffice` give them, and formulas that want to do harm.

#![allow(clippy::indexing_slicing)]

use proptest::prelude::*;

use super::*;
use crate::base::cell::{Cell, CellAddress, CellValue, Grid, Visibility};

fn cell(at: &str, value: CellValue, formula: Option<&str>) -> Cell {
    Cell {
        formula: formula.map(str::to_string),
        ..Cell::new(at.parse().unwrap_or_default(), value)
    }
}

fn number(at: &str, value: f64) -> Cell {
    cell(at, CellValue::Number(value), None)
}

fn grid(name: &str, cells: Vec<Cell>) -> Grid {
    Grid::new(name, Visibility::Visible, cells, Vec::new())
}

/// Two sheets: numbers in A1:A4, a text, a text of digits, a truth, an error, and 7 on the other one.
fn grids() -> Vec<Grid> {
    let text = |at, text: &str| cell(at, CellValue::Text(text.to_string()), None);
    let first = vec![
        number("A1", 0.1),
        number("A2", 0.2),
        number("A3", 12.5),
        number("A4", -3.0),
        text("B1", "x"),
        text("B2", "5"),
        text("B3", "1,5"),
        cell("B4", CellValue::Bool(true), None),
        cell("B5", CellValue::Error("#N/A".to_string()), None),
    ];
    let second = vec![number("D5", 7.0), text("A1", "Có")];
    vec![grid("Nhóm 1", first), grid("Tổng hợp", second)]
}

fn calculate(formula: &str) -> Result<Value, NotSimple> {
    let grids = grids();
    let own = cell("Z99", CellValue::NotCalculated, Some(formula));
    Calculator::new(&grids).calculate(0, &own)
}

fn shown(formula: &str) -> String {
    match calculate(formula) {
        Ok(Value::Number(value)) => value.normalize().to_string(),
        Ok(Value::Text(text)) => format!("'{text}"),
        Ok(Value::Bool(value)) => value.to_string().to_uppercase(),
        Ok(Value::Error(code)) => code,
        Ok(Value::Blank) => "blank".to_string(),
        Err(why) => format!("{why:?}"),
    }
}

fn all(cases: &[(&str, &str)]) {
    for (formula, expected) in cases {
        assert_eq!(shown(formula), *expected, "={formula}");
    }
}

#[test]
fn operators_in_the_order_of_excel() {
    all(&[
        ("1+2*3", "7"),
        ("(1+2)*3", "9"),
        ("-2^2", "4"),
        ("2^3^2", "64"),
        ("2^-1", "0.5"),
        ("4^0.5", "2"),
        ("10-2-3", "5"),
        ("50%", "0.5"),
        ("-50%*4", "-2"),
        ("--\"5\"", "5"),
        ("+A3", "12.5"),
        ("1=1", "TRUE"),
        ("1+1<>2", "FALSE"),
        ("\"a\"&1", "'a1"),
        ("1&TRUE", "Doubtful"),
        ("\"nói \"\"có\"\"\"", "'nói \"có\""),
        ("\"ABC\"=\"abc\"", "TRUE"),
        ("1<\"a\"", "TRUE"),
        ("\"z\"<TRUE", "Doubtful"),
        ("1e2+1.5E-1", "100.15"),
        ("1/3*3", "1"),
        ("0.1+0.2=0.3", "TRUE"),
    ]);
}

#[test]
fn cells_blanks_and_errors() {
    all(&[
        ("A1+A2", "0.3"),
        ("$A$3*2", "25"),
        ("C9+1", "1"),
        ("C9", "blank"),
        ("C9=\"\"", "TRUE"),
        ("C9=0", "TRUE"),
        ("B2+1", "6"),
        ("B1+1", "#VALUE!"),
        ("B3+1", "Doubtful"),
        ("B4+1", "2"),
        ("B5+1", "#N/A"),
        ("1/0", "#DIV/0!"),
        ("1/C9", "#DIV/0!"),
        ("0^0", "Doubtful"),
        ("#REF!+1", "#REF!"),
        ("'Tổng hợp'!D5+1", "8"),
        ("Tổng hợp!D5+1", "8"),
        ("'TỔNG HỢP'!$D$5", "7"),
        ("Sheet9!A1", "Unreadable"),
        ("0.5&\"\"", "Doubtful"),
        ("\"a\"<\"b\"", "Doubtful"),
        ("A1:A2", "Unsupported"),
    ]);
}

#[test]
fn functions() {
    all(&[
        ("SUM(A1:A4)", "9.8"),
        ("SUM(A1:A4;1,2)", "12.8"),
        ("SUM(A1:B3)", "12.8"),
        ("SUM(A1:B4)", "Doubtful"),
        ("SUM(B2,TRUE,\"3\")", "4"),
        ("SUM(\"x\")", "#VALUE!"),
        ("SUM(B5:B9)", "#N/A"),
        ("SUM(A:A)", "9.8"),
        ("SUM(A4:A1)", "9.8"),
        ("SUM(C1:C9)", "0"),
        ("MIN(A1:A4)", "-3"),
        ("MAX(A1:B3)", "12.5"),
        ("MAX(C1:C2)", "0"),
        ("AVERAGE(A3:A4)", "4.75"),
        ("AVERAGE(C1:C4)", "#DIV/0!"),
        ("COUNT(A1:B3)", "3"),
        ("COUNT(A1:B5)", "Doubtful"),
        ("COUNT(1,\"x\",\"5\")", "2"),
        ("COUNTA(A1:B5)", "9"),
        ("COUNTIF(A1:A4,\">0\")", "3"),
        ("COUNTIF(A1:A4,12.5)", "1"),
        ("COUNTIF('Tổng hợp'!A1:A9,\"có\")", "1"),
        ("COUNTIF(B1:B4,5)", "Doubtful"),
        ("COUNTIF(B1:B4,\"x*\")", "Unsupported"),
        ("PRODUCT(A3:A4,2)", "-75"),
        ("ROUND(2.5,0)", "3"),
        ("ROUND(-2.5,0)", "-3"),
        ("ROUND(2.345,2)", "2.35"),
        ("ROUND(1.005,2)", "1.01"),
        ("ROUND(1250,-2)", "1300"),
        ("ROUND(5/6*3,0)", "3"),
        ("ROUNDUP(2.001,2)", "2.01"),
        ("ROUNDUP(-2.1,0)", "-3"),
        ("ROUNDDOWN(-2.9,0)", "-2"),
        ("INT(-2.5)", "-3"),
        ("INT(1/3*3)", "1"),
        ("ABS(A4)", "3"),
        ("IF(A3>10,\"a\",1/0)", "'a"),
        ("IF(A3<10,1)", "FALSE"),
        ("IF(A3>10,,1)", "0"),
        ("IF(B1,1,2)", "Doubtful"),
        ("IFERROR(1/0,9)", "9"),
        ("IFERROR(B5;0)+1", "1"),
        ("AND(TRUE,A3>1)", "TRUE"),
        ("OR(FALSE(),A3<1)", "FALSE"),
        ("NOT(A3>1)", "FALSE"),
        (" ROUND( SUM( A1:A2 ) , 1 ) ", "0.3"),
        ("sum(a1:a2)", "0.3"),
    ]);
}

#[test]
fn references_of_open_document() {
    all(&[
        ("SUM([.A1:.A4];1)", "10.8"),
        ("[$'Tổng hợp'.D5]*2", "14"),
        ("[.A3]-[.A4]", "15.5"),
        ("[.#REF!]+1", "#REF!"),
    ]);
}

#[test]
fn other_workbooks_are_named() {
    let external = |text: &str| Err(NotSimple::External(text.to_string()));
    assert_eq!(calculate("[1]Sheet1!A1+1"), external("[1]Sheet1!A1"));
    assert_eq!(
        calculate("SUM('D:\\Báo cáo\\[Book 2.xlsx]Sheet1'!$A$1:$A$3)"),
        external("'D:\\Báo cáo\\[Book 2.xlsx]Sheet1'!$A$1:$A$3")
    );
    assert_eq!(
        calculate("['file:///D:/b.ods'#$Sheet1.A1]"),
        external("['file:///D:/b.ods'#$Sheet1.A1]")
    );
}

#[test]
fn what_is_not_simple_is_refused() {
    for formula in [
        "VLOOKUP(A1,A1:B4,2)",
        "TongDiem",
        "Bang[Cot]",
        "{1,2}",
        "SUM(A1:A2 A2:A3)",
        "TODAY()",
        "Sheet1:Sheet3!A1",
        "SUM(",
        "1+",
        "",
        "\"a",
        "A1 A2",
        "ROUND(1)",
        "{PtgArray}",
        "[PtgNameX]",
        "SUM(1:3)",
        "A1048577",
        "\u{0}",
    ] {
        assert_eq!(
            calculate(formula),
            Err(NotSimple::Unsupported),
            "={formula}"
        );
    }
    assert_eq!(calculate("1e28*1e28"), Err(NotSimple::Unsupported));
    assert_eq!(calculate("2^9999"), Err(NotSimple::Unsupported));
}

fn chain(cells: Vec<Cell>, last: &str) -> Result<Value, NotSimple> {
    let grids = [grid("S", cells)];
    let at = last.parse().unwrap_or_default();
    let cell = grids[0].get(at).cloned();
    Calculator::new(&grids).calculate(0, &cell.unwrap_or_else(|| number(last, 0.0)))
}

#[test]
fn formulas_that_need_formulas() {
    let sum = |at, stored, formula| cell(at, stored, Some(formula));
    let stale = CellValue::Number(1.0);
    let cells = vec![
        number("A1", 5.0),
        sum("A2", stale.clone(), "A1*2"),
        sum("A3", CellValue::NotCalculated, "A2+1"),
        sum("A4", stale.clone(), "VLOOKUP(A1,B1:C9,2)"),
        sum("A5", CellValue::NotCalculated, "SUM(A1:A4)"),
        sum("B1", stale.clone(), "B2"),
        sum("B2", stale.clone(), "B1+1"),
        sum("B3", stale.clone(), "B1+1"),
        sum("B4", stale, "SUM(B1:B9)"),
        sum("C1", CellValue::NotCalculated, "NONE()"),
        sum("C2", CellValue::NotCalculated, "C1+1"),
    ];
    let of = |at| chain(cells.clone(), at);
    assert_eq!(of("A5"), Ok(Value::Number(27.into())));
    for at in ["B1", "B2", "B3", "B4"] {
        assert_eq!(of(at), Err(NotSimple::Circular), "{at}");
    }
    assert_eq!(of("C2"), Err(NotSimple::Unreadable));
}

#[test]
fn sheets_with_lost_cells_are_not_added_up() {
    let mut grids = grids();
    grids[1].incomplete = true;
    let own = cell("Z1", CellValue::NotCalculated, Some("'Tổng hợp'!D5"));
    assert_eq!(
        Calculator::new(&grids).calculate(0, &own),
        Err(NotSimple::Unreadable)
    );
}

#[test]
fn harm_is_bounded() {
    let deep = |text: &str, times| format!("{}1{}", text.repeat(times), ")".repeat(times));
    assert_eq!(shown(&deep("(", 60)), "1");
    assert_eq!(shown(&deep("SUM(", 60)), "1");
    assert_eq!(shown(&deep("(", 65)), "TooMuch");
    assert_eq!(shown(&deep("IF(TRUE,", 2000)), "TooMuch");
    assert_eq!(shown(&"-".repeat(8000)), "Unsupported");
    assert_eq!(shown(&format!("1{}", "+1".repeat(4000))), "4001");
    assert_eq!(shown(&format!("1{}", "%".repeat(8000))), "Unsupported");
    assert_eq!(shown(&"1+".repeat(5000)), "TooMuch");
    assert_eq!(shown("SUM(A1:XFD1048576)"), "Doubtful");
    assert_eq!(shown("SUM(C1:XFD1048576)+SUM(C:XFD)"), "0");
    let many: Vec<Cell> = (0..60_000_u32)
        .map(|row| Cell::new(CellAddress::new(row, 0), CellValue::Number(1.0)))
        .chain([cell("B1", CellValue::NotCalculated, Some("SUM(A:A)"))])
        .collect();
    assert_eq!(chain(many, "B1"), Err(NotSimple::TooMuch));
    // Every cell needs the one above it twice.
    let ladder: Vec<Cell> = (1..=400_u32)
        .map(|row| {
            let formula = if row == 1 {
                "1".to_string()
            } else {
                format!("A{0}+A{0}", row - 1)
            };
            cell(&format!("A{row}"), CellValue::NotCalculated, Some(&formula))
        })
        .collect();
    assert!(chain(ladder.clone(), "A400").is_err());
    assert_eq!(
        chain(ladder, "A40"),
        Ok(Value::Number((1_i64 << 39).into()))
    );
}

proptest! {
    #[test]
    fn nothing_breaks_it(formula in ".{0,60}") {
        let _ = calculate(&formula);
    }

    #[test]
    fn nothing_that_looks_like_a_formula_breaks_it(
        parts in proptest::collection::vec(proptest::sample::select(vec![
            "SUM(", "IF(", "ROUND(", ")", "(", ",", ";", "A1", "$B$2", "A1:B5", "'Tổng hợp'!D5", "[.A1]", "[1]", "!",
            "'", "\"", "1", "0.5", "%", "+", "-", "*", "/", "^", "&", "=", "<>", "#N/A", " ", "COUNTIF(",
        ]), 0..25)
    ) {
        let _ = calculate(&parts.concat());
    }

    #[test]
    fn sums_are_exact(cents in proptest::collection::vec(-100_000_i64..100_000, 1..30)) {
        let shown: Vec<String> = cents.iter().map(|c| crate::base::points::Decimal::new(*c, 2).to_string()).collect();
        let expected = crate::base::points::Decimal::new(cents.iter().sum(), 2);
        prop_assert_eq!(calculate(&shown.join("+")), Ok(Value::Number(expected)));
    }
}
