//! The rows of a registry's CSV file.
//!
//! In: its text. Out: units with their lines, or what is wrong with a row. Not for: what several rows have in common.

use indexmap::IndexMap;

use crate::base::date::Day;
use crate::base::error::{DefinitionError, Nameable, Problem};
use crate::base::ids::{LevelId, UnitId};
use crate::base::outside::{Shown, without_bom};
use crate::base::text;
use crate::campaign::definition::{LONGEST, LONGEST_ID, Source, longer, nearest_or_few};
use crate::campaign::scheme::Scheme;
use crate::campaign::slips;
use crate::campaign::units::Unit;
use crate::campaign::units::succession::{Relation, Succession, unit_ids};

/// The columns that a registry may have.
pub const COLUMNS: [&str; 11] = [
    "level",
    "order",
    "code",
    "name",
    "aliases",
    "from",
    "until",
    "relation",
    "predecessors",
    "successors",
    "basis",
];

/// The rows of a CSV file, with their lines, by the names of its columns.
pub(super) struct RegistryRows<'a> {
    source: Source<'a>,
    reader: csv::Reader<&'a [u8]>,
    columns: Vec<String>,
}

pub(super) struct RegistryRow<'a> {
    source: Source<'a>,
    pub(super) line: usize,
    values: IndexMap<String, String>,
}

impl<'a> RegistryRows<'a> {
    pub(super) fn open(source: Source<'a>) -> Result<RegistryRows<'a>, Vec<DefinitionError>> {
        let text = without_bom(source.text);
        let source = Source { text, ..source };
        let mut lines = text.lines();
        // As the reader below passes over them.
        let header = lines.find(|line| !line.trim().is_empty() && !line.starts_with('#'));
        let header = header.unwrap_or_default();
        // Excel parts the fields by the list sign of the system, and by tabs in its “Unicode text”.
        let mut signs = [b';', b'\t'].into_iter();
        let found = signs.find(|sign| header.as_bytes().contains(sign));
        let delimiter = found.unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .trim(csv::Trim::All)
            .comment(Some(b'#'))
            .from_reader(text.as_bytes());
        let columns: Vec<String> = match reader.headers() {
            Ok(headers) => headers
                .iter()
                .map(|text| Shown::line(text).into())
                .collect(),
            Err(error) => return Err(vec![source.at(0, Problem::Syntax(error.to_string()))]),
        };
        if let Some(problem) = columns.iter().find_map(|one| longer(one, LONGEST_ID)) {
            return Err(vec![source.at(0, problem)]);
        }
        let known: Vec<String> = COLUMNS.iter().map(ToString::to_string).collect();
        // More of them than there are columns is another file: the first few say so.
        let unknown = columns
            .iter()
            .filter(|column| !known.contains(column))
            .take(COLUMNS.len())
            .map(|column| {
                let byte = source.text.find(column.as_str()).unwrap_or_default();
                source.at(
                    byte,
                    Problem::UnknownKey {
                        key: column.clone(),
                        nearest: nearest_or_few(column, &known),
                    },
                )
            });
        let missing = ["level", "code", "name"]
            .iter()
            .filter(|name| !columns.iter().any(|column| column == *name));
        let missing = missing.map(|name| source.at(0, Problem::MissingKey((*name).to_string())));
        let errors: Vec<DefinitionError> = unknown.chain(missing).collect();
        if errors.is_empty() {
            Ok(RegistryRows {
                source,
                reader,
                columns,
            })
        } else {
            Err(errors)
        }
    }

    pub(super) fn next_row(&mut self) -> Option<Result<RegistryRow<'a>, DefinitionError>> {
        let mut record = csv::StringRecord::new();
        let source = self.source;
        match self.reader.read_record(&mut record) {
            Ok(false) => None,
            Ok(true) => {
                let line = record
                    .position()
                    .map_or(0, |position| position.line() as usize);
                // Mostly a quotation mark that is not closed, which swallows the units of the next lines.
                if record.iter().any(|text| text.contains(['\n', '\r'])) {
                    return Some(Err(DefinitionError {
                        file: source.file.to_string(),
                        line,
                        column: 1,
                        problem: Problem::BrokenRow,
                    }));
                }
                let values = self
                    .columns
                    .iter()
                    .cloned()
                    .zip(record.iter().map(|text| Shown::line(text).into()))
                    .collect();
                let row = RegistryRow {
                    source,
                    line,
                    values,
                };
                Some(row.too_long().map_or(Ok(row), Err))
            }
            Err(error) => {
                let line = error
                    .position()
                    .map_or(0, |position| position.line() as usize);
                let problem = match error.kind() {
                    csv::ErrorKind::UnequalLengths {
                        expected_len, len, ..
                    } => Problem::Fields {
                        found: *len,
                        expected: *expected_len,
                    },
                    _ => Problem::Syntax(error.to_string()),
                };
                Some(Err(DefinitionError {
                    file: source.file.to_string(),
                    line,
                    column: 1,
                    problem,
                }))
            }
        }
    }
}

impl RegistryRow<'_> {
    /// A text that is longer than any can be. The aliases of a unit are many texts in one.
    fn too_long(&self) -> Option<DefinitionError> {
        let most = |column: &str| match column {
            "level" | "code" => LONGEST_ID,
            "aliases" | "predecessors" | "successors" => 10 * LONGEST,
            _ => LONGEST,
        };
        let mut values = self.values.iter();
        let problem = values.find_map(|(column, text)| longer(text, most(column)));
        problem.map(|problem| self.error(problem))
    }

    /// What it says, by column.
    pub(super) fn into_values(self) -> IndexMap<String, String> {
        self.values
    }

    fn get(&self, column: &str) -> &str {
        self.values.get(column).map_or("", String::as_str)
    }

    fn error(&self, problem: Problem) -> DefinitionError {
        DefinitionError {
            file: self.source.file.to_string(),
            line: self.line,
            column: 1,
            problem,
        }
    }
}

/// A unit and its line.
pub(super) fn unit(
    row: &RegistryRow<'_>,
    scheme: &Scheme,
) -> Result<(Unit, usize), DefinitionError> {
    let level = LevelId::from(row.get("level"));
    // A level that is gone, such as the districts', stays in the registry with the units that it had.
    let is_former = !row.get("until").is_empty() && !level.0.is_empty();
    if scheme.level(&level).is_none() && !is_former {
        let known: Vec<String> = scheme
            .levels
            .iter()
            .map(|level| level.id.0.to_string())
            .collect();
        let nearest = nearest_or_few(&level.0, &known);
        return Err(row.error(Problem::Dangling {
            kind: Nameable::Level,
            id: level.to_string(),
            nearest,
        }));
    }
    for column in ["code", "name"] {
        if row.get(column).is_empty() {
            return Err(row.error(Problem::Empty(column.to_string())));
        }
    }
    if let Some(slip) = slips::old_font(row.get("name")) {
        return Err(row.error(Problem::Slip(slip)));
    }
    let order = match row.get("order") {
        "" => u32::MAX,
        text => text.parse().map_err(|_| {
            row.error(Problem::NotWhole {
                column: "order",
                text: text.to_string(),
            })
        })?,
    };
    let aliases = row
        .get("aliases")
        .split('|')
        .map(text::clean)
        .filter(|alias| !alias.is_empty())
        .collect();
    let id = UnitId {
        level,
        code: row.get("code").to_string(),
    };
    let (from, until) = (day(row, "from")?, day(row, "until")?);
    Ok((
        Unit {
            succession: succession(row, &id, (from, until))?,
            from,
            until,
            id,
            name: text::clean(row.get("name")),
            aliases,
            order,
            expected: true,
        },
        row.line,
    ))
}

/// A day of a column, where there is one.
fn day(row: &RegistryRow<'_>, column: &str) -> Result<Option<Day>, DefinitionError> {
    let text = row.get(column);
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| {
        row.error(Problem::NotADay {
            column: column.to_string(),
            text: text.to_string(),
        })
    })
}

/// What a row says about units before and after its own.
fn succession(
    row: &RegistryRow<'_>,
    own: &UnitId,
    (from, until): (Option<Day>, Option<Day>),
) -> Result<Option<Succession>, DefinitionError> {
    let before = unit_ids(row.get("predecessors"), &own.level);
    let after = unit_ids(row.get("successors"), &own.level);
    let word = row.get("relation");
    if word.is_empty() {
        if before.is_empty() && after.is_empty() {
            return Ok(None);
        }
        return Err(row.error(Problem::MissingKey("relation".to_string())));
    }
    let known: Vec<String> = Relation::ALL.map(|(name, _)| name.to_string()).to_vec();
    let Some(relation) = Relation::of(word) else {
        return Err(row.error(Problem::Dangling {
            kind: Nameable::Relation,
            id: word.to_string(),
            nearest: nearest_or_few(word, &known),
        }));
    };
    if before.iter().chain(&after).any(|unit| unit == own) {
        return Err(row.error(Problem::FollowsItself(own.code.clone())));
    }
    let (predecessors, successors, date) =
        match (before.is_empty(), after.is_empty(), until.is_some()) {
            (false, true, _) => (before, vec![own.clone()], from),
            (true, false, _) | (true, true, true) => (vec![own.clone()], after, until),
            (true, true, false) => {
                return Err(row.error(Problem::MissingKey("predecessors".to_string())));
            }
            (false, false, _) => {
                return Err(row.error(Problem::BeforeAndAfter));
            }
        };
    Ok(Some(Succession {
        relation,
        predecessors,
        successors,
        date,
        basis: text::clean(row.get("basis")),
    }))
}
