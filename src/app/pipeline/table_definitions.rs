//! The scheme and the registry that a published table is read by.
//!
//! In: names and paths as they were typed, and the campaign of a folder. Out: definitions, read and checked. Not for: folders of returns.

use std::path::Path;

use crate::app::pipeline::definition_texts::Definition;
use crate::app::pipeline::settings::{Basis, Choice, Settings};
use crate::base::error::Error;
use crate::campaign::documents::Loaded;
use crate::campaign::scheme::{self, Scheme};
use crate::campaign::units::{self, Registry};
use crate::input::tables::Vocabulary;

/// Reads and checks a scheme file or a built-in scheme.
///
/// # Errors
/// The file cannot be read, or the scheme is wrong.
pub fn load_scheme(name: &str) -> Result<Scheme, Error> {
    let text = Definition::typed(name, scheme::BUILT_IN)?;
    Scheme::parse(text.source()).map_err(Error::Definition)
}

/// The scheme and the registry that a table is read by.
#[derive(Debug)]
pub struct Definitions {
    /// The criteria.
    pub scheme: Scheme,
    /// The units.
    pub registry: Registry,
    /// The words of its headings and rows.
    pub vocabulary: Vocabulary,
    /// What they rest on, where they were not named.
    pub basis: Basis,
    /// Whether somebody named them for the table, on the command line or in its campaign.
    pub is_asked: bool,
}

/// The scheme and the registry of these names or files; where they are not given, those of the campaign of `folder`, in which
/// `table` is no return. A built-in scheme that is given alone brings its own registry.
///
/// # Errors
/// A definition cannot be read, is wrong, or lies outside the campaign's folder.
pub fn definitions(
    folder: &Path,
    table: &Path,
    (scheme, registry): (Option<&str>, Option<&str>),
    choice: &Choice,
) -> Result<Definitions, Error> {
    let settings = Settings::find(folder, Some(table), choice)?;
    let own_registry = scheme.filter(|name| units::built_in(name).is_some());
    let registry = registry.or(own_registry);
    let campaign = &settings.campaign;
    if let Some(text) = &settings.text {
        let checked = campaign.check_words(text.source());
        checked.map_err(|errors| text.errors(errors))?;
    }
    let needs_campaign = scheme.is_none() || registry.is_none();
    let is_asked =
        scheme.is_some() || registry.is_some() || matches!(settings.basis, Basis::Campaign(_));
    if let Some(Loaded {
        scheme: own,
        registry: units,
        ..
    }) = settings.book.as_ref().and_then(|book| book.loaded.clone())
        && let (None, None) = (scheme, registry)
    {
        let words = [campaign.vocabulary(), own.vocabulary()];
        return Ok(Definitions {
            vocabulary: Vocabulary::new(&words).with_groups(&own),
            registry: units.in_year(campaign.year),
            scheme: own,
            basis: settings.basis,
            is_asked,
        });
    }
    let text = match scheme {
        Some(name) => Definition::typed(name, scheme::BUILT_IN)?,
        None => settings.definition(&campaign.scheme, "scheme", scheme::BUILT_IN)?,
    };
    let scheme = Scheme::parse(text.source()).map_err(|errors| text.errors(errors))?;
    let text = match registry {
        Some(name) => Definition::typed(name, units::BUILT_IN)?,
        None => settings.definition(&campaign.registry, "registry", units::BUILT_IN)?,
    };
    let registry = Registry::parse(text.source(), &scheme).map_err(|errors| text.errors(errors))?;
    let registry = match settings.text {
        Some(_) => registry.in_year(campaign.year),
        None => registry,
    };
    let own = [campaign.vocabulary(), scheme.vocabulary()];
    Ok(Definitions {
        vocabulary: Vocabulary::new(&own).with_groups(&scheme),
        scheme,
        registry,
        basis: if needs_campaign {
            settings.basis
        } else {
            Basis::BuiltIn
        },
        is_asked,
    })
}
