//! Any number of returned workbooks, all different.
//!
//! In: the sample's sources. Out: a campaign folder of units on the levels of the sample, each with the values of one of its units and
//! a hand of its own. Not for: the sample.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::thread;

use crate::generator::{self, hand, returns};

/// The folder of the workbooks in that of the campaign.
const INBOX: &str = "phieu-nop";
/// The settings.
const SETTINGS: &str = "name = \"Bench\"\nyear = 2017\nscheme = \"kontum-2017\"\nregistry = \"units.csv\"\ninbox = \"phieu-nop\"\n";

/// Writes a campaign of so many units. `root` is the project's folder.
///
/// # Errors
/// When the sources cannot be read, or the system refuses a file.
pub fn campaign(root: &Path, folder: &Path, units: usize) -> Result<(), Box<dyn Error>> {
    let originals = returns::read(root)?;
    let mut registry = "level,order,code,name,aliases\n".to_string();
    for (unit, (_, one)) in (0..units).zip(originals.iter().cycle()) {
        let level = &one.level;
        let (code, name) = (code(unit), name(level, unit));
        writeln!(registry, "{level},{},{code},{name},Đơn vị {code}", unit + 1)?;
    }
    crate::write(&folder.join("campaign.toml"), SETTINGS.as_bytes())?;
    crate::write(&folder.join("units.csv"), registry.as_bytes())?;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let share = |first| {
            scope.spawn(move || {
                workbooks(root, folder, (first..units).step_by(threads))
                    .map_err(|error| error.to_string())
            })
        };
        let shares: Vec<_> = (0..threads).map(share).collect();
        for share in shares {
            share.join().map_err(|_| "a thread has ended")??;
        }
        Ok(())
    })
}

/// The workbooks of some units.
fn workbooks(
    root: &Path,
    folder: &Path,
    units: impl Iterator<Item = usize>,
) -> Result<(), Box<dyn Error>> {
    let scheme = generator::read_scheme(root)?;
    let mut originals = returns::read(root)?;
    let count = originals.len();
    for unit in units {
        let Some((_, one)) = originals.get_mut(unit % count) else {
            continue;
        };
        one.code = code(unit);
        one.name = name(&one.level, unit);
        one.cover_name.clone_from(&one.name);
        one.hand = hand::hand(unit % hand::HANDS);
        // Printers, which no score hangs on: the same content under two names is refused.
        one.values.set("1.6", "may_in", &(unit + 1).to_string());
        let bytes = generator::workbook(&scheme, one)?;
        let file = format!("{}_phieu.xlsx", one.code);
        crate::write(&folder.join(INBOX).join(file), &bytes)?;
    }
    Ok(())
}

fn code(unit: usize) -> String {
    format!("DV{:05}", unit + 1)
}

fn name(level: &str, unit: usize) -> String {
    let kind = if level == "huyen" {
        "UBND huyện"
    } else {
        "Sở"
    };
    format!("{kind} Thử nghiệm số {:05}", unit + 1)
}
