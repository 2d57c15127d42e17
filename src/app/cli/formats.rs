//! The options that ask for results in some format: `-o` for the one that is written anyway, and one for each of the others under
//! its extension.
//!
//! In: what was typed. Out: formats with their files. Not for: whether these can be written, which `targets` looks at.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, value_parser};

use crate::base::lang::{Lang, phrase};
use crate::output::{OutputFormat, further_formats, main_format};

/// The id of the option for the main format.
const OUTPUT: &str = "output";

/// A result that is to be written.
#[derive(Clone, Debug)]
pub struct Target {
    /// Its format.
    pub format: &'static dyn OutputFormat,
    /// Its file.
    pub path: PathBuf,
}

/// Results in files that were named one by one.
#[derive(Debug)]
pub struct NamedOutputs(pub Vec<Target>);

/// Formats in which the result is written as well, beside the workbook and under its name.
#[derive(Debug)]
pub struct FormatsBeside(pub Vec<&'static dyn OutputFormat>);

impl FormatsBeside {
    /// The workbook, and what is written beside it.
    pub fn of(&self, workbook: &Path) -> Vec<Target> {
        let of = |format: &'static dyn OutputFormat, path: PathBuf| Target { format, path };
        let main = of(main_format(), workbook.to_path_buf());
        let others = self.0.iter();
        let others = others.map(|one| of(*one, workbook.with_extension(one.extension())));
        [main].into_iter().chain(others).collect()
    }
}

/// What the help says of an option that stands for a format; nothing for another option.
pub fn help(argument: &Arg, lang: Lang) -> Option<String> {
    let name = argument.get_id().as_str();
    let format = further_formats().find(|format| format.extension() == name)?;
    let extension = format.extension();
    Some(if argument.get_action().takes_values() {
        let kind = extension.to_uppercase();
        phrase("Ghi thêm tệp {0}", "Also write a {0} file").fill(lang, &[&kind])
    } else {
        phrase(
            "Ghi thêm tệp .{0} cùng tên",
            "Also write a .{0} of the same name",
        )
        .fill(lang, &[extension])
    })
}

/// The further formats in which audits and comparisons are written.
fn of_all_results() -> impl Iterator<Item = &'static dyn OutputFormat> {
    further_formats().filter(|format| !format.is_of_reports_alone())
}

/// An option for each format.
fn options(
    command: Command,
    formats: impl Iterator<Item = &'static dyn OutputFormat>,
    of: impl Fn(Arg) -> Arg,
) -> Command {
    formats.fold(command, |command, format| {
        let name = format.extension();
        command.arg(of(Arg::new(name).long(name)))
    })
}

/// An option that takes a file.
fn file(option: Arg) -> Arg {
    option
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
}

impl Args for NamedOutputs {
    fn augment_args(command: Command) -> Command {
        let output = Arg::new(OUTPUT).short('o').long(OUTPUT);
        options(command.arg(file(output)), of_all_results(), file)
    }

    fn augment_args_for_update(command: Command) -> Command {
        NamedOutputs::augment_args(command)
    }
}

impl FromArgMatches for NamedOutputs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let main = (OUTPUT, main_format());
        let further = of_all_results().map(|format| (format.extension(), format));
        let typed = |(name, format): (&str, &'static dyn OutputFormat)| {
            let path = matches.get_one::<PathBuf>(name)?.clone();
            Some(Target { format, path })
        };
        Ok(NamedOutputs(
            [main]
                .into_iter()
                .chain(further)
                .filter_map(typed)
                .collect(),
        ))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = NamedOutputs::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for FormatsBeside {
    fn augment_args(command: Command) -> Command {
        let flag = |option: Arg| option.action(ArgAction::SetTrue);
        options(command, further_formats(), flag)
    }

    fn augment_args_for_update(command: Command) -> Command {
        FormatsBeside::augment_args(command)
    }
}

impl FromArgMatches for FormatsBeside {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let asked = further_formats().filter(|format| matches.get_flag(format.extension()));
        Ok(FormatsBeside(asked.collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = FormatsBeside::from_arg_matches(matches)?;
        Ok(())
    }
}
