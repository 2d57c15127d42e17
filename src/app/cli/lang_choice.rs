//! The language of what is shown, as it is typed.
//!
//! In: a word of the command line. Out: the language. Not for: words in it.

use clap::ValueEnum;

use crate::base::lang::Lang;

/// A language, as typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LangChoice {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl From<LangChoice> for Lang {
    fn from(choice: LangChoice) -> Self {
        match choice {
            LangChoice::Vi => Lang::Vi,
            LangChoice::En => Lang::En,
        }
    }
}
