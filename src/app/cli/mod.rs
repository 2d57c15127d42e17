//! The command line: parses it, runs the command, prints, gives the exit status.
//!
//! In: arguments. Out: an exit status: 0 all good, 1 the result was written and findings are at or above `--fail-on`, 2 no
//! result, 130 or 143 stopped half-way. Findings and summaries go to stdout, progress and errors to stderr.

mod annex;
mod args;
mod audit;
mod basis;
mod carried;
mod check;
mod consolidate;
mod decimals;
mod decision_book;
mod diff;
#[cfg(not(target_family = "wasm"))]
mod dropped;
mod edited;
mod errors;
mod explain;
mod fail_on;
mod findings;
mod flags;
mod formats;
mod grades;
mod help;
mod lang_choice;
mod letters;
mod limits;
mod list_place;
mod list_words;
mod looked;
mod margins;
mod new;
mod next;
#[cfg_attr(target_family = "wasm", path = "no_progress.rs")]
mod progress;
#[cfg(not(target_family = "wasm"))]
mod quotes;
mod results;
mod rollup;
mod rollup_args;
mod rule;
mod scheme;
mod screen;
mod status;
#[cfg(not(target_family = "wasm"))]
mod stop;
mod summary;
mod system;
mod table;
mod targets;
mod template;
mod trace;
mod typed;
mod unknown;
mod usage;
mod weighed;
mod what_changes;
#[cfg(not(target_family = "wasm"))]
mod window;
mod words;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use crate::app::cli::args::{Cli, Command};
pub use crate::app::cli::errors::message;
use crate::app::cli::screen::{Screen, paint};
pub use crate::app::cli::screen::{Stream, Streams};
use crate::base::error::Error;
use crate::base::lang::Lang;

/// All went well, and no finding is bad enough to matter.
pub const GOOD: u8 = 0;
/// The result was written, and there are findings.
pub const FINDINGS: u8 = 1;
/// There is no result.
pub const NO_RESULT: u8 = 2;

/// Where a command prints, and what it needs to run.
pub struct Context<'a> {
    /// The language.
    pub lang: Lang,
    /// Findings and summaries.
    pub out: &'a mut dyn Write,
    /// Progress and errors.
    pub err: &'a mut dyn Write,
    /// Whether progress may be drawn.
    pub is_terminal: bool,
    /// Columns of the terminal that `out` goes to; without one, lines are not broken.
    pub width: Option<usize>,
    /// The program's own file, started again to read some formats.
    pub program: PathBuf,
    /// Whether the program prints into a window of its own, in which no command can be typed.
    pub is_own_window: bool,
    /// The results that were written.
    pub written: Vec<PathBuf>,
    /// The tables of results that were met in place of returns.
    pub tables: Vec<PathBuf>,
}

/// How a command line ended.
#[derive(Debug, Default)]
#[cfg_attr(
    target_family = "wasm",
    expect(dead_code, reason = "there is no window that asks for it")
)]
struct CommandOutcome {
    /// The exit status.
    status: u8,
    /// The results that were written.
    written: Vec<PathBuf>,
    /// The tables of results that were met in place of returns.
    tables: Vec<PathBuf>,
}

/// How the program runs, as the caller knows it.
struct Invocation {
    program: PathBuf,
    streams: Streams,
    is_terminal: bool,
    is_own_window: bool,
}

/// Has the program end in order, in the language of its arguments, when a person stops it. To be called once, before [`run`].
#[cfg(not(target_family = "wasm"))]
pub fn listen(arguments: &[OsString]) {
    stop::listen(language(arguments));
}

/// Runs the program where it was started; gives its exit status.
#[cfg(not(target_family = "wasm"))]
pub fn run(
    arguments: Vec<OsString>,
    program: PathBuf,
    is_terminal: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let streams = Streams::detect();
    let arguments = quotes::meant(arguments);
    let Some(mut person) = window::own() else {
        return run_on(arguments, program, streams, is_terminal, out, err);
    };
    let setting = Invocation {
        program,
        streams,
        is_terminal,
        is_own_window: true,
    };
    let work: &mut dropped::Work<'_> =
        &mut |arguments, out, err| told(arguments, &setting, out, err);
    dropped::run(arguments, streams, &mut person, (out, err), work)
}

/// Runs the program for a terminal, or none, that the caller knows; gives its exit status.
pub fn run_on(
    arguments: Vec<OsString>,
    program: PathBuf,
    streams: Streams,
    is_terminal: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let setting = Invocation {
        program,
        streams,
        is_terminal,
        is_own_window: false,
    };
    told(arguments, &setting, out, err).status
}

fn told(
    arguments: Vec<OsString>,
    setting: &Invocation,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> CommandOutcome {
    let (lang, streams) = (language(&arguments), setting.streams);
    let parsed = usage::parse(arguments, lang, streams.out.width);
    let out_goes = match &parsed {
        // What programs read stays as it is.
        Ok(cli) if cli.prints_data() => Stream::default(),
        // The help is broken already.
        Err(_) => Stream {
            width: None,
            ..streams.out
        },
        Ok(_) => streams.out,
    };
    let mut context = Context {
        lang,
        out: &mut Screen::new(out, out_goes),
        err: &mut Screen::new(err, streams.err),
        is_terminal: setting.is_terminal,
        width: out_goes.width,
        program: setting.program.clone(),
        is_own_window: setting.is_own_window,
        written: Vec::new(),
        tables: Vec::new(),
    };
    let outcome = match parsed {
        Ok(cli) => dispatch(cli, &mut context),
        Err(said) => said.print(&mut context),
    };
    // What is still held back may find the disk full.
    let outcome = outcome.and_then(|status| {
        context.out.flush()?;
        Ok(status)
    });
    let status = outcome.unwrap_or_else(|error| fail(&error, &mut context));
    // Nowhere is left to say that stderr is closed.
    let _ = context.err.flush();
    CommandOutcome {
        status,
        written: context.written,
        tables: context.tables,
    }
}

fn dispatch(cli: Cli, context: &mut Context<'_>) -> Result<u8, Error> {
    match (cli.command, cli.consolidate) {
        (Some(Command::Consolidate(args)), _) | (None, Some(args)) => {
            consolidate::run(&args, context)
        }
        (Some(Command::New(args)), _) => new::run(&args, context),
        (Some(Command::Check(args)), _) => check::run(&args, context),
        (Some(Command::Diff(args)), _) => diff::run(&args, context),
        (Some(Command::Audit(args)), _) => audit::run(&args, context),
        (Some(Command::Rollup(args)), _) => rollup::run(&args, context),
        (Some(Command::Scheme(args)), _) => scheme::run(&args.command, context),
        (Some(Command::Template(args)), _) => template::run(&args, context),
        (Some(Command::Letters(args)), _) => letters::run(&args, context),
        (Some(Command::Trace(args)), _) => trace::run(&args, context),
        (Some(Command::Status(args)), _) => status::run(&args, context),
        (Some(Command::Margins(args)), _) => margins::run(&args, context),
        (Some(Command::Explain(args)), _) => explain::run(args.code.as_deref(), context),
        (Some(Command::Completions(args)), _) => {
            let mut script = Vec::new();
            clap_complete::generate(
                args.shell,
                &mut help::command(context.lang, None),
                "tonghop",
                &mut script,
            );
            context.out.write_all(&script)?;
            Ok(GOOD)
        }
        // `help` was turned into the help of what it names when the command line was read.
        (Some(Command::Help(_)), _) | (None, None) => {
            write!(context.err, "{}", usage::first_words(context.lang))?;
            Ok(NO_RESULT)
        }
    }
}

/// The language asked for, before the command line is understood as a whole, so that its errors are in it too.
fn language(arguments: &[OsString]) -> Lang {
    let texts: Vec<String> = arguments
        .iter()
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let follows = texts.windows(2).any(|pair| {
        pair.first().is_some_and(|one| one == "--lang")
            && pair.get(1).is_some_and(|two| two == "en")
    });
    if follows || texts.iter().any(|text| text == "--lang=en") {
        Lang::En
    } else {
        Lang::Vi
    }
}

fn fail(error: &Error, context: &mut Context<'_>) -> u8 {
    // A reader that has seen enough (`tonghop … | head`) is no fault.
    if matches!(error, Error::Print(cause) if cause.kind() == io::ErrorKind::BrokenPipe) {
        return GOOD;
    }
    for (severity, line) in errors::lines(error, context.lang) {
        let label = paint(
            screen::of_severity(severity),
            severity.name().get(context.lang),
        );
        // As above.
        let _ = writeln!(context.err, "{label}: {line}");
    }
    NO_RESULT
}
