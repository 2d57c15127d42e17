//! What was dropped on the program, sorted by what is to be done with it.
//!
//! In: the arguments. Explorer gives the full path of each thing, in an order of its own. Out: jobs, each with the command line that
//! does it. Not for: doing them.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use crate::app::cli::usage::says_nothing;
use crate::base::disk;
use crate::base::lang::{Lang, say};
use crate::base::outside::Shown;
use crate::campaign::{book, settings};
use crate::output::{files, glimpse};

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum WindowRequest {
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
    /// Consolidate a folder by a campaign file.
    Campaign {
        /// The campaign's file.
        file: PathBuf,
        /// The folder of returns, or that of the campaign.
        folder: PathBuf,
    },
    /// Say whether a campaign workbook is right, whose returns nobody knows.
    Lone(PathBuf),
    /// Audit a table of results.
    Table(PathBuf),
    /// Check returns.
    Files(Vec<PathBuf>),
    /// Say that there is no such thing.
    Missing(PathBuf),
}

/// Sorts what was dropped, or says that nothing was.
pub(super) fn asked(arguments: &[OsString]) -> WindowRequest {
    let paths: Vec<PathBuf> = arguments.iter().skip(1).map(PathBuf::from).collect();
    if says_nothing(arguments) {
        WindowRequest::Nothing
    } else if paths.iter().all(|path| path.is_absolute()) {
        WindowRequest::Dropped(jobs(paths))
    } else {
        WindowRequest::Typed
    }
}

/// Folders first, each for itself; all files to be checked together last.
fn jobs(paths: Vec<PathBuf>) -> Vec<Job> {
    let (mut jobs, mut files): (Vec<Job>, Vec<PathBuf>) = (Vec::new(), Vec::new());
    let mut campaigns: Vec<PathBuf> = Vec::new();
    for path in paths {
        match job(path) {
            DroppedItem::Job(job) if !jobs.contains(&job) => jobs.push(job),
            DroppedItem::Campaign(file) if !campaigns.contains(&file) => campaigns.push(file),
            DroppedItem::File(file) if !files.contains(&file) => files.push(file),
            _ => {}
        }
    }
    // A campaign that is dropped with folders of returns is theirs; with its own folder, both are one.
    let is_own = |job: &Job, file: &Path| matches!(job, Job::Folder(folder) if Some(folder.as_path()) == file.parent());
    let is_folder = |job: &Job| matches!(job, Job::Folder(_));
    if let [file] = campaigns.as_slice()
        && jobs.iter().any(is_folder)
        && !jobs.iter().any(|job| is_own(job, file))
    {
        for job in &mut jobs {
            if let Job::Folder(folder) = job {
                let (file, folder) = (file.clone(), std::mem::take(folder));
                *job = Job::Campaign { file, folder };
            }
        }
    } else {
        jobs.extend(campaigns.into_iter().map(campaign));
    }
    let folders: Vec<PathBuf> = jobs.iter().filter_map(Job::campaign_folder).collect();
    jobs.retain(|job| !matches!(job, Job::Folder(folder) if folders.contains(folder)));
    jobs.sort_by_key(|job| match job {
        Job::Folder(_) | Job::Campaign { .. } => 0,
        Job::Table(_) | Job::Lone(_) => 1,
        Job::Files(_) => 2,
        Job::Missing(_) => 3,
    });
    if !files.is_empty() {
        let at = jobs.iter().filter(|job| !matches!(job, Job::Missing(_)));
        jobs.insert(at.count(), Job::Files(files));
    }
    jobs
}

/// One thing that was dropped.
enum DroppedItem {
    /// Something that is dealt with for itself.
    Job(Job),
    /// The file of a campaign.
    Campaign(PathBuf),
    /// A file that is to be checked.
    File(PathBuf),
}

/// What one thing is.
fn job(path: PathBuf) -> DroppedItem {
    if disk::is_folder(&path) {
        return DroppedItem::Job(Job::Folder(path));
    }
    if !disk::exists(&path) {
        return DroppedItem::Job(Job::Missing(path));
    }
    if is_named(&path) || glimpse::is_campaign(&path) {
        return DroppedItem::Campaign(path);
    }
    // No return is read from a Word file, but a decision with its tables is.
    let is_word = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("docx"));
    if is_word || files::is_ours(&path) {
        return DroppedItem::Job(Job::Table(path));
    }
    DroppedItem::File(path)
}

/// Whether a file has the name that makes its folder a campaign folder.
fn is_named(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    let names = [settings::FILE_NAME, book::FILE_NAME];
    names.iter().any(|own| name.eq_ignore_ascii_case(own))
}

/// A campaign file that was dropped without the folder of its returns: that is its own folder, or the one beside it that it is named
/// after.
fn campaign(file: PathBuf) -> Job {
    let around = file.parent().unwrap_or(Path::new(".")).to_path_buf();
    let stem = book::BESIDE.trim_end_matches(".xlsx");
    let name = file.file_stem().unwrap_or_default();
    let name = name.to_string_lossy().into_owned();
    // A second proposal has a number behind its name.
    let first = name
        .rsplit_once('_')
        .filter(|(_, number)| number.parse::<u32>().is_ok());
    let names = [Some(name.as_str()), first.map(|(name, _)| name)];
    let beside = names.into_iter().flatten().find_map(|name| {
        let folder = around.join(name.strip_suffix(stem)?);
        disk::is_folder(&folder).then_some(folder)
    });
    match beside {
        Some(folder) => Job::Campaign { file, folder },
        None if is_named(&file) => Job::Campaign {
            file,
            folder: around,
        },
        None => Job::Lone(file),
    }
}

impl Job {
    fn campaign_folder(&self) -> Option<PathBuf> {
        match self {
            Job::Campaign { folder, .. } => Some(folder.clone()),
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
            Job::Campaign { file, folder } => {
                line.extend([
                    "consolidate".as_ref(),
                    "--campaign".as_ref(),
                    file.as_os_str(),
                ]);
                line.extend(["--".as_ref(), folder.as_os_str()]);
            }
            Job::Lone(file) => {
                line.extend::<[&OsStr; 3]>(["scheme".as_ref(), "check".as_ref(), "--".as_ref()]);
                line.push(file.as_os_str());
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
            Job::Campaign { file, folder } if file.parent() == Some(folder) => say!(
                lang,
                ("Tổng hợp đợt đánh giá {}", Shown::path(file)),
                ("Consolidating the campaign {}", Shown::path(file))
            ),
            Job::Campaign { file, folder } => say!(
                lang,
                (
                    "Tổng hợp thư mục {} theo {}",
                    Shown::path(folder),
                    Shown::path(file)
                ),
                (
                    "Consolidating the folder {} by {}",
                    Shown::path(folder),
                    Shown::path(file)
                )
            ),
            Job::Lone(path) => say!(
                lang,
                (
                    "Kiểm tra tệp đợt đánh giá {}; để tổng hợp theo tệp này, kéo thả tệp cùng với thư mục phiếu",
                    Shown::path(path)
                ),
                (
                    "Checking the campaign {}; to consolidate by it, drop it together with the folder of returns",
                    Shown::path(path)
                )
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
    use crate::campaign::documents::Documents;

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
            Job::Campaign {
                file: at("đợt/Campaign.TOML"),
                folder: at("đợt"),
            },
            Job::Table(ours),
            Job::Table(at("QĐ.DOCX")),
            Job::Files(vec![at("a.xlsx"), at("b.xls")]),
            Job::Missing(at("gone.xlsx")),
        ];
        assert_eq!(asked(&arguments), WindowRequest::Dropped(expected));
    }

    /// A campaign workbook is known by its stamp, whatever it is called: with folders it is theirs, alone that of the folder that it is
    /// named after.
    #[test]
    fn a_campaign_workbook_goes_with_the_folder_of_its_returns() {
        let around = tempfile::tempdir().unwrap();
        let at = |name: &str| around.path().join(name);
        let bytes = crate::output::xlsx::campaign::workbook(&Documents::default(), Lang::Vi);
        let bytes = bytes.unwrap();
        for folder in ["phieu", "khác"] {
            fs::create_dir(at(folder)).unwrap();
        }
        let (first, second) = ("phieu-dot-danh-gia.xlsx", "phieu-dot-danh-gia_2.xlsx");
        for name in [first, second, "cua toi.xlsx"] {
            fs::write(at(name), &bytes).unwrap();
        }
        let of = |file: &str, folder: &str| Job::Campaign {
            file: at(file),
            folder: at(folder),
        };
        for (dropped, expected) in [
            (&[first][..], vec![of(first, "phieu")]),
            (&[second], vec![of(second, "phieu")]),
            (&["cua toi.xlsx"], vec![Job::Lone(at("cua toi.xlsx"))]),
            (&["cua toi.xlsx", "khác"], vec![of("cua toi.xlsx", "khác")]),
            (&["phieu", second], vec![of(second, "phieu")]),
        ] {
            let arguments = std::iter::once("tonghop".into());
            let dropped = dropped.iter().map(|name| at(name).into_os_string());
            let arguments: Vec<OsString> = arguments.chain(dropped).collect();
            assert_eq!(asked(&arguments), WindowRequest::Dropped(expected));
        }
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
            assert_eq!(asked(&words(typed)), WindowRequest::Typed, "{typed:?}");
        }
        for nothing in [&["tonghop"][..], &["tonghop", "--lang", "en"]] {
            assert_eq!(
                asked(&words(nothing)),
                WindowRequest::Nothing,
                "{nothing:?}"
            );
        }
    }

    /// The command line of each job is understood, whatever the thing is called.
    #[test]
    fn jobs_are_command_lines() {
        let path = || PathBuf::from("/--json/check");
        let jobs = [
            Job::Folder(path()),
            Job::Campaign {
                file: path(),
                folder: path(),
            },
            Job::Lone(path()),
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
