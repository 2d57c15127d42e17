//! The command line: parses it, runs the command, prints, gives the exit status.
//!
//! In: arguments. Out: an exit status: 0 all good, 1 the result was written and findings are at or above `--fail-on`, 2 no
//! result, 130 or 143 stopped half-way. Findings and summaries go to stdout, progress and errors to stderr.

mod args;
mod audit;
mod check;
mod consolidate;
mod diff;
mod errors;
mod explain;
mod findings;
mod help;
mod limits;
mod next;
mod progress;
mod scheme;
mod stop;
mod summary;
mod system;
mod targets;
mod trace;
mod words;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::cli::args::{Cli, Command};
use crate::error::Error;
use crate::lang::Lang;

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
    /// The program's own file, started again to read some formats.
    pub program: PathBuf,
}

/// Has the program end in order, in the language of its arguments, when a person stops it. To be called once, before [`run`].
pub fn listen(arguments: &[OsString]) {
    stop::listen(language(arguments));
}

/// Runs the program; gives its exit status.
pub fn run(
    arguments: Vec<OsString>,
    program: PathBuf,
    is_terminal: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let lang = language(&arguments);
    let mut context = Context {
        lang,
        out,
        err,
        is_terminal,
        program,
    };
    if let Some(text) = help::mistyped(&arguments, lang) {
        // Nowhere is left to say that stderr is closed.
        let _ = write!(context.err, "{text}");
        return NO_RESULT;
    }
    let matches = match help::command(lang).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return usage(&error, &mut context),
    };
    let outcome = Cli::from_arg_matches(&matches).map_err(|error| usage(&error, &mut context));
    match outcome {
        Ok(cli) => match dispatch(cli, &mut context).and_then(|status| {
            // What is still held back may find the disk full.
            context.out.flush()?;
            Ok(status)
        }) {
            Ok(status) => status,
            Err(error) => fail(&error, &mut context),
        },
        Err(status) => status,
    }
}

fn dispatch(cli: Cli, context: &mut Context<'_>) -> Result<u8, Error> {
    match (cli.command, cli.consolidate) {
        (Some(Command::Consolidate(args)), _) | (None, Some(args)) => {
            consolidate::run(&args, context)
        }
        (Some(Command::Check(args)), _) => check::run(&args, context),
        (Some(Command::Diff(args)), _) => diff::run(&args, context),
        (Some(Command::Audit(args)), _) => audit::run(&args, context),
        (Some(Command::Scheme(args)), _) => scheme::run(&args.command, context),
        (Some(Command::Trace(args)), _) => trace::run(&args, context),
        (Some(Command::Explain(args)), _) => explain::run(args.code.as_deref(), context),
        (Some(Command::Completions(args)), _) => {
            let mut script = Vec::new();
            clap_complete::generate(
                args.shell,
                &mut help::command(context.lang),
                "tonghop",
                &mut script,
            );
            context.out.write_all(&script)?;
            Ok(GOOD)
        }
        (None, None) => {
            let text = help::command(context.lang).render_help();
            write!(context.err, "{text}")?;
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

fn usage(error: &clap::Error, context: &mut Context<'_>) -> u8 {
    let printed = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return match write!(context.out, "{error}") {
                Ok(()) => GOOD,
                Err(error) => fail(&Error::Print(error), context),
            };
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => write!(context.err, "{error}"),
        _ => write!(context.err, "{}", help::usage_error(error, context.lang)),
    };
    // Nowhere is left to say that stderr is closed.
    let _ = printed;
    NO_RESULT
}

fn fail(error: &Error, context: &mut Context<'_>) -> u8 {
    // A reader that has seen enough (`tonghop … | head`) is no fault.
    if matches!(error, Error::Print(cause) if cause.kind() == io::ErrorKind::BrokenPipe) {
        return GOOD;
    }
    let label = words::ERROR.get(context.lang);
    for line in errors::message(error, context.lang).lines() {
        // As above.
        let _ = writeln!(context.err, "{label}: {line}");
    }
    NO_RESULT
}
