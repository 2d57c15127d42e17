//! A workbook as the parts of its package, changed as other programs change it; and the program, run on a copy of a sample.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The parts of a package by name.
pub struct Parts(pub BTreeMap<String, String>);

impl Parts {
    pub fn open(path: &Path) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(fs::read(path).unwrap())).unwrap();
        let mut parts = BTreeMap::new();
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).unwrap();
            let name = part.name().unwrap().into_owned();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            parts.insert(name, text);
        }
        Parts(parts)
    }

    /// Writes the package, its parts in another order and stored as they are.
    pub fn save(&self, path: &Path) {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (name, text) in self.0.iter().rev() {
            writer.start_file(name.as_str(), options).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        fs::write(path, writer.finish().unwrap().into_inner()).unwrap();
    }

    /// The part of a sheet.
    pub fn sheet(&mut self, name: &str) -> &mut String {
        let book = &self.0["xl/workbook.xml"];
        let sheets = book.split("<sheet ").skip(1);
        let wanted = format!("name=\"{name}\"");
        let number = 1 + sheets
            .into_iter()
            .position(|one| one.starts_with(&wanted))
            .unwrap();
        let part = format!("xl/worksheets/sheet{number}.xml");
        self.0.get_mut(&part).unwrap()
    }

    /// Puts other content into a cell that is there, in its format; nothing for no content.
    pub fn set(&mut self, sheet: &str, cell: &str, content: &str) {
        let xml = self.sheet(sheet);
        let start = xml.find(&format!("<c r=\"{cell}\"")).unwrap();
        let tag = start + xml[start..].find('>').unwrap();
        let end = if xml[..tag].ends_with('/') {
            tag + 1
        } else {
            start + xml[start..].find("</c>").unwrap() + 4
        };
        let style = xml[start..tag].split(" s=\"").nth(1).map(|rest| {
            let (style, _) = rest.split_once('"').unwrap();
            format!(" s=\"{style}\"")
        });
        let style = style.unwrap_or_default();
        let new = format!("<c r=\"{cell}\"{style}{content}</c>");
        xml.replace_range(start..end, &new);
    }

    pub fn number(&mut self, sheet: &str, cell: &str, value: &str) {
        self.set(sheet, cell, &format!("><v>{value}</v>"));
    }

    pub fn text(&mut self, sheet: &str, cell: &str, text: &str) {
        self.set(
            sheet,
            cell,
            &format!(" t=\"inlineStr\"><is><t>{text}</t></is>"),
        );
    }

    pub fn clear(&mut self, sheet: &str, cell: &str) {
        self.set(sheet, cell, ">");
    }
}

/// Changes a workbook in place.
pub fn edit(path: &Path, change: impl FnOnce(&mut Parts)) {
    let mut parts = Parts::open(path);
    change(&mut parts);
    parts.save(path);
}

/// A cell of a workbook by what stands in it: the first cell of a column whose row's column B names a unit.
pub fn cell_of(path: &Path, sheet: &str, unit: &str, heading: &str) -> String {
    use calamine::{Data, DataType, Reader, open_workbook_auto};
    let mut book = open_workbook_auto(path).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let (top, left) = range.start().unwrap();
    let find = |wanted: &str| {
        let mut cells = range.used_cells();
        let (row, column, _) = cells
            .find(|(_, _, data)| {
                matches!(data, Data::String(_)) && data.get_string() == Some(wanted)
            })
            .unwrap_or_else(|| panic!("{sheet} has no {wanted}"));
        (top + row as u32, left + column as u32)
    };
    tonghop::base::cell::CellAddress::new(find(unit).0, find(heading).1).to_string()
}

/// The returns of the sample of 2016 that a test of edits needs: four of the province and one of a district, so that a run takes a
/// quarter of the time, and both level sheets have rows to edit.
pub const RETURNS: [&str; 5] = ["BDT", "NGOCHOI", "SGTVT", "SNV", "STC"];

/// A copy of a part of the sample of 2016, in a folder with a blank and a diacritic in its path.
pub struct Campaign {
    folder: TempDir,
}

impl Campaign {
    pub fn new() -> Self {
        Campaign::of(&RETURNS)
    }

    /// The same with the returns of some units.
    pub fn of(returns: &[&str]) -> Self {
        let campaign = Campaign::whole();
        for entry in fs::read_dir(campaign.path("dot/phieu-nop")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if !returns.contains(&name.trim_end_matches(" 2016.xlsx")) {
                fs::remove_file(path).unwrap();
            }
        }
        campaign.expect_few(returns);
        campaign
    }

    /// Expects no more units than these and the last of each level, which is missing.
    fn expect_few(&self, returns: &[&str]) {
        let path = self.path("dot/units.csv");
        let units = fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = units.lines().collect();
        let level = |line: &str| line.split(',').next().unwrap().to_string();
        let kept = (0..lines.len()).filter(|at| {
            let code = lines[*at].split(',').nth(2).unwrap();
            let next = lines.get(at + 1).map(|line| level(line));
            returns.contains(&code) || next != Some(level(lines[*at]))
        });
        let kept: Vec<&str> = kept.map(|at| lines[at]).collect();
        fs::write(path, kept.join("\n") + "\n").unwrap();
    }

    /// All of the sample, where a test needs a long list of values.
    pub fn whole() -> Self {
        let folder = TempDir::new().unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let here = folder.path().join("Đợt đánh giá");
        copy(&root.join("samples/kontum-2016"), &here.join("dot"));
        Campaign { folder }
    }

    /// The same, with what a run of it wrote: `xlsx`, or that and `json`. The same bytes come out of each run, so one is enough.
    pub fn consolidated(kinds: &[&str]) -> Self {
        static WRITTEN: LazyLock<BTreeMap<&str, Vec<u8>>> = LazyLock::new(|| {
            let first = Campaign::new();
            first.run(&["dot", "--json"]);
            let kinds = ["xlsx", "json"];
            kinds
                .map(|kind| (kind, fs::read(first.result(kind)).unwrap()))
                .into()
        });
        let campaign = Campaign::new();
        for kind in kinds {
            fs::write(campaign.result(kind), &WRITTEN[kind]).unwrap();
        }
        campaign
    }

    fn result(&self, kind: &str) -> PathBuf {
        self.path(&format!("dot-tong-hop.{kind}"))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("Đợt đánh giá").join(name)
    }

    /// What stands in the folder around the campaign, by name, but for decision workbooks.
    pub fn files(&self) -> Vec<String> {
        let mut names = self.all_files();
        names.retain(|name| !name.contains("-quyet-dinh"));
        names
    }

    /// The same with decision workbooks.
    pub fn all_files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path("")).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name != "dot")
            .collect();
        names.sort();
        names
    }

    /// Runs the program in that folder; what it prints, and its exit status.
    pub fn run(&self, arguments: &[&str]) -> (String, Option<i32>) {
        let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
            .current_dir(self.path(""))
            .args(arguments)
            .output()
            .unwrap();
        let text = [output.stdout, output.stderr].concat();
        (String::from_utf8(text).unwrap(), output.status.code())
    }
}

/// Copies a folder with all below it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
