//! How fast `tonghop` is, and how much memory it takes, beside what cannot be avoided.
//!
//! In: workbooks made on the spot, 28 as in the sample and 1,000 others. Out: one table of ratios. Reading and recognising is
//! set against bare calamine (`worksheet_range` of all sheets) on the same files and threads; the whole run against bare
//! calamine and the writing alone; memory of 1,000 workbooks against that of 28. All that is compared runs in turns, in
//! processes of their own, as the program does, and each line's rounds are spread over the whole bench, because the speed of a
//! machine drifts: a virtual one may have its processors moved apart for some seconds. Nothing here fails for being slow.
//!
//! What a whole run takes beside readers of other languages, `benches/against.py` says.
//!
//! Run with `cargo bench`, or `cargo bench -- --rounds 100 --files 3000`. The large set gets a third of the rounds for reading and a
//! twentieth for the whole run.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::disallowed_methods,
    reason = "a bench that cannot make its files has nothing to measure, and its table is for people"
)]

mod campaigns;
mod memory;

use std::fs;
use std::hint::black_box;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use calamine::{Reader as _, Xlsx};
use rayon::ThreadPool;
use rayon::prelude::*;
use tonghop::base::lang::Lang;
use tonghop::input::intake::{self, FolderReader, Intake};
use tonghop::input::read::{ReadLimits, Reader};
use tonghop::input::recognise::Known;
use tonghop::output::{is_own_text, xlsx};
use tonghop::result::report::Report;

use crate::campaigns::Campaign;
use crate::memory::{Counting, Taken, measure};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Set for a process that makes one whole run over the folder it names, for the resident set of a run alone.
const RUN_ALONE: &str = "TONGHOP_BENCH_RUN_ALONE";

/// Set for a process that times some rounds over the folder it names; its arguments are the threads and the rounds.
const TIME_ALONE: &str = "TONGHOP_BENCH_TIME_ALONE";

/// Into how many parts the rounds are divided, each a process; all lines of the table have their turn in each.
const PARTS: usize = 6;

/// How often everything is timed. The slower it is, the fewer.
#[derive(Clone, Copy)]
struct Rounds {
    /// Reading, with and without recognising.
    reading: usize,
    /// The whole run and writing.
    whole: usize,
}

/// What is asked for.
struct Options {
    /// Rounds over the small set; the large one gets fewer.
    rounds: usize,
    /// Workbooks in the large set.
    files: usize,
}

fn options() -> Options {
    let arguments: Vec<String> = std::env::args().collect();
    let number = |name: &str, usual: usize| {
        let place = arguments.iter().position(|argument| argument == name);
        place.map_or(usual, |place| arguments[place + 1].parse().unwrap())
    };
    Options {
        rounds: number("--rounds", 60),
        files: number("--files", 1_000),
    }
}

fn main() {
    if let Some(folder) = std::env::var_os(RUN_ALONE) {
        let campaign = Campaign::open(Path::new(&folder));
        black_box(whole(&campaign));
        println!("{}", memory::highest_resident_kib().unwrap_or_default());
        return;
    }
    if let Some(folder) = std::env::var_os(TIME_ALONE) {
        let numbers: Vec<usize> = std::env::args()
            .skip(1)
            .map(|number| number.parse().unwrap())
            .collect();
        let campaign = Campaign::open(Path::new(&folder));
        return pool(numbers[0]).install(|| time_alone(&campaign, numbers[1], numbers[2]));
    }
    let options = options();
    let folder = tempfile::tempdir().unwrap();
    let start = Instant::now();
    let few = campaigns::sample(&folder.path().join("few"));
    let many = campaigns::generated(&folder.path().join("many"), options.files);
    println!(
        "{} and {} workbooks made in {:.0} s\n",
        few.inbox.received.len(),
        many.inbox.received.len(),
        start.elapsed().as_secs_f64()
    );
    let small = Rounds {
        reading: options.rounds,
        whole: options.rounds,
    };
    let large = Rounds {
        reading: options.rounds.div_ceil(3),
        whole: options.rounds.div_ceil(20),
    };
    times(&[
        (&folder.path().join("few"), &few, small),
        (&folder.path().join("many"), &many, large),
    ]);
    println!("\nmemory on 2 threads, allocated bytes above the start, KiB");
    println!("files  what                         peak  peak/file   kept/file");
    for campaign in [&few, &many] {
        pool(2).install(|| memory_of(campaign));
    }
    for (name, campaign) in [("few", &few), ("many", &many)] {
        run_alone(&folder.path().join(name), campaign.inbox.received.len());
    }
}

fn pool(threads: usize) -> ThreadPool {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    pool.unwrap()
}

/// What a process of this bench prints that does what this variable asks for, over this folder.
fn alone(variable: &str, folder: &Path, arguments: &[usize]) -> String {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(arguments.iter().map(usize::to_string))
        .env(variable, folder)
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "a process of the bench failed");
    String::from_utf8(output.stdout).unwrap()
}

/// Bare calamine: every cell of every sheet.
fn calamine(paths: &[PathBuf]) -> usize {
    let cells = paths.par_iter().map(|path| {
        let mut book = Xlsx::new(Cursor::new(fs::read(path).unwrap())).unwrap();
        let names = book.sheet_names();
        let ranges = names.iter().map(|name| book.worksheet_range(name).unwrap());
        ranges
            .map(|range| range.used_cells().count())
            .sum::<usize>()
    });
    cells.sum()
}

/// Our reading alone; the grids are dropped.
fn read(paths: &[PathBuf]) -> usize {
    let reader = Reader::new(ReadLimits::default(), PathBuf::new());
    let cells = paths.par_iter().map(|path| {
        let book = reader.read(&fs::read(path).unwrap()).unwrap();
        book.grids
            .iter()
            .map(|grid| grid.cells().len())
            .sum::<usize>()
    });
    cells.sum()
}

/// Reading and recognising, all that comes before judging.
fn take_in(campaign: &Campaign) -> Intake {
    let plan = &campaign.plan;
    let known = Known::new(&plan.campaign, &plan.scheme, &plan.registry);
    let reader = Reader::new(ReadLimits::default(), PathBuf::new());
    let reader = FolderReader::new(&reader, &is_own_text);
    intake::take_in(&campaign.inbox, &reader, &known, &|| ())
}

fn report(campaign: &Campaign) -> Report {
    let inbox = campaign.plan.list().unwrap();
    let program = Path::new("");
    let folder = String::new();
    let plan = &campaign.plan;
    plan.report(&inbox, ReadLimits::default(), program, folder, &|| ())
}

fn write(report: &Report) -> usize {
    xlsx::workbook(report, Lang::Vi).unwrap().len()
}

/// All that the program does, from the listing of the folder to the bytes of the result.
fn whole(campaign: &Campaign) -> usize {
    write(&report(campaign))
}

/// A piece of work and how long it took in each round, in seconds.
struct Series<'a> {
    work: Box<dyn Fn() + 'a>,
    seconds: Vec<f64>,
}

impl<'a> Series<'a> {
    fn new<T>(work: impl Fn() -> T + 'a) -> Self {
        Series {
            work: Box::new(move || {
                black_box(work());
            }),
            seconds: Vec::new(),
        }
    }
}

/// Times bare calamine, reading, reading and recognising; then bare calamine, the whole run, writing alone. Prints the seconds
/// of each round, a line for each of the six.
fn time_alone(campaign: &Campaign, reading: usize, all: usize) {
    let paths = campaign.paths();
    let prepared = report(campaign);
    let rows: usize = prepared.levels.iter().map(|level| level.rows.len()).sum();
    assert_eq!(rows, paths.len(), "a workbook was not understood");
    let reading = in_turns(
        reading,
        [
            Series::new(|| calamine(&paths)),
            Series::new(|| read(&paths)),
            Series::new(|| take_in(campaign)),
        ],
    );
    let all = in_turns(
        all,
        [
            Series::new(|| calamine(&paths)),
            Series::new(|| whole(campaign)),
            Series::new(|| write(&prepared)),
        ],
    );
    for seconds in reading.iter().chain(&all) {
        let seconds: Vec<String> = seconds.iter().map(f64::to_string).collect();
        println!("{}", seconds.join(" "));
    }
}

/// Work over one set of files on so many threads, and the seconds of each round, in the order of [`time_alone`].
struct Case<'a> {
    folder: &'a Path,
    files: usize,
    rounds: Rounds,
    threads: usize,
    seconds: [Vec<f64>; 6],
}

impl Case<'_> {
    /// Runs the rounds that belong to one of the parts of the bench.
    fn run(&mut self, part: usize) {
        let share = |rounds: usize| rounds * (part + 1) / PARTS - rounds * part / PARTS;
        let (reading, whole) = (share(self.rounds.reading), share(self.rounds.whole));
        let output = alone(TIME_ALONE, self.folder, &[self.threads, reading, whole]);
        for (line, all) in output.lines().zip(&mut self.seconds) {
            all.extend(
                line.split_whitespace()
                    .map(|number| number.parse::<f64>().unwrap()),
            );
        }
    }

    /// Prints the ratios.
    fn print(&self) {
        let line = |what: &str, ours: &[f64], baseline: &[f64], against: &str| {
            let ratios: Vec<f64> = ours.iter().zip(baseline).map(|(a, b)| a / b).collect();
            println!(
                "{:5}  {:7}  {what:27} {:5.2}   {:6.2}  {:5.2}  {:7.1}   {against}",
                self.files,
                self.threads,
                best(ours) / best(baseline),
                quantile(&ratios, 0.5),
                quantile(&ratios, 0.9),
                best(baseline) * 1e3,
            );
        };
        let [bare, read, taken, later, whole, written] = &self.seconds;
        line("reading", read, bare, "calamine");
        line("reading and recognising", taken, bare, "calamine");
        let least: Vec<f64> = later.iter().zip(written).map(|(a, b)| a + b).collect();
        line("whole run", whole, &least, "calamine + writing");
        line("writing alone", written, later, "calamine");
    }
}

/// Times every set of files on one and on two threads; prints the ratios.
fn times(sets: &[(&Path, &Campaign, Rounds)]) {
    let mut cases = Vec::new();
    for (folder, campaign, rounds) in sets {
        cases.extend([1, 2].map(|threads| Case {
            folder,
            files: campaign.inbox.received.len(),
            rounds: *rounds,
            threads,
            seconds: Default::default(),
        }));
    }
    for part in 0..PARTS {
        for case in &mut cases {
            case.run(part);
        }
    }
    println!("                                             ratio                 baseline");
    println!(
        "files  threads  what                         best   median    90%  best ms   against"
    );
    for case in &cases {
        case.print();
    }
}

/// Runs pieces of work one after another, once to warm up and then so many rounds; how long each took in each round, in seconds.
fn in_turns<const N: usize>(rounds: usize, mut series: [Series<'_>; N]) -> [Vec<f64>; N] {
    if rounds > 0 {
        for one in &series {
            (one.work)();
        }
    }
    for _ in 0..rounds {
        for one in &mut series {
            let start = Instant::now();
            (one.work)();
            one.seconds.push(start.elapsed().as_secs_f64());
        }
    }
    series.map(|one| one.seconds)
}

fn best(seconds: &[f64]) -> f64 {
    seconds.iter().copied().fold(f64::INFINITY, f64::min)
}

/// The value that this share of the values does not exceed.
fn quantile(values: &[f64], share: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values[((values.len() - 1) as f64 * share).round() as usize]
}

/// Prints what reading, recognising and the whole run take.
fn memory_of(campaign: &Campaign) {
    let paths = campaign.paths();
    let files = paths.len();
    let line = |what: &str, Taken { peak, kept }: Taken| {
        let kib = |bytes: isize| bytes as f64 / 1024.0;
        println!(
            "{files:5}  {what:24} {:8.0}   {:8.1}    {:8.1}",
            kib(peak),
            kib(peak) / files as f64,
            kib(kept) / files as f64
        );
    };
    line("reading", measure(|| read(&paths)));
    line("reading and recognising", measure(|| take_in(campaign)));
    line("report", measure(|| report(campaign)));
    line("whole run", measure(|| whole(campaign)));
}

/// Prints the highest resident set of a process that makes one whole run, where the system tells.
fn run_alone(folder: &Path, files: usize) {
    let kib: f64 = alone(RUN_ALONE, folder, &[]).trim().parse().unwrap();
    if kib > 0.0 {
        println!(
            "{files:5}  {:24} {kib:8.0}   {:8.1}",
            "resident set of a run",
            kib / files as f64
        );
    }
}
