//! The campaigns that are measured: the sample's own 28 workbooks, and as many others as wanted.
//!
//! In: the sources of the sample. Out: campaign folders below a temporary folder. All workbooks are .xlsx and all differ.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use tonghop::app::pipeline::Plan;
use tonghop::input::inbox::Inbox;

use tonghop_tools::generator::{self, hand, returns};

/// A campaign on disk, with its definitions read.
pub struct Campaign {
    /// The definitions.
    pub plan: Plan,
    /// The files, listed.
    pub inbox: Inbox,
}

impl Campaign {
    /// Opens the campaign of a folder.
    pub fn open(folder: &Path) -> Campaign {
        let plan = Plan::new(folder).unwrap();
        let inbox = plan.list().unwrap();
        Campaign { plan, inbox }
    }

    /// The paths of the workbooks.
    pub fn paths(&self) -> Vec<PathBuf> {
        let received = self.inbox.received.iter();
        received.map(|file| file.path.clone()).collect()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The sample's workbooks as the generator gives them, those that the sample keeps in other formats as well.
pub fn sample(folder: &Path) -> Campaign {
    let inbox = folder.join("phieu-nop");
    fs::create_dir_all(&inbox).unwrap();
    let settings = root().join("samples/kontum-2017/campaign.toml");
    fs::copy(settings, folder.join("campaign.toml")).unwrap();
    for made in generator::sample(root()).unwrap() {
        let path = inbox.join(&made.file).with_extension("xlsx");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, made.bytes).unwrap();
    }
    Campaign::open(folder)
}

/// Any number of units on the levels of the sample, each with the values of one of its units and a hand of its own.
pub fn generated(folder: &Path, units: usize) -> Campaign {
    let inbox = folder.join("phieu-nop");
    fs::create_dir_all(&inbox).unwrap();
    fs::write(
        folder.join("campaign.toml"),
        "name = \"Bench\"\nyear = 2017\nscheme = \"kontum-2017\"\nregistry = \"units.csv\"\ninbox = \"phieu-nop\"\n",
    )
    .unwrap();
    let mut registry = "level,order,code,name,aliases\n".to_string();
    let originals = returns::read(root()).unwrap();
    for (unit, (_, one)) in (0..units).zip(originals.iter().cycle()) {
        let level = &one.level;
        let (code, name) = (code(unit), name(level, unit));
        writeln!(registry, "{level},{},{code},{name},Đơn vị {code}", unit + 1).unwrap();
    }
    fs::write(folder.join("units.csv"), registry).unwrap();
    let step = originals.len();
    originals
        .into_par_iter()
        .enumerate()
        .for_each(|(first, (_, mut one))| {
            let scheme = generator::read_scheme(root()).unwrap();
            for unit in (first..units).step_by(step) {
                one.code = code(unit);
                one.name = name(&one.level, unit);
                one.cover_name.clone_from(&one.name);
                one.hand = hand::hand(unit % hand::HANDS);
                // Printers, which no score hangs on: the same content under two names is refused.
                one.values.set("1.6", "may_in", &(unit + 1).to_string());
                let bytes = generator::workbook(&scheme, &one).unwrap();
                fs::write(inbox.join(format!("{}_phieu.xlsx", one.code)), bytes).unwrap();
            }
        });
    Campaign::open(folder)
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
