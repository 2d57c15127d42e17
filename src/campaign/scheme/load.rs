//! From the text of a `scheme.toml` to a checked scheme, and the schemes that the program carries.

use crate::base::error::DefinitionError;
use crate::campaign::definition::{Problems, Source};
use crate::campaign::scheme::Scheme;
use crate::campaign::scheme::check;

/// The schemes that the program carries: id and text.
pub const BUILT_IN: &[(&str, &str)] = &[(
    "kontum-2017",
    include_str!("../../../templates/kontum-2017/scheme.toml"),
)];

/// The text of a scheme that the program carries.
pub fn built_in(id: &str) -> Option<&'static str> {
    BUILT_IN
        .iter()
        .find(|(name, _)| *name == id)
        .map(|(_, text)| *text)
}

impl Scheme {
    /// Reads and checks a scheme.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with line and column: unknown keys, duplicate ids, dangling references,
    /// maxima that do not add up, grades or tiers out of order, figures of the wrong kind.
    pub fn parse(source: Source<'_>) -> Result<Scheme, Vec<DefinitionError>> {
        let scheme: Scheme = source.parse().map_err(|error| vec![error])?;
        let problems = scheme.problems();
        if problems.is_empty() {
            Ok(scheme)
        } else {
            Err(source.locate(problems))
        }
    }

    /// What is wrong with it beyond its form, each with the path to it.
    pub fn problems(&self) -> Problems {
        check::problems(self)
    }
}
