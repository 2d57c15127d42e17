//! Definitions of any content: each is understood or refused with a place and a short message, in time, in both languages.
//!
//! In: a campaign, a scheme and a registry, each behind a line `==== name`. What is left out is that of the tests' campaign.

use std::time::{Duration, Instant};

use tonghop::app::cli;
use tonghop::base::error::{DefinitionError, Error};
use tonghop::base::lang::Lang;
use tonghop::campaign::definition::Source;
use tonghop::campaign::scheme::Scheme;
use tonghop::campaign::settings::Campaign;
use tonghop::campaign::units::Registry;
use tonghop::input::read::ReadLimits;
use tonghop::input::recognise::Known;
use tonghop::result::report::{Input, build};

/// What one input may take, tests being not optimised.
const TIME: Duration = Duration::from_secs(10);

const CAMPAIGN: &str = include_str!("../../../tests/cases/base/campaign.toml");
const SCHEME: &str = include_str!("../../../tests/cases/base/scheme.toml");
const UNITS: &str = include_str!("../../../tests/cases/base/units.csv");

/// Reads the definitions, and goes on with those that are right.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let start = Instant::now();
    let part = |name: &str, otherwise: &'static str| {
        let mut parts = text.split("==== ").skip(1);
        let own = parts.find_map(|part| part.strip_prefix(name)?.strip_prefix('\n'));
        own.unwrap_or(otherwise).to_string()
    };
    all(
        &part("campaign.toml", CAMPAIGN),
        &part("scheme.toml", SCHEME),
        &part("units.csv", UNITS),
    );
    assert!(start.elapsed() < TIME, "too slow: {:?}", start.elapsed());
}

fn all(campaign: &str, scheme: &str, units: &str) {
    let source = |file, text| Source { file, text };
    let campaign_source = source("campaign.toml", campaign);
    let campaign = match Campaign::parse(campaign_source) {
        Ok(campaign) => campaign,
        Err(errors) => {
            refused(errors, campaign);
            Campaign::built_in()
        }
    };
    let scheme = match Scheme::parse(source("scheme.toml", scheme)) {
        Ok(scheme) => scheme,
        Err(errors) => return refused(errors, scheme),
    };
    let registry = match Registry::parse(source("units.csv", units), &scheme) {
        Ok(registry) => registry.in_year(campaign.year),
        Err(errors) => return refused(errors, units),
    };
    if let Err(errors) = campaign.check(campaign_source, &scheme, &registry) {
        return refused(errors, campaign_source.text);
    }
    let _ = Known::new(&campaign, &scheme, &registry);
    let report = build(Input {
        campaign: &campaign,
        scheme: &scheme,
        registry: &registry,
        submissions: Vec::new(),
        files: Vec::new(),
        findings: Vec::new(),
        folder: String::new(),
        decisions: Vec::new(),
        of_files: tonghop::result::report::FileDecisions::default(),
        time: ReadLimits::default().time,
    });
    let gaps: usize = report.levels.iter().map(|level| level.gaps.len()).sum();
    assert_eq!(
        gaps,
        registry
            .units()
            .filter(|unit| scheme.level(&unit.id.level).is_some())
            .count()
    );
}

/// What is refused has a place in the text, and messages that can be read.
fn refused(errors: Vec<DefinitionError>, text: &str) {
    assert!(!errors.is_empty());
    let lines = text.split('\n').count();
    for error in &errors {
        assert!((1..=lines).contains(&error.line), "{error:?}");
        assert!(error.column >= 1, "{error:?}");
    }
    // Many errors make many lines.
    let most = 30_000 * errors.len();
    let error = Error::Definition(errors);
    for lang in [Lang::Vi, Lang::En] {
        let message = cli::message(&error, lang);
        let is_odd = |c: char| c.is_control() && c != '\n';
        assert!(
            !message.is_empty() && !message.contains(is_odd),
            "{message:?}"
        );
        assert!(message.len() < most, "{} bytes", message.len());
    }
}
