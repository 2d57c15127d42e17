//! What was dropped on the program, sorted by what is to be done with it.
//!
//! In: the arguments. Explorer gives the full path of each thing, in an order of its own. Out: jobs, each with the command line that
//! does it. Not for: doing them.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use crate::app::cli::usage::says_nothing;
use crate::base::lang::Lang;
use crate::base::outside::Shown;
use crate::campaign::settings;
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
    /// Audit a result.
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
    if name.eq_ignore_ascii_case(settings::FILE_NAME) {
        return Ok(Job::Campaign(path));
    }
    if files::is_ours(&path) {
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
        match (self, lang) {
            (Job::Folder(path), Lang::Vi) => format!("Tổng hợp thư mục {}", Shown::path(path)),
            (Job::Folder(path), Lang::En) => {
                format!("Consolidating the folder {}", Shown::path(path))
            }
            (Job::Campaign(path), Lang::Vi) => {
                format!("Tổng hợp đợt đánh giá {}", Shown::path(path))
            }
            (Job::Campaign(path), Lang::En) => {
                format!("Consolidating the campaign {}", Shown::path(path))
            }
            (Job::Table(path), Lang::Vi) => format!("Kiểm lại bảng kết quả {}", Shown::path(path)),
            (Job::Table(path), Lang::En) => format!("Auditing the table {}", Shown::path(path)),
            (Job::Files(files), Lang::Vi) => format!("Kiểm tra {} tệp phiếu", files.len()),
            (Job::Files(files), Lang::En) => format!("Checking the files: {}", files.len()),
            (Job::Missing(path), _) => Shown::path(path).to_string(),
        }
    }
}
