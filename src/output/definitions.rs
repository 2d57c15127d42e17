//! A campaign as three text files: settings, scheme and registry.
//!
//! In: documents. Out: a folder with `campaign.toml`, `scheme.toml` and `units.csv`, whose loaders read them. An existing folder
//! stays as it is: a new one has a number behind its name. Not for: what is in them.

use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use crate::base::text;
use crate::campaign::documents::Documents;
use crate::output::files::{self, OutputError};
use crate::output::temporary;

/// The name of the settings.
pub const SETTINGS: &str = "campaign.toml";
/// The name of the scheme.
pub const SCHEME: &str = "scheme.toml";
/// The name of the registry.
pub const REGISTRY: &str = "units.csv";

/// The texts of a campaign by the names of their files, the settings with remarks on top.
pub fn texts(documents: &Documents, remarks: &[String]) -> [(&'static str, String); 3] {
    let mut settings = documents.settings.clone();
    settings.insert("scheme".to_string(), SCHEME.into());
    settings.insert("registry".to_string(), REGISTRY.into());
    // Values before tables, or they would belong to the last of them.
    let (tables, values): (toml::Table, toml::Table) = settings
        .into_iter()
        .partition(|(_, value)| value.is_table());
    let settings = values.into_iter().chain(tables).collect::<toml::Table>();
    let mut written = String::new();
    for remark in remarks {
        written.push_str("# ");
        written.push_str(&text::clean(remark));
        written.push('\n');
    }
    written.push_str(&settings.to_string());
    [
        (SETTINGS, written),
        (SCHEME, documents.scheme.to_string()),
        (REGISTRY, csv(&documents.units)),
    ]
}

fn csv(units: &[IndexMap<String, String>]) -> String {
    let mut columns: Vec<&str> = vec!["level", "order", "code", "name", "aliases"];
    for key in units.iter().flat_map(IndexMap::keys) {
        if !columns.contains(&key.as_str()) {
            columns.push(key);
        }
    }
    let mut lines = vec![columns.join(",")];
    for unit in units {
        let value = |column: &&str| quoted(unit.get(*column).map_or("", String::as_str));
        lines.push(columns.iter().map(value).collect::<Vec<_>>().join(","));
    }
    lines.join("\n") + "\n"
}

fn quoted(value: &str) -> String {
    if value.contains([',', '"', '\n', ';', '#']) {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value.to_string()
    }
}

/// Writes a campaign into a new folder: this one, or one with a number behind its name. Gives the folder.
///
/// # Errors
/// As [`files::write`].
pub fn write(
    folder: &Path,
    documents: &Documents,
    remarks: &[String],
) -> Result<PathBuf, OutputError> {
    let folder = temporary::new_folder(folder).map_err(|source| OutputError::Folder {
        folder: folder.to_path_buf(),
        source,
    })?;
    for (name, text) in texts(documents, remarks) {
        files::write(&folder.join(name), text.as_bytes(), &|_, _| None)?;
    }
    Ok(folder)
}
