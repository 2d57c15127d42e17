//! How much of a scheme that a person wrote is in a proposal, and how much of the proposal is in it.
#![allow(clippy::print_stdout)]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use tonghop::base::lang::Lang;
use tonghop::campaign::definition::Source;
use tonghop::campaign::scheme::Scheme;
use tonghop::input::inbox;
use tonghop::input::propose::{Form, Suggestion, propose};
use tonghop::input::read::{ReadLimits, Reader};

/// The forms of a folder, by name.
pub fn forms(folder: &Path) -> Vec<Form> {
    let reader = Reader::new(ReadLimits::default(), env!("CARGO_BIN_EXE_tonghop").into());
    let inbox = inbox::list(folder, &[]).unwrap();
    let form = |file: &inbox::Received| {
        let mut book = reader.read(&file.load(u64::MAX).unwrap().bytes).unwrap();
        // As if nobody had stamped them.
        book.properties.custom.clear();
        Form {
            file: file.name.clone(),
            book: Arc::new(book),
            is_blank: false,
        }
    };
    inbox.received.iter().map(form).collect()
}

/// What is proposed for some forms.
pub fn proposed(forms: &[Form]) -> Suggestion {
    propose(forms.to_vec(), &[], Lang::Vi).unwrap()
}

/// What is proposed for the ticked forms of communes.
pub fn xa_2025() -> tonghop::campaign::documents::Documents {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms/xa-2025-tick/phieu-nop");
    proposed(&forms(&folder)).proposal.documents
}

/// The proposed scheme as the loader takes it.
pub fn scheme(suggestion: &Suggestion) -> Scheme {
    let text = toml::to_string(&suggestion.proposal.documents.scheme).unwrap();
    let source = Source {
        file: "scheme.toml",
        text: &text,
    };
    Scheme::parse(source).unwrap_or_else(|errors| panic!("{errors:#?}\n{text}"))
}

/// One thing that a scheme says: of which table, id, what.
pub type Facts = BTreeSet<(&'static str, String, String)>;

/// What a scheme says about groups, criteria and their maxima on these of its levels.
pub fn facts(scheme: &Scheme, levels: &[&str]) -> Facts {
    let mut facts = Facts::new();
    let of_level = |level: &&&str| scheme.levels.iter().find(|one| one.id.0 == **level);
    for level in levels.iter().filter_map(|level| of_level(&level)) {
        facts.insert(("level", level.id.0.to_string(), String::new()));
        for group in &scheme.groups {
            facts.insert((
                "group",
                group.id.0.to_string(),
                tonghop::base::text::key(&group.name),
            ));
            let maximum = group.maximum_at(&level.id);
            facts.insert((
                "group maximum",
                format!("{} {}", level.id, group.id),
                maximum.to_string(),
            ));
            facts.insert((
                "outside",
                group.id.0.to_string(),
                group.outside_total.to_string(),
            ));
        }
        for criterion in &scheme.criteria {
            facts.insert((
                "criterion",
                criterion.id.0.to_string(),
                tonghop::base::text::key(&criterion.name),
            ));
            let maximum = criterion.maximum_at(&level.id);
            let maximum = maximum.map(|points| points.to_string()).unwrap_or_default();
            facts.insert(("maximum", format!("{} {}", level.id, criterion.id), maximum));
            facts.insert((
                "sum",
                criterion.id.0.to_string(),
                criterion.rule.combines().to_string(),
            ));
        }
    }
    facts
}

/// Precision and recall of what was found against what is true.
pub fn precision_and_recall(found: &Facts, truth: &Facts) -> (f64, f64) {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap());
    let both = number(found.intersection(truth).count());
    (both / number(found.len()), both / number(truth.len()))
}

/// Prints and guards both.
pub fn guard(what: &str, found: &Facts, truth: &Facts) {
    let (precision, recall) = precision_and_recall(found, truth);
    println!(
        "{what}: precision {precision:.3}, recall {recall:.3} of {}",
        truth.len()
    );
    let missing: Vec<_> = truth.difference(found).collect();
    let extra: Vec<_> = found.difference(truth).collect();
    assert!(
        precision >= 0.98 && recall >= 0.98,
        "{what}: {precision:.3} {recall:.3}\nmissing: {missing:#?}\nextra: {extra:#?}"
    );
}
