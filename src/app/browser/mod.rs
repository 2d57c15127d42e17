//! A run in a page: a folder is dropped on a browser, and the command runs on it without a disk.
//!
//! In: files by their paths, and what reading them gave in instances of their own. Out: what the command prints, and the files that it
//! writes, byte for byte. Not for: the page, and not for how a browser hands over anything, which the crate in `page/` knows.

mod dropped_beside;
mod memory_disk;
mod read_answers;
mod run_outcome;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use serde::Serialize;

use crate::app::browser::dropped_beside::BesideKind;
use crate::app::browser::memory_disk::{MemoryDisk, MemoryFile};
pub use crate::app::browser::read_answers::read_file;
pub use crate::app::browser::run_outcome::{OutputInPage, RunOptions};
use crate::app::cli::{self, NO_RESULT, Streams};
use crate::app::pipeline::settings::names_campaign;
use crate::base::disk::{self, Mount};
use crate::input::inbox::{self, Inbox};
use crate::input::read::answer_bytes;

/// The version of the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Where last year's result lies that has this year's name.
const PREVIOUS: &str = "nam-truoc";

/// How often a disk was made: each has a path of its own.
static MADE: AtomicUsize = AtomicUsize::new(0);

/// A path below which no system has anything.
fn root() -> PathBuf {
    let number = MADE.fetch_add(1, Ordering::Relaxed);
    PathBuf::from(format!("/tonghop-trong-trang-{number}"))
}

/// What is said where something cannot be done, in Vietnamese.
pub type Said = String;

/// What is to be read before the run can end.
#[derive(Debug, Serialize)]
struct ToRead {
    read: Vec<FileToRead>,
    ignored: Vec<IgnoredInPage>,
}

#[derive(Debug, Serialize)]
struct FileToRead {
    path: String,
    bytes: u64,
}

#[derive(Debug, Serialize)]
struct IgnoredInPage {
    path: String,
    why: inbox::IgnoredBecause,
}

/// A run on what was dropped.
pub struct Run {
    disk: Arc<MemoryDisk>,
    root: PathBuf,
    folder: PathBuf,
    /// What was dropped beside the folder.
    beside: Vec<(PathBuf, BesideKind)>,
    _mounted: Mount,
}

impl Run {
    /// A run on a folder of this name, in which nothing is yet.
    pub fn new(folder: &str) -> Run {
        let root = root();
        let disk = Arc::new(MemoryDisk::new(root.clone()));
        let name = folder.rsplit(['/', '\\']).find(|name| is_name(name));
        Run {
            _mounted: disk::mount(&root, Arc::clone(&disk) as Arc<dyn disk::Disk>),
            folder: root.join(name.unwrap_or("thu-muc")),
            disk,
            root,
            beside: Vec::new(),
        }
    }

    /// The place of a file of the folder.
    fn place(&self, path: &str) -> Result<PathBuf, Said> {
        let mut place = self.folder.clone();
        for name in path.split('/') {
            if !is_name(name) {
                return Err(format!("{path}: đường dẫn này không dùng được"));
            }
            place.push(name);
        }
        Ok(place)
    }

    /// Adds a file of the folder. `path` is its path in it, with `/`; the time is in milliseconds since 1970.
    ///
    /// # Errors
    /// The path is none.
    pub fn add(&mut self, path: &str, bytes: &[u8], modified_ms: f64) -> Result<(), Said> {
        let file = MemoryFile::dropped(bytes, time(modified_ms));
        self.disk.add(&self.place(path)?, file);
        Ok(())
    }

    /// Adds a file of so many bytes that is too large for anybody to have read it.
    ///
    /// # Errors
    /// As [`Run::add`].
    pub fn add_too_large(&mut self, path: &str, size: f64, modified_ms: f64) -> Result<(), Said> {
        let file = MemoryFile {
            size: size as u64,
            ..MemoryFile::new(b"", time(modified_ms))
        };
        self.disk.add(&self.place(path)?, file);
        Ok(())
    }

    /// Adds a file that the browser could not read, for this reason.
    ///
    /// # Errors
    /// As [`Run::add`].
    pub fn add_unreadable(&mut self, path: &str, why: &str) -> Result<(), Said> {
        let file = MemoryFile {
            fault: Some(why.to_string()),
            ..MemoryFile::new(b"", None)
        };
        self.disk.add(&self.place(path)?, file);
        Ok(())
    }

    /// Adds a file that was dropped beside the folder. Gives what it is: `campaign`, `decisions`, `previous` (the result of another
    /// run), `result` (the last one of this folder), or nothing, and then it is not added.
    pub fn add_beside(&mut self, name: &str, bytes: &[u8]) -> &'static str {
        let folder = self.folder.file_name().unwrap_or_default();
        let Some(kind) = BesideKind::of(name, bytes, &folder.to_string_lossy()) else {
            return "";
        };
        self.put_beside(&[], name, bytes, kind);
        kind.name()
    }

    /// Adds last year's result, whatever it looks like; one that is called as this year's will be lies apart from it.
    pub fn add_previous(&mut self, name: &str, bytes: &[u8]) {
        let folder = self.folder.file_name().unwrap_or_default();
        let is_alike = dropped_beside::is_own_result(name, &folder.to_string_lossy());
        let within: &[&str] = if is_alike { &[PREVIOUS] } else { &[] };
        self.put_beside(within, name, bytes, BesideKind::Previous);
    }

    fn put_beside(&mut self, within: &[&str], name: &str, bytes: &[u8], kind: BesideKind) {
        let name = name.rsplit(['/', '\\']).find(|name| is_name(name));
        let mut path = self.root.clone();
        path.extend(within);
        path.push(name.unwrap_or("tep"));
        self.beside.retain(|(other, _)| *other != path);
        self.disk.add(&path, MemoryFile::new(bytes, None));
        self.beside.push((path, kind));
    }

    /// What is to be read before the run can end, in the order of the inbox, as JSON: `read` with `path` and `bytes`, `ignored` with
    /// `path` and `why`. What lies beside the folder begins with `../`.
    ///
    /// # Errors
    /// Nothing was added.
    pub fn to_read(&self) -> Result<String, Said> {
        let inbox: Inbox = inbox::list(&self.folder, &[])
            .map_err(|_| "Thư mục này không có tệp nào".to_string())?;
        let received = inbox.received.iter().map(|file| FileToRead {
            path: self.shown(&file.path),
            bytes: file.size_bytes,
        });
        let mut read: Vec<FileToRead> = received.collect();
        let of_campaign = [crate::campaign::book::FILE_NAME];
        let of_campaign = of_campaign.map(|name| self.folder.join(name)).into_iter();
        let beside = self.beside.iter().map(|(path, _)| path.clone());
        read.extend(of_campaign.chain(beside).filter_map(|path| {
            let file = self.disk.file(&path)?;
            let is_text = path.extension().is_some_and(|end| end == "toml");
            (!is_text).then(|| FileToRead {
                path: self.shown(&path),
                bytes: file.size,
            })
        }));
        let ignored = inbox.ignored.into_iter().map(|file| IgnoredInPage {
            path: file.name,
            why: file.reason,
        });
        let all = ToRead {
            read,
            ignored: ignored.collect(),
        };
        serde_json::to_string(&all).map_err(|error| error.to_string())
    }

    /// A path as the page knows it.
    fn shown(&self, path: &Path) -> String {
        let inner = path.strip_prefix(&self.folder);
        let (up, inner) = match inner {
            Ok(inner) => ("", inner),
            Err(_) => ("../", path.strip_prefix(&self.root).unwrap_or(path)),
        };
        let names = inner.iter().map(|name| name.to_string_lossy());
        format!("{up}{}", names.collect::<Vec<_>>().join("/"))
    }

    /// The bytes of a file that is to be read, or what is kept of them, by its path as [`Run::to_read`] has it.
    ///
    /// # Errors
    /// There is no such file.
    pub fn bytes_of(&self, path: &str) -> Result<Arc<[u8]>, Said> {
        let place = match path.strip_prefix("../") {
            Some(beside) => self.root.join(beside),
            None => self.place(path)?,
        };
        let file = self.disk.file(&place);
        let file = file.ok_or_else(|| format!("{path}: không có tệp này"))?;
        Ok(file.bytes)
    }

    /// Takes what reading a file gave.
    ///
    /// # Errors
    /// It is nothing that [`read_file`] gave.
    pub fn answer(&mut self, path: &str, answer: &[u8]) -> Result<(), Said> {
        let wrong = || format!("{path}: kết quả đọc tệp bị hỏng");
        for (key, answer) in read_answers::answers(answer).ok_or_else(wrong)? {
            self.disk.add_answer(key, answer);
        }
        Ok(())
    }

    /// Takes that the reading of a file was ended: by `timeout`, `memory` or `trap`.
    ///
    /// # Errors
    /// There is no such file.
    pub fn failed(&mut self, path: &str, why: &str) -> Result<(), Said> {
        let bytes = self.bytes_of(path)?;
        let answer = answer_bytes(&Err(read_answers::fault(why)));
        for key in read_answers::keys(&bytes) {
            self.disk.add_answer(key, &answer);
        }
        Ok(())
    }

    /// Runs the command on all that was added; gives what `run_outcome` puts together.
    ///
    /// # Errors
    /// What the command says where there is no result.
    pub fn finish(&mut self, options: &str) -> Result<String, Said> {
        let options = RunOptions::parse(options)?;
        self.disk.forget_written();
        let arguments = self.arguments(&options);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let program = read_answers::program(&self.root);
        let streams = Streams::default();
        let status = cli::run_on(arguments, program, streams, false, &mut out, &mut err);
        let (out, err) = (self.told(&out), self.told(&err));
        if status == NO_RESULT {
            return Err(run_outcome::sentence(&err));
        }
        run_outcome::json(&out, &self.outputs())
    }

    /// The command line for what was added.
    fn arguments(&self, options: &RunOptions) -> Vec<std::ffi::OsString> {
        let mut all: Vec<std::ffi::OsString> = vec!["tonghop".into(), self.folder.clone().into()];
        all.extend(options.arguments().into_iter().map(Into::into));
        let name = self.folder.file_name().unwrap_or_default();
        let own = names_campaign(&self.folder);
        let named = dropped_beside::named(&self.beside, &name.to_string_lossy(), own);
        for (option, path) in named {
            all.extend([option.into(), path.into()]);
        }
        all
    }

    /// What was printed, with paths as they are beside the folder.
    fn told(&self, printed: &[u8]) -> String {
        let root = format!("{}/", self.root.display());
        String::from_utf8_lossy(printed).replace(&root, "")
    }

    /// The files that the last run wrote.
    pub fn outputs(&self) -> Vec<OutputInPage> {
        let written = self.disk.written().into_iter();
        written
            .map(|(path, bytes)| OutputInPage::new(&path, &self.root, bytes))
            .collect()
    }

    /// The bytes of a file that the last run wrote.
    ///
    /// # Errors
    /// There is no such file.
    pub fn output(&self, name: &str) -> Result<Arc<[u8]>, Said> {
        let mut all = self.outputs().into_iter();
        let found = all.find(|one| one.name == name);
        let found = found.ok_or_else(|| format!("{name}: không có tệp kết quả này"))?;
        Ok(found.content)
    }
}

/// Whether this is the name of one file or folder.
fn is_name(name: &str) -> bool {
    !matches!(name, "" | "." | "..") && !name.contains('\0')
}

/// A time of a browser; 0 and what is no time is none.
fn time(ms: f64) -> Option<SystemTime> {
    let seconds = ms / 1000.0;
    let since = Duration::try_from_secs_f64(seconds).ok()?;
    (seconds > 0.0).then(|| SystemTime::UNIX_EPOCH.checked_add(since))?
}
