//! What is wrong in a sentence is told where it stands; nothing of a row is without effect.

use tonghop::campaign::definition::Source;
use tonghop::campaign::scheme::{Scheme, built_in};

/// What is said of the built-in scheme with one more sentence.
fn said(row: &str) -> String {
    let own = built_in("kontum-2017").unwrap();
    let text = format!("{own}\n[[sentence]]\n{row}\n");
    let source = Source {
        file: "scheme.toml",
        text: &text,
    };
    let errors = Scheme::parse(source).err().unwrap_or_default();
    let all = errors.iter().map(|one| one.problem.to_string());
    all.collect::<Vec<_>>().join("; ")
}

#[test]
fn each_mistake_in_a_sentence_is_told() {
    let section = "section = \"a\"\n";
    for (row, problem) in [
        ("text = \"{lan_share} và {nam}\"", ""),
        ("text = \"{lan_shar}\"", "there is no field \"lan_shar\""),
        ("text = \"{lan_share\"", "the brace at \"{lan_share\""),
        ("text = \"{if lan_share}\"", "the brace at"),
        ("text = \"{pc_rate_tinh.muc}\"", "cannot be said so"),
        ("text = \"{lan_share.toi_da}\"", "cannot be said so"),
        ("text = \"{chu_thich}\"", "without a footnote"),
        ("text = \"x\"\nfootnote = \"policy_top\"", "exactly once"),
        (
            "text = \"{chu_thich}\"\nfootnote = \"lan_share\"",
            "lists the units at a maximum",
        ),
        (
            "text = \"x\"\nwhen = \"zero\"",
            "a condition needs a statistic",
        ),
        (
            "text = \"x\"\nstatistic = \"lan_share\"\nwhen = \"below\"",
            "missing key \"value\"",
        ),
        (
            "text = \"x\"\nstatistic = \"lan_share\"\nwhen = \"zero\"\nvalue = 3",
            "only goes with",
        ),
        (
            "text = \"x\"\nstatistic = \"it_staff_total\"\nwhen = \"full\"",
            "never 100%",
        ),
        ("text = \"x\"\nblank = \"a b\"", "cannot name a place"),
        ("text = \"x\"\nblank = \"eoffice\"", "is defined twice"),
        (
            "text = \"x\"\nblank = \"moi\"\nstatistic = \"lan_share\"",
            "a place for the author has no",
        ),
        ("text = \" \"", "must not be empty"),
    ] {
        let said = said(&format!("{section}{row}"));
        assert_eq!(said.is_empty(), problem.is_empty(), "{row}: {said}");
        assert!(said.contains(problem), "{row}: {said}");
    }
    assert!(said("section = \"x\"\ntext = \"y\"").contains("there is no section \"x\""));
}
