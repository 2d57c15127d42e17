//! Lays a case out on the disk: the campaign `dot` with its inbox `phieu`, in a temporary folder.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::case::{Case, Raw, WorkbookText};
use super::decided;
use super::edit::edit;
use super::grid::{Sheet, sheets, unescape};
use super::xlsx::{self, Extras};

const CAMPAIGN: &str = include_str!("base/campaign.toml");
const SCHEME: &str = include_str!("base/scheme.toml");
const UNITS: &str = include_str!("base/units.csv");
const FORM: &str = include_str!("base/form.txt");

/// A case on the disk.
pub struct Folder {
    /// The folder around the campaign.
    pub around: TempDir,
}

impl Folder {
    /// Lays a case out.
    pub fn new(case: &Case) -> Result<Folder, String> {
        let folder = Folder {
            around: tempfile::tempdir().unwrap(),
        };
        fs::create_dir_all(folder.inbox(case)).unwrap();
        if !case.plain {
            folder.definitions(case)?;
        }
        for workbook in &case.workbook {
            let bytes = workbook_bytes(case, workbook)?;
            put(&folder.inbox(case).join(file_name(workbook)), &bytes);
        }
        let own = case.folder.join("files");
        if own.is_dir() {
            for entry in fs::read_dir(own).unwrap() {
                let path = entry.unwrap().path();
                let to = folder.inbox(case).join(path.file_name().unwrap());
                fs::copy(path, to).unwrap();
            }
        }
        case.raw.iter().try_for_each(|raw| folder.raw(case, raw))?;
        // What is decided rests on all that was returned.
        for workbook in &case.decisions {
            let bytes = decided::bytes(case, workbook, &folder.campaign())?;
            let name = workbook.file.as_deref().unwrap_or("dot-quyet-dinh.xlsx");
            put(&folder.around.path().join(name), &bytes);
        }
        Ok(folder)
    }

    /// The campaign's folder.
    pub fn campaign(&self) -> PathBuf {
        self.around.path().join("dot")
    }

    /// The folder of returned workbooks.
    pub fn inbox(&self, case: &Case) -> PathBuf {
        if case.plain {
            self.campaign()
        } else {
            self.campaign().join("phieu")
        }
    }

    fn definitions(&self, case: &Case) -> Result<(), String> {
        let own = |name: &str| fs::read_to_string(case.folder.join(name)).ok();
        let campaign = own("campaign.toml").unwrap_or_else(|| CAMPAIGN.to_string());
        let write = |name: &str, text: &str| {
            fs::write(self.campaign().join(name), text).map_err(|error| error.to_string())
        };
        write("campaign.toml", &format!("{campaign}\n{}", case.campaign))?;
        write(
            "scheme.toml",
            &own("scheme.toml").unwrap_or_else(|| SCHEME.to_string()),
        )?;
        write(
            "units.csv",
            &own("units.csv").unwrap_or_else(|| registry(case)),
        )
    }

    fn raw(&self, case: &Case, raw: &Raw) -> Result<(), String> {
        let path = self.inbox(case).join(&raw.file);
        if let Some(size) = raw.zeros {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            let file = fs::File::create(path).unwrap();
            return file.set_len(size).map_err(|error| error.to_string());
        }
        if let Some(to) = &raw.link {
            return link(to, &path);
        }
        let mut bytes = if let Some(text) = &raw.text {
            unescape(text).into_bytes()
        } else if let Some(hex) = &raw.hex {
            from_hex(hex)
        } else if let Some(other) = &raw.copy {
            fs::read(self.inbox(case).join(other)).map_err(|error| format!("{other}: {error}"))?
        } else if let Some(names) = &raw.zip {
            packed(&self.inbox(case), names, raw.strange.as_deref())
        } else if let Some(streams) = &raw.streams {
            compound(streams)
        } else {
            return Err(format!("{}: nothing says what it holds", raw.file));
        };
        bytes.truncate(raw.bytes.unwrap_or(usize::MAX));
        put(&path, &bytes);
        Ok(())
    }
}

#[cfg(unix)]
fn link(to: &str, path: &Path) -> Result<(), String> {
    std::os::unix::fs::symlink(to, path).map_err(|error| error.to_string())
}

#[cfg(not(unix))]
fn link(_: &str, _: &Path) -> Result<(), String> {
    Err("links are for Unix".to_string())
}

fn put(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn file_name(workbook: &WorkbookText) -> String {
    let code = || workbook.from.as_ref().map(|code| format!("{code}.xlsx"));
    workbook
        .file
        .clone()
        .or_else(code)
        .unwrap_or("phieu.xlsx".to_string())
}

/// The rows of the shared registry that the case is about.
fn registry(case: &Case) -> String {
    let of_forms = || {
        case.workbook
            .iter()
            .filter_map(|workbook| workbook.from.clone())
    };
    let codes: Vec<String> = if case.units.is_empty() {
        of_forms().collect()
    } else {
        case.units.clone()
    };
    let is_wanted = |line: &&str| {
        let code = line.split(',').nth(2).unwrap_or_default();
        code == "code" || codes.iter().any(|one| one == code)
    };
    UNITS
        .lines()
        .filter(is_wanted)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The bytes of a workbook.
pub fn workbook_bytes(case: &Case, workbook: &WorkbookText) -> Result<Vec<u8>, String> {
    let mut sheets = match (&workbook.from, &workbook.sheets) {
        (_, Some(text)) => sheets(text)?,
        (Some(code), None) => form(code)?,
        (None, None) => {
            return Err(format!(
                "{}: a workbook needs `from` or `sheets`",
                case.name
            ));
        }
    };
    edit(&mut sheets, &workbook.edit)?;
    let extras = Extras {
        saved: Some(workbook.saved.clone()).filter(|saved| !saved.is_empty()),
        made: Some(workbook.made.clone()).filter(|made| !made.is_empty()),
        custom: workbook.properties.clone().into_iter().collect(),
        strict: workbook.strict,
        utf16: workbook.utf16,
        workbook_xml: workbook.workbook_xml.clone(),
        sheet_xml: workbook.sheet_xml.clone(),
        cut_sheet: workbook.cut_sheet.clone(),
    };
    Ok(xlsx::write(&sheets, &extras))
}

/// The complete form of a unit.
pub fn form(code: &str) -> Result<Vec<Sheet>, String> {
    let (order, unit) = csv::Reader::from_reader(UNITS.as_bytes())
        .into_records()
        .filter_map(Result::ok)
        .enumerate()
        .find(|(_, record)| record.get(2) == Some(code))
        .ok_or_else(|| format!("{code} is no unit of base/units.csv"))?;
    let is_huyen = unit.get(0) == Some("huyen");
    let level = if is_huyen {
        "Cấp huyện"
    } else {
        "Cấp tỉnh"
    };
    let mut text = FORM.to_string();
    for number in ["7", "47", "93"] {
        let own = match order {
            0 => number.to_string(),
            order => format!("{number}.{order}"),
        };
        text = text.replace(&format!("{{{number}}}"), &own);
    }
    text = text
        .replace("{unit}", unit.get(3).unwrap_or_default())
        .replace("{level}", level);
    while let Some((before, rest)) = text.split_once('{') {
        let (both, after) = rest.split_once('}').ok_or("{ without }")?;
        let (tinh, huyen) = both.split_once('|').ok_or("{ without |")?;
        text = format!("{before}{}{after}", if is_huyen { huyen } else { tinh });
    }
    sheets(&text)
}

/// Files packed into an archive, and gone from the folder.
fn packed(inbox: &Path, names: &[String], strange: Option<&str>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        let path = inbox.join(name);
        zip.start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        zip.write_all(&fs::read(&path).unwrap()).unwrap();
        fs::remove_file(path).unwrap();
    }
    let mut bytes = zip.finish().unwrap().into_inner();
    let heads: &[(&[u8], usize, u8)] = match strange {
        Some("password") => &[(b"PK\x03\x04", 6, 1), (b"PK\x01\x02", 8, 1)],
        Some("method") => &[(b"PK\x03\x04", 8, 9), (b"PK\x01\x02", 10, 9)],
        Some("split") => &[(b"PK\x05\x06", 4, 1)],
        _ => &[],
    };
    for (magic, offset, value) in heads {
        // The last one of each kind: of the archive itself, not of a workbook inside it.
        let at = memchr::memmem::rfind(&bytes, magic).unwrap();
        bytes[at + offset] = *value;
    }
    bytes
}

fn from_hex(text: &str) -> Vec<u8> {
    let digits: String = text.chars().filter(char::is_ascii_hexdigit).collect();
    let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
    (0..digits.len() / 2).map(|pair| byte(2 * pair)).collect()
}

/// The head of a compound file (.doc, .xls, anything with a password) and the directory entries of its streams.
fn compound(streams: &[String]) -> Vec<u8> {
    let mut bytes = vec![0; 512];
    bytes[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    for stream in streams {
        let mut entry = vec![0_u8; 128];
        let name: Vec<u8> = stream
            .encode_utf16()
            .chain([0])
            .flat_map(u16::to_le_bytes)
            .collect();
        entry[..name.len()].copy_from_slice(&name);
        entry[64] = name.len() as u8;
        entry[66] = 2;
        bytes.extend(entry);
    }
    bytes
}
