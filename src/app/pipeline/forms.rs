//! The blank forms of a campaign, one for each unit that is expected.
//!
//! In: a campaign by its file, its folder or its id, and last year's result. Out: the forms as files. Not for: where they go.

use std::path::{Path, PathBuf};

use crate::app::pipeline::convert;
use crate::app::pipeline::settings::{self, Choice};
use crate::base::disk;
use crate::base::error::Error;
use crate::campaign::book;
use crate::campaign::documents::{self, Loaded};
use crate::campaign::rulings::Rulings;
use crate::campaign::scheme::{self, Criterion, Scheme, ScoresAs};
use crate::campaign::settings::Campaign;
use crate::campaign::units::{Registry, Relation, Unit};
use crate::output::form_set::{self, FormFile};
use crate::output::xlsx::template::{self, BlankForm, EarlierYear};
use crate::result::diff::{Side, SideResult};

/// The campaign that is meant where none is named: the one of this folder or around it, else the one that the program carries.
///
/// # Errors
/// A campaign file that cannot be read.
pub fn meant(named: Option<&str>, program: &Path) -> Result<String, Error> {
    if let Some(named) = named {
        return Ok(named.to_string());
    }
    let choice = Choice {
        program: Some(program.to_path_buf()),
        ..Choice::default()
    };
    let around = settings::around(Path::new("."), &choice)?;
    Ok(match around {
        Some(folder) => folder.to_string_lossy().into_owned(),
        None => Campaign::built_in().scheme,
    })
}

/// Whether a campaign is one that the program carries.
pub fn is_built_in(of: &str) -> bool {
    scheme::built_in(of).is_some()
}

/// The folder of returns of a campaign that stands in files.
pub fn inbox(of: &str, campaign: &Campaign) -> Option<PathBuf> {
    if is_built_in(of) {
        return None;
    }
    let folder = folder(of);
    Some(match campaign.inbox.as_str() {
        "." | "" => folder,
        inbox => folder.join(inbox),
    })
}

/// The folder that a run is given for a campaign that stands in files: the one beside which a campaign workbook lies, or else the one
/// in which its file does.
pub fn folder(of: &str) -> PathBuf {
    let path = Path::new(of);
    if disk::is_folder(path) {
        return path.to_path_buf();
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let before = name.strip_suffix(book::BESIDE).unwrap_or_default();
    match before {
        "" => settings::folder(path).to_path_buf(),
        before => path.with_file_name(before),
    }
}

/// A campaign, read and checked; of its units those that are expected are known.
///
/// # Errors
/// Whatever keeps it from being read.
pub fn loaded(of: &str, program: &Path) -> Result<Loaded, Error> {
    let documents = convert::documents(of, program)?;
    let (loaded, _) = documents::load(&documents);
    let Some(mut loaded) = loaded else {
        return Err(Error::PathMissing(PathBuf::from(of)));
    };
    loaded.registry = loaded.registry.in_year(loaded.campaign.year);
    Ok(loaded)
}

/// The forms of a campaign.
#[derive(Debug)]
pub struct BlankForms {
    /// They, in the order of the registry.
    pub files: Vec<FormFile>,
    /// How many units of each level have one, by the level's name.
    pub levels: Vec<(String, usize)>,
    /// Units of which last year's result says nothing, where there is one.
    pub without_earlier: Vec<String>,
}

/// Makes the forms of all units that are expected. `method` says how the points of a criterion follow.
///
/// # Errors
/// [`Error::Build`] if one does not fit into Excel's limits; [`Error::FormsOfShares`] where scores are no points.
pub fn forms(
    loaded: &Loaded,
    previous: Option<&Side>,
    method: &dyn Fn(&Scheme, &Criterion) -> String,
) -> Result<BlankForms, Error> {
    let Loaded {
        campaign,
        scheme,
        registry,
    } = loaded;
    if scheme.scores_as != ScoresAs::Points {
        return Err(Error::FormsOfShares);
    }
    let rulings = Rulings::new(&campaign.exemptions, &campaign.points, registry);
    let units: Vec<&Unit> = registry.units().filter(|unit| unit.expected).collect();
    let names = form_set::names(&units, scheme, campaign.year);
    let mut forms = BlankForms {
        files: Vec::with_capacity(units.len()),
        levels: Vec::new(),
        without_earlier: Vec::new(),
    };
    for (unit, name) in units.iter().zip(names) {
        let result = previous.and_then(|side| earlier(side, unit, registry));
        if previous.is_some() && result.is_none() {
            forms.without_earlier.push(unit.name.clone());
        }
        let ruling = rulings.of(&unit.id);
        let form = BlankForm {
            campaign,
            scheme,
            unit,
            ruling: &ruling,
            earlier: previous.map(|side| EarlierYear { side, result }),
            method: &|criterion| method(scheme, criterion),
        };
        let bytes = template::workbook(&form).map_err(|error| Error::Build(error.to_string()))?;
        forms.files.push(FormFile { name, bytes });
    }
    for level in &scheme.levels {
        let of_level = units.iter().filter(|unit| unit.id.level == level.id);
        forms.levels.push((level.name.clone(), of_level.count()));
    }
    forms.levels.retain(|(_, count)| *count > 0);
    Ok(forms)
}

/// Last year's result of a unit, under the name that it had then. One that was merged or split had another one.
fn earlier<'s>(side: &'s Side, unit: &Unit, registry: &Registry) -> Option<&'s SideResult> {
    let same = side.units.get(&unit.id).filter(|one| {
        let key = crate::base::text::key;
        unit.names().any(|name| key(name) == key(&one.name))
    });
    let renamed = || {
        let all = registry.successions().chain(&side.successions);
        let mut all = all.filter(|one| one.relation == Relation::Renamed);
        let before = all.find(|one| one.successors.contains(&unit.id))?;
        side.units.get(before.predecessors.first()?)
    };
    same.or_else(renamed)?.result.as_ref().filter(|result| {
        !result.criteria.is_empty() || !result.figures.is_empty() || result.total.is_some()
    })
}
