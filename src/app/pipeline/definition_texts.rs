//! The texts of definitions: built into the program, or in files that a campaign names.
//!
//! In: a name and the folder it is named from. Out: the text with the name users know it by. Not for: what the text says.

use std::path::{Component, Path, PathBuf};

use encoding_rs::{Encoding, UTF_8};

use crate::base::disk;
use crate::base::error::{DefinitionError, Error, Problem};
use crate::base::opening::{self, Unopened};
use crate::base::outside::Shown;
use crate::campaign::definition::{MOST_BYTES, Source};

/// The text of a definition and the name users know it by.
#[derive(Debug)]
pub(super) struct Definition {
    pub(super) file: String,
    pub(super) text: String,
    /// Its file, where it is not built in.
    pub(super) path: Option<PathBuf>,
    /// Whether the file lies outside the campaign's folder, so that nothing of it may be quoted.
    is_outside: bool,
}

impl Definition {
    pub(super) fn source(&self) -> Source<'_> {
        Source {
            file: &self.file,
            text: &self.text,
        }
    }

    /// The errors found in it, without a word of it where it may not be quoted.
    pub(super) fn errors(&self, mut errors: Vec<DefinitionError>) -> Error {
        if self.is_outside {
            for error in &mut errors {
                error.problem = Problem::NotQuoted;
            }
        }
        Error::Definition(errors)
    }

    /// The built-in definition of this id.
    pub(super) fn built_in(id: &str, built_in: &[(&str, &str)]) -> Option<Definition> {
        let (id, text) = built_in.iter().find(|(one, _)| *one == id)?;
        Some(Definition {
            file: (*id).to_string(),
            text: (*text).to_string(),
            path: None,
            is_outside: false,
        })
    }

    /// A definition by the id of a built-in one, or by a path that was typed.
    pub(super) fn typed(name: &str, built_in: &[(&str, &str)]) -> Result<Definition, Error> {
        match Definition::built_in(name, built_in) {
            Some(definition) => Ok(definition),
            None => Definition::read(Path::new(name), false),
        }
    }

    /// Reads a definition file, in UTF-8 or, as Excel's “Unicode text”, in UTF-16 with its mark.
    pub(super) fn read(path: &Path, is_outside: bool) -> Result<Definition, Error> {
        let file = Shown::path(path).to_string();
        let unreadable = |source| Error::DefinitionUnreadable {
            path: path.to_path_buf(),
            source,
        };
        let wrong = |line, problem| {
            Error::Definition(vec![DefinitionError {
                file: file.clone(),
                line,
                column: 1,
                problem,
            }])
        };
        let bytes = opening::read(path, MOST_BYTES).map_err(|fault| match fault {
            Unopened::System(source) => unreadable(source),
            Unopened::TooLarge { found } => {
                let limit = MOST_BYTES;
                wrong(1, Problem::FileTooLarge { found, limit })
            }
        })?;
        match of_utf_16(&bytes).map_or_else(|| String::from_utf8(bytes), Ok) {
            Ok(text) => Ok(Definition {
                file,
                text,
                path: Some(path.to_path_buf()),
                is_outside,
            }),
            Err(error) => {
                let before = error
                    .as_bytes()
                    .get(..error.utf8_error().valid_up_to())
                    .unwrap_or_default();
                let line = before.split(|byte| *byte == b'\n').count();
                Err(wrong(line, Problem::Syntax("not UTF-8".to_string())))
            }
        }
    }
}

/// The text of a file that begins with the mark of UTF-16 and is UTF-16 throughout.
fn of_utf_16(bytes: &[u8]) -> Option<String> {
    let (encoding, _) = Encoding::for_bom(bytes).filter(|(one, _)| *one != UTF_8)?;
    let (text, _, is_broken) = encoding.decode(bytes);
    (!is_broken).then(|| text.into_owned())
}

/// Whether a path that a campaign names leads out of the campaign's folder: by its own words, or by a link.
pub(super) fn leads_out(base: &Path, named: &str) -> bool {
    let is_within = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    if !Path::new(named).components().all(is_within) {
        return true;
    }
    match (disk::real(base), disk::real(&base.join(named))) {
        (Ok(base), Ok(path)) => !path.starts_with(base),
        // What is not there is no way out.
        _ => false,
    }
}
