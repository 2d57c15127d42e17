//! The campaigns that are measured: the sample's own 28 workbooks, and as many others as wanted.
//!
//! In: the sources of the sample. Out: campaign folders below a temporary folder. All workbooks are .xlsx and all differ.

use std::fs;
use std::path::{Path, PathBuf};

use tonghop::app::pipeline::Plan;
use tonghop::input::inbox::Inbox;

use tonghop_tools::generator::{self, many};

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
    many::campaign(root(), folder, units).unwrap();
    Campaign::open(folder)
}
