//! Files that are there whole or not at all, and never over somebody else's.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tonghop::base::lang::Lang;
use tonghop::output::OutputFormat;
use tonghop::output::file_in_place::FileInPlace;
use tonghop::output::files::{self, OtherNameBecause, OutputError, Written, is_ours, probe};
use tonghop::output::json::json;
use tonghop::output::xlsx::workbook;

use super::small;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Writes over any result of ours, as if nobody had changed it.
fn write(path: &Path, bytes: &[u8]) -> Result<Written, OutputError> {
    files::write(path, bytes, &|_, _| None)
}

fn place() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("tổng hợp 2017.xlsx");
    (folder, path)
}

#[test]
fn a_new_file_has_the_name_asked_for() {
    let (folder, path) = place();
    probe(&path).unwrap();
    assert_eq!(names(folder.path()), Vec::<String>::new());
    let written = write(&path, b"abc").unwrap();
    assert_eq!((written.path, written.instead_of), (path.clone(), None));
    assert_eq!(fs::read(&path).unwrap(), b"abc");
    assert_eq!(names(folder.path()), ["tổng hợp 2017.xlsx"]);
}

#[test]
fn our_own_workbook_is_replaced() {
    let (folder, path) = place();
    let mut report = small::report();
    write(&path, &workbook(&report, Lang::Vi).unwrap()).unwrap();
    assert!(is_ours(&path));
    report.findings.clear();
    let bytes = workbook(&report, Lang::Vi).unwrap();
    let written = write(&path, &bytes).unwrap();
    assert_eq!(written.instead_of, None);
    assert!(fs::read(&path).unwrap() == bytes);
    assert_eq!(names(folder.path()).len(), 1);
}

#[test]
fn our_own_json_is_replaced() {
    let (folder, path) = place();
    let mut report = small::report();
    write(&path, &json(&report).unwrap()).unwrap();
    report.findings.clear();
    assert_eq!(
        write(&path, &json(&report).unwrap()).unwrap().instead_of,
        None
    );
    assert_eq!(names(folder.path()).len(), 1);
}

#[test]
fn a_foreign_file_is_kept() {
    let (folder, path) = place();
    fs::write(&path, b"a plan of the year").unwrap();
    let first = write(&path, b"1").unwrap();
    assert_eq!(first.path.file_name().unwrap(), "tổng hợp 2017_2.xlsx");
    assert_eq!(first.instead_of, Some(OtherNameBecause::NotOurs));
    let second = write(&path, b"2").unwrap();
    assert_eq!(second.path.file_name().unwrap(), "tổng hợp 2017_3.xlsx");
    // The same bytes once more need no further name.
    assert_eq!(write(&path, b"2").unwrap().path, second.path);
    assert_eq!(fs::read(&path).unwrap(), b"a plan of the year");
    assert_eq!(names(folder.path()).len(), 3);
}

#[test]
fn a_folder_in_the_way_is_kept() {
    let (_folder, path) = place();
    fs::create_dir(&path).unwrap();
    let written = write(&path, b"1").unwrap();
    assert_eq!(written.instead_of, Some(OtherNameBecause::NotOurs));
    assert!(path.is_dir());
}

#[test]
fn a_missing_folder_is_an_error() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("không có/kết quả.xlsx");
    assert!(matches!(probe(&path), Err(OutputError::Folder { .. })));
    assert!(matches!(
        write(&path, b"1"),
        Err(OutputError::Folder { .. })
    ));
    assert_eq!(names(folder.path()), Vec::<String>::new());
}

#[test]
fn a_path_without_a_name_is_an_error() {
    assert!(matches!(
        probe(Path::new("/")),
        Err(OutputError::NoName { .. })
    ));
}

#[test]
fn a_result_that_somebody_changed_is_kept() {
    let (folder, path) = place();
    let bytes = workbook(&small::report(), Lang::Vi).unwrap();
    write(&path, &bytes).unwrap();
    let judge = |_: &dyn OutputFormat, found: &mut FileInPlace<'_>| {
        found.is(&bytes).then_some(OtherNameBecause::Changed)
    };
    let beside = files::write(&path, b"new", &judge).unwrap();
    assert_eq!(beside.instead_of, Some(OtherNameBecause::Changed));
    assert_eq!(beside.path.file_name().unwrap(), "tổng hợp 2017_2.xlsx");
    assert!(fs::read(&path).unwrap() == bytes);
    assert_eq!(names(folder.path()).len(), 2);
}

#[test]
fn a_result_that_is_saved_again_meanwhile_is_kept() {
    let (_folder, path) = place();
    let bytes = workbook(&small::report(), Lang::Vi).unwrap();
    write(&path, &bytes).unwrap();
    let judge = |_: &dyn OutputFormat, _: &mut FileInPlace<'_>| {
        fs::write(&path, b"saved meanwhile").unwrap();
        None
    };
    let beside = files::write(&path, b"new", &judge).unwrap();
    assert_eq!(beside.instead_of, Some(OtherNameBecause::Changed));
    assert_eq!(fs::read(&path).unwrap(), b"saved meanwhile");
}

#[cfg(unix)]
#[test]
fn a_link_and_a_file_that_may_only_be_read_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (folder, path) = place();
    let bytes = workbook(&small::report(), Lang::Vi).unwrap();
    write(&path, &bytes).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    assert_eq!(
        write(&path, b"new").unwrap().instead_of,
        Some(OtherNameBecause::ReadOnly)
    );
    assert!(fs::read(&path).unwrap() == bytes);
    let link = folder.path().join("link.xlsx");
    symlink(&path, &link).unwrap();
    let beside = write(&link, b"new").unwrap();
    assert_eq!(beside.instead_of, Some(OtherNameBecause::NotOurs));
    assert!(link.symlink_metadata().unwrap().is_symlink());
}

/// Root may write everywhere, so that this says nothing when tests run as root.
#[cfg(unix)]
#[test]
fn a_folder_that_is_not_writable_is_an_error() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = place();
    let set = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).unwrap();
    set(0o555);
    let is_root = fs::write(folder.path().join("x"), b"").is_ok();
    let probed = probe(&path);
    set(0o755);
    if !is_root {
        assert!(matches!(probed, Err(OutputError::Folder { .. })));
        assert_eq!(names(folder.path()), Vec::<String>::new());
    }
}

#[test]
#[cfg(not(windows))]
fn a_file_beside_which_an_owner_file_stands_stays() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("kết quả.xlsx");
    let put = |bytes: &[u8]| {
        let aside = files::aside(&path, bytes).unwrap();
        aside.put_where(&path, &|_| None).unwrap()
    };
    put(b"one");
    for owner in ["~$kết quả.xlsx", "~$t quả.xlsx", ".~lock.kết quả.xlsx#"] {
        let owner = folder.path().join(owner);
        fs::write(&owner, b"x").unwrap();
        let written = put(b"two");
        assert_eq!(written.instead_of, Some(OtherNameBecause::OwnerFile));
        assert_eq!(written.path, folder.path().join("kết quả_2.xlsx"));
        assert_eq!(fs::read(&path).unwrap(), b"one");
        fs::remove_file(owner).unwrap();
    }
    assert_eq!(put(b"two").instead_of, None);
}
