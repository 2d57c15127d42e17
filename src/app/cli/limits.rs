//! `--limit NAME=VALUE`: bounds of the reader, as typed.

use clap::Args;

use crate::base::error::Error;
use crate::input::read::ReadLimits;
use crate::output::xlsx;

/// The option that sets them.
#[derive(Clone, Debug, Default, Args)]
pub struct LimitOption {
    /// Bounds of the reader, `NAME=VALUE`.
    #[arg(long, value_name = "NAME=VALUE")]
    pub limit: Vec<String>,
}

/// The bounds, with those that were typed in place of the usual ones.
///
/// # Errors
/// [`Error::WrongLimit`] for a name that does not exist or a value that is no whole number above 0.
pub fn limits(typed: &LimitOption) -> Result<ReadLimits, Error> {
    bounds(&typed.limit)
}

/// The same where results of ours are read, which may be larger than any return.
///
/// # Errors
/// As there.
pub fn of_results(typed: &LimitOption) -> Result<ReadLimits, Error> {
    if typed.limit.is_empty() {
        return Ok(xlsx::own_limits());
    }
    bounds(&typed.limit)
}

fn bounds(typed: &[String]) -> Result<ReadLimits, Error> {
    let mut limits = ReadLimits::default();
    for one in typed {
        let wrong = || Error::WrongLimit(one.clone());
        let (name, value) = one.split_once('=').ok_or_else(wrong)?;
        limits.set(name.trim(), value.trim()).map_err(|_| wrong())?;
    }
    Ok(limits)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::app::cli::words;
    use crate::base::lang::Lang;

    #[test]
    fn every_name_is_in_the_help_and_can_be_set() {
        let help = words::HELP.iter().find(|(name, _)| *name == "* limit");
        for name in ReadLimits::NAMES {
            assert!(bounds(&[format!("{name}=1")]).is_ok(), "{name}");
            for lang in [Lang::Vi, Lang::En] {
                assert!(help.unwrap().1.get(lang).contains(name), "{name}");
            }
        }
    }

    #[test]
    fn a_bound_is_a_name_and_a_whole_number() {
        let set = bounds(&["file-bytes=3MB".to_string(), "seconds=5".to_string()]).unwrap();
        assert_eq!((set.file_bytes, set.time.as_secs()), (3 * 1024 * 1024, 5));
        for wrong in [
            "file-bytes",
            "file-bytes=0",
            "file-bytes=-1",
            "file-byte=3",
            "cells=1e3",
            "file-bytes=99999999999999999GB",
        ] {
            assert!(bounds(&[wrong.to_string()]).is_err(), "{wrong}");
        }
    }
}
