//! Every format knows its own files, and no other does; the files of one run say that they are.

use std::path::Path;

use tonghop::base::lang::Lang;
use tonghop::output::data_file::ValueList;
use tonghop::output::file_in_place::FileInPlace;
use tonghop::output::files::OtherNameBecause;
use tonghop::output::glimpse::Glimpse;
use tonghop::output::{Content, OutputFormat, format_of, formats};

use super::small;

const PROGRAM: &str = env!("CARGO_BIN_EXE_tonghop");

#[test]
fn every_format_knows_its_own_files_again() {
    let report = small::report();
    let mut runs = Vec::new();
    for format in formats() {
        let (content, program) = (
            Content::Report(&report, None, ValueList::counted(&report)),
            Path::new(PROGRAM),
        );
        let made = format.write(content, Lang::Vi, program).unwrap();
        let again = format.write(content, Lang::Vi, program).unwrap();
        let name = format.extension();
        assert!(made == again, "{name}: two runs give the same bytes");
        let found = Glimpse::bytes(&made.bytes);
        let known = format_of(&found).map(OutputFormat::extension);
        assert_eq!(known, Some(name));
        let others = formats().filter(|one| one.is_ours(&found));
        assert_eq!(
            others.count(),
            1,
            "{name}: no other format takes it for its own"
        );
        assert!(
            made.is_sealed
                && format
                    .kept(&mut FileInPlace::of(&made.bytes), program)
                    .is_none(),
            "{name}"
        );
        runs.push(format.run(&found).unwrap());
    }
    runs.dedup();
    assert_eq!(runs.len(), 1, "all formats tell of one run");
}

#[test]
fn what_was_changed_is_kept() {
    let report = small::report();
    let program = Path::new(PROGRAM);
    let format = formats().find(|one| one.extension() == "json");
    let format = format.unwrap();
    let made = format.write(
        Content::Report(&report, None, ValueList::counted(&report)),
        Lang::Vi,
        program,
    );
    let text = String::from_utf8(made.unwrap().bytes).unwrap();
    let other = text.replacen("\"order\": 1", "\"order\": 7", 1);
    assert_ne!(other, text);
    let kept = format.kept(&mut FileInPlace::of(other.as_bytes()), program);
    assert_eq!(kept, Some(OtherNameBecause::Changed));
}

#[test]
fn nothing_that_others_made_is_ours() {
    for bytes in [
        &b""[..],
        b"PK",
        b"a plan",
        b"{\"program\": \"plan\"}",
        b"<a/>",
    ] {
        assert!(format_of(&Glimpse::bytes(bytes)).is_none(), "{bytes:?}");
    }
}

#[test]
fn extensions_are_options_too() {
    let mut names: Vec<&str> = formats().map(OutputFormat::extension).collect();
    let is_plain = |name: &&str| name.bytes().all(|byte| byte.is_ascii_lowercase());
    assert!(names.iter().all(is_plain));
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), formats().count());
}
