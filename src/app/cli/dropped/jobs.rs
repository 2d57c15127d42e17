//! What was dropped on the program, sorted by what is to be done with it.
//!
//! In: the arguments. Explorer gives the full path of each thing, in an order of its own. Out: jobs, each with the command line that
//! does it. Not for: doing them.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use crate::app::cli::usage::says_nothing;
use crate::base::lang::{Lang, say};
use crate::base::outside::Shown;
use crate::campaign::{book, settings};
use crate::output::files;

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Nothing: the program was clicked.
    Nothing,
    /// These things were dropped.
    Dropped(Vec<Job>),
    /// A command line, as in a shortcut.
    Typed,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Job {
    /// Consolidate a folder.
    Folder(PathBuf),
    /// Consolidate the folder of a campaign file.
    Campaign(PathBuf),
    /// Audit a table of results.
    Table(PathBuf),
    /// Check returns.
    Files(Vec<PathBuf>),
    /// Say that there is no such thing.
    Missing(PathBuf),
}

/// Sorts what was dropped, or says that nothing was.
pub(super) fn asked(arguments: &[OsString]) -> Asked {
    let paths: Vec<PathBuf> = arguments.iter().skip(1).map(PathBuf::from).collect();
    if says_nothing(arguments) {
        Asked::Nothing
    } else if paths.iter().all(|path| path.is_absolute()) {
        Asked::Dropped(jobs(paths))
    } else {
        Asked::Typed
    }
}

/// Folders first, each for itself; all files to be checked together last.
fn jobs(paths: Vec<PathBuf>) -> Vec<Job> {
    let (mut jobs, mut files): (Vec<Job>, Vec<PathBuf>) = (Vec::new(), Vec::new());
    for path in paths {
        let job = match job(path) {
            Ok(job) => job,
            Err(file) => {
                if !files.contains(&file) {
                    files.push(file);
                }
                continue;
            }
        };
        if !jobs.contains(&job) {
            jobs.push(job);
        }
    }
    // A campaign and its folder are one.
    let folders: Vec<PathBuf> = jobs.iter().filter_map(Job::campaign_folder).collect();
    jobs.retain(|job| !matches!(job, Job::Folder(folder) if folders.contains(folder)));
    jobs.sort_by_key(|job| match job {
        Job::Folder(_) | Job::Campaign(_) => 0,
        Job::Table(_) => 1,
        Job::Files(_) => 2,
        Job::Missing(_) => 3,
    });
    if !files.is_empty() {
        let at = jobs.iter().filter(|job| !matches!(job, Job::Missing(_)));
        jobs.insert(at.count(), Job::Files(files));
    }
    jobs
}

/// What is to be done with one thing.
///
/// # Errors
/// The path of a file that is to be checked.
fn job(path: PathBuf) -> Result<Job, PathBuf> {
    if path.is_dir() {
        return Ok(Job::Folder(path));
    }
    if !path.exists() {
        return Ok(Job::Missing(path));
    }
    let name = path.file_name().unwrap_or_default();
    let names = [settings::FILE_NAME, book::FILE_NAME];
    if names.iter().any(|own| name.eq_ignore_ascii_case(own)) {
        return Ok(Job::Campaign(path));
    }
    // No return is read from a Word file, but a decision with its tables is.
    let is_word = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("docx"));
    if is_word || files::is_ours(&path) {
        return Ok(Job::Table(path));
    }
    Err(path)
}

impl Job {
    fn campaign_folder(&self) -> Option<PathBuf> {
        match self {
            Job::Campaign(file) => file.parent().map(Path::to_path_buf),
            _ => None,
        }
    }

    /// The command line that does it.
    pub(super) fn arguments(&self, lang: Lang) -> Vec<OsString> {
        let mut line: Vec<&OsStr> = vec!["tonghop".as_ref()];
        if lang == Lang::En {
            line.push("--lang=en".as_ref());
        }
        match self {
            Job::Folder(folder) => {
                line.extend(["consolidate".as_ref(), "--".as_ref(), folder.as_os_str()]);
            }
            Job::Campaign(file) => {
                let folder = file.parent().unwrap_or(Path::new("."));
                line.extend([
                    "consolidate".as_ref(),
                    "--campaign".as_ref(),
                    file.as_os_str(),
                ]);
                line.extend(["--".as_ref(), folder.as_os_str()]);
            }
            Job::Table(file) => line.extend(["audit".as_ref(), "--".as_ref(), file.as_os_str()]),
            Job::Files(files) => {
                line.extend::<[&OsStr; 2]>(["check".as_ref(), "--".as_ref()]);
                line.extend(files.iter().map(|file| file.as_os_str()));
            }
            Job::Missing(path) => line.extend(["check".as_ref(), "--".as_ref(), path.as_os_str()]),
        }
        line.into_iter().map(OsStr::to_os_string).collect()
    }

    /// What is being done, as a heading.
    pub(super) fn heading(&self, lang: Lang) -> String {
        match self {
            Job::Folder(path) => say!(
                lang,
                ("Tổng hợp thư mục {}", Shown::path(path)),
                ("Consolidating the folder {}", Shown::path(path))
            ),
            Job::Campaign(path) => say!(
                lang,
                ("Tổng hợp đợt đánh giá {}", Shown::path(path)),
                ("Consolidating the campaign {}", Shown::path(path))
            ),
            Job::Table(path) => say!(
                lang,
                ("Kiểm lại bảng kết quả {}", Shown::path(path)),
                ("Auditing the table {}", Shown::path(path))
            ),
            Job::Files(files) => say!(
                lang,
                ("Kiểm tra {} tệp phiếu", files.len()),
                ("Checking the files: {}", files.len())
            ),
            Job::Missing(path) => Shown::path(path).to_string(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use std::fs;

    use super::*;
    use crate::app::cli::{language, usage};

    #[test]
    fn what_is_dropped_is_sorted() {
        let around = tempfile::tempdir().unwrap();
        let at = |name: &str| around.path().join(name);
        for folder in ["đợt", "phiếu về"] {
            fs::create_dir(at(folder)).unwrap();
        }
        for file in ["a.xlsx", "b.xls", "QĐ.DOCX", "đợt/Campaign.TOML"] {
            fs::write(at(file), "x").unwrap();
        }
        let ours = at("kết quả.xlsx");
        let sample =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kontum-2016-tong-hop.xlsx");
        fs::copy(sample, &ours).unwrap();
        let dropped = [
            "a.xlsx",
            "đợt",
            "kết quả.xlsx",
            "gone.xlsx",
            "phiếu về",
            "b.xls",
            "QĐ.DOCX",
            "a.xlsx",
            "đợt/Campaign.TOML",
            "phiếu về",
        ];
        let arguments: Vec<OsString> = std::iter::once("tonghop".into())
            .chain(dropped.map(|name| at(name).into_os_string()))
            .collect();
        let expected = vec![
            Job::Folder(at("phiếu về")),
            Job::Campaign(at("đợt/Campaign.TOML")),
            Job::Table(ours),
            Job::Table(at("QĐ.DOCX")),
            Job::Files(vec![at("a.xlsx"), at("b.xls")]),
            Job::Missing(at("gone.xlsx")),
        ];
        assert_eq!(asked(&arguments), Asked::Dropped(expected));
    }

    #[test]
    fn what_is_typed_is_not_taken_for_dropped() {
        let words =
            |words: &[&str]| -> Vec<OsString> { words.iter().map(OsString::from).collect() };
        for typed in [
            &["tonghop", "check", "/a"][..],
            &["tonghop", "phieu"],
            &["tonghop", "/a", "--json"],
        ] {
            assert_eq!(asked(&words(typed)), Asked::Typed, "{typed:?}");
        }
        for nothing in [&["tonghop"][..], &["tonghop", "--lang", "en"]] {
            assert_eq!(asked(&words(nothing)), Asked::Nothing, "{nothing:?}");
        }
    }

    /// The command line of each job is understood, whatever the thing is called.
    #[test]
    fn jobs_are_command_lines() {
        let path = || PathBuf::from("/--json/check");
        let jobs = [
            Job::Folder(path()),
            Job::Campaign(path()),
            Job::Table(path()),
            Job::Files(vec![path(), "/-o".into()]),
            Job::Missing(path()),
        ];
        for job in jobs {
            for lang in [Lang::Vi, Lang::En] {
                let arguments = job.arguments(lang);
                assert_eq!(language(&arguments), lang);
                let parsed = usage::parse(arguments, lang, None);
                let Some(cli) = parsed.ok() else {
                    panic!("{job:?} is not understood");
                };
                let shown = format!("{cli:?}");
                assert!(shown.contains("\"/--json") && !cli.prints_data(), "{shown}");
            }
        }
    }
}
