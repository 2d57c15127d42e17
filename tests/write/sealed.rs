//! The seal of rows that are not read back: what is made of them while they are written is what reading them gives.

use std::path::Path;

use tonghop::base::lang::Lang;
use tonghop::base::seal::{Seal, SealVerdict};
use tonghop::input::read::{ReadLimits, Reader, looks};
use tonghop::output::data_file::ValueList;
use tonghop::output::{Content, main_format};
use tonghop::result::report::Report;
use tonghop::result::report::data;

use super::small;
use super::workbook::part;

fn is_as_read(report: &Report) {
    let program = Path::new("tonghop");
    let content = Content::Report(report, None, ValueList::counted(report));
    let made = main_format().write(content, Lang::Vi, program).unwrap();
    assert!(made.is_sealed);
    let limits = ReadLimits::default();
    let reader = Reader::new(limits.clone(), program.to_path_buf());
    let read = reader.read(&made.bytes).unwrap();
    let same = SealVerdict::Compared(Vec::new());
    assert_eq!(Seal::check(&read.grids), same);
    let looks = looks(&made.bytes, &limits).unwrap();
    assert!(Seal::looks_alike(&read.grids, &looks.sheets));
    let list = read.grids.iter().find(|grid| grid.name == "Dữ liệu");
    let rows = list.unwrap().rows().count();
    assert!(rows > data::count(report), "{rows}");
    let bottom = data::count(report) + 4;
    let sheet = part(&made.bytes, "xl/worksheets/sheet9.xml");
    assert!(sheet.contains(&format!("<dimension ref=\"A1:N{bottom}\"/>")));
    let table = part(&made.bytes, "xl/tables/table1.xml");
    assert_eq!(table.matches(&format!("ref=\"A4:N{bottom}\"")).count(), 2);
}

/// A report whose texts have what XML, Excel and the reader treat in ways of their own.
fn hostile() -> Report {
    let mut report = small::report();
    let texts = [
        "  ",
        " a_x0041_ <b> & \"c\"\r\nd ",
        "\u{feff}\u{200b}\u{1}",
        "=1+1",
    ];
    let rows = report.levels.iter_mut().flat_map(|level| &mut level.rows);
    for source in rows.flat_map(|row| row.sources.values_mut()) {
        for (text, own) in texts
            .iter()
            .zip([&mut source.explanation, &mut source.evidence])
        {
            *own = Some((*text).into());
        }
        source.text = texts.concat().into();
    }
    report
}

#[test]
fn a_short_list_is_sealed_as_it_is_read() {
    is_as_read(&small::report());
    is_as_read(&hostile());
}

#[test]
fn a_long_list_is_sealed_as_it_is_read() {
    let mut report = hostile();
    let rows = report.levels[0].rows.clone();
    for copy in 0.. {
        if data::count(&report) > 2_100 {
            break;
        }
        for mut row in rows.clone() {
            row.unit.code = format!("{}-{copy}", row.unit.code);
            report.levels[0].rows.push(row);
        }
    }
    is_as_read(&report);
}
