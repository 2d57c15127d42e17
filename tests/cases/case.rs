//! A case: a folder with a `case.toml`, and perhaps definitions and files of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// What a `case.toml` says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The folder's name.
    #[serde(skip)]
    pub name: String,
    /// The folder.
    #[serde(skip)]
    pub folder: PathBuf,
    /// What happens now, where that is not yet what should happen.
    pub known_gap: Option<String>,
    /// Codes that the case comes close to without raising them.
    #[serde(default)]
    pub near_miss: Vec<String>,
    /// Whether it needs links or messages of a Unix system.
    #[serde(default)]
    pub unix_only: bool,
    /// The codes of the units in the registry; those of the forms if none are given.
    #[serde(default)]
    pub units: Vec<String>,
    /// TOML that is added to the campaign.
    #[serde(default)]
    pub campaign: String,
    /// Whether the folder is one of workbooks only, without a `campaign.toml`.
    #[serde(default)]
    pub plain: bool,
    /// The workbooks.
    #[serde(default)]
    pub workbook: Vec<WorkbookText>,
    /// Decision workbooks beside the folder; see `decided.rs`.
    #[serde(default)]
    pub decisions: Vec<WorkbookText>,
    /// Other files.
    #[serde(default)]
    pub raw: Vec<Raw>,
    /// What is typed, one command a line; then `transcript.txt` holds what is seen.
    pub commands: Option<String>,
    /// What comes out of `tonghop consolidate`.
    pub expect: Option<Expect>,
}

/// A workbook as text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkbookText {
    /// The file's name; the unit's code if none is given.
    pub file: Option<String>,
    /// The unit whose complete form it begins with.
    pub from: Option<String>,
    /// All its sheets, where it is no form.
    pub sheets: Option<String>,
    /// What was done to it; see `edit.rs`.
    #[serde(default)]
    pub edit: String,
    /// When it was last saved; empty where it does not say so.
    #[serde(default = "in_time")]
    pub saved: String,
    /// When it was made; empty where it does not say so.
    #[serde(default)]
    pub made: String,
    /// Custom document properties.
    #[serde(default)]
    pub properties: BTreeMap<String, String>,
    /// Whether it is written as Strict Open XML.
    #[serde(default)]
    pub strict: bool,
    /// Whether its parts are in UTF-16.
    #[serde(default)]
    pub utf16: bool,
    /// XML in the workbook part, behind the sheets.
    #[serde(default)]
    pub workbook_xml: String,
    /// XML in each sheet, behind the cells.
    #[serde(default)]
    pub sheet_xml: String,
    /// A sheet whose part is cut off.
    pub cut_sheet: Option<String>,
}

fn in_time() -> String {
    "2018-01-20T08:00:00Z".to_string()
}

/// A file that is no workbook of the harness's making.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Raw {
    /// Its path from the inbox.
    pub file: String,
    /// A text, with escapes.
    pub text: Option<String>,
    /// Bytes in hexadecimal.
    pub hex: Option<String>,
    /// A number of zero bytes; none of them takes room on the disk.
    pub zeros: Option<u64>,
    /// The bytes of another file of the inbox.
    pub copy: Option<String>,
    /// How many of those bytes.
    pub bytes: Option<usize>,
    /// A link to a place.
    pub link: Option<String>,
    /// Files of the inbox that are packed into it, and are then no longer beside it.
    pub zip: Option<Vec<String>>,
    /// What is strange about the archive: `password`, `method` or `split`.
    pub strange: Option<String>,
    /// The streams that a compound file names.
    pub streams: Option<Vec<String>>,
}

/// What comes out. A part that is not given is not compared, but for status and findings.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    /// The exit status.
    pub status: u8,
    /// Why there is no result.
    pub error: Option<String>,
    /// All findings: `file | sheet!cell | code`.
    #[serde(default)]
    pub findings: String,
    /// All units with a result: `code = total | grade | place`.
    pub units: Option<String>,
    /// What the units themselves state: `code = total | grade`.
    pub own: Option<String>,
    /// All files: `name = fate, kind`.
    pub files: Option<String>,
    /// All statistics: `id = value (covered/expected)`.
    pub statistics: Option<String>,
    /// All messages in English: `code: message`.
    pub messages: Option<String>,
    /// What findings could change: `file | sheet!cell | code | lowest..highest grade rank`.
    pub effects: Option<String>,
    /// Whether the files that count were in time: `name = in_time`.
    pub timing: Option<String>,
    /// Why each unit has no result: `code = reasons`.
    pub gaps: Option<String>,
    /// What became of decisions: `sheet!cell = status, before -> after`.
    pub decisions: Option<String>,
    /// The findings that are settled, and what counts without and with that: `file | sheet!cell | code = before -> after`.
    pub settled: Option<String>,
    /// What totals can come to: `code = lowest..highest | worst..best grade`.
    pub bounds: Option<String>,
}

/// The folder of all cases.
pub fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/data")
}

/// All cases, by name; those that `CASE` begins with, where it is set.
pub fn all() -> Vec<Case> {
    of(&data())
}

/// The cases of a folder, as [`all`].
pub fn of(data: &Path) -> Vec<Case> {
    let wanted = std::env::var("CASE").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::fs::read_dir(data)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
        .into_iter()
        .map(read)
        .filter(|case| case.name.starts_with(&wanted))
        .filter(|case| cfg!(unix) || !case.unix_only)
        .collect()
}

fn read(folder: PathBuf) -> Case {
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let text = std::fs::read_to_string(folder.join("case.toml")).unwrap();
    let mut case: Case =
        toml::from_str(&text).unwrap_or_else(|error| panic!("{name}/case.toml: {error}"));
    case.name = name;
    case.folder = folder;
    case
}
