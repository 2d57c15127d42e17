//! What was typed, understood or not.
//!
//! In: the arguments. Out: a command line; or a help page, or what is wrong in one line with a hint of where help is, in the user's
//! language.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory, FromArgMatches};

use crate::app::cli::args::Cli;
use crate::app::cli::flags::{first_word, format_value, takes_no_value, words_of};
use crate::app::cli::screen::{self, paint};
use crate::app::cli::{Context, GOOD, NO_RESULT, help, typed, words};
use crate::base::disk;
use crate::base::error::Error;
use crate::base::lang::{Lang, phrase, say};
use crate::base::outside::Shown;
use crate::base::text;

/// What is said in place of running a command.
pub enum SaidInstead {
    /// A help page, or the version.
    Page(clap::Error),
    /// What is wrong, and what to do.
    Wrong(String),
}

impl SaidInstead {
    /// Prints it; gives the exit status.
    ///
    /// # Errors
    /// [`Error::Print`].
    pub fn print(self, context: &mut Context<'_>) -> Result<u8, Error> {
        match self {
            SaidInstead::Page(page) if page.use_stderr() => {
                write!(context.err, "{}", page.render().ansi())?;
                Ok(NO_RESULT)
            }
            SaidInstead::Page(page) => {
                write!(context.out, "{}", page.render().ansi())?;
                Ok(GOOD)
            }
            SaidInstead::Wrong(text) => {
                write!(context.err, "{text}")?;
                Ok(NO_RESULT)
            }
        }
    }
}

/// Understands a command line, for a terminal of so many columns.
///
/// # Errors
/// What is said where there is nothing to run.
pub fn parse(
    arguments: Vec<OsString>,
    lang: Lang,
    width: Option<usize>,
) -> Result<Cli, SaidInstead> {
    if says_nothing(&arguments) {
        return Err(SaidInstead::Wrong(first_words(lang)));
    }
    let arguments = help_asked(language_last(arguments), lang)?;
    if let Some(text) = mistyped(&arguments, lang) {
        return Err(SaidInstead::Wrong(text));
    }
    let command = help::command(lang, width);
    let said = |error: clap::Error| match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => SaidInstead::Page(error),
        _ => SaidInstead::Wrong(wrong(&error, &arguments, lang)),
    };
    let matches = command.try_get_matches_from(&arguments).map_err(said)?;
    Cli::from_arg_matches(&matches).map_err(said)
}

/// `--lang en check …` as `check … --lang en`: before a command, clap takes an option for one of the folder alone.
fn language_last(arguments: Vec<OsString>) -> Vec<OsString> {
    let (mut others, mut language) = (Vec::new(), Vec::new());
    let mut typed = arguments.into_iter();
    while let Some(word) = typed.next() {
        if word == "--" {
            others.append(&mut language);
            others.push(word);
            others.extend(typed);
            return others;
        }
        let text = word.to_string_lossy();
        if text.starts_with("--lang=") {
            language.push(word);
        } else if text == "--lang" {
            language.push(word);
            language.extend(typed.next());
        } else {
            others.push(word);
        }
    }
    others.append(&mut language);
    others
}

/// Whether nothing was typed but perhaps the language.
pub(super) fn says_nothing(arguments: &[OsString]) -> bool {
    let mut typed = arguments.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = typed.next() {
        if word == "--lang" {
            typed.next();
        } else if !word.starts_with("--lang=") {
            return false;
        }
    }
    true
}

/// What somebody needs who typed the program's name alone.
pub fn first_words(lang: Lang) -> String {
    phrase(
        "tonghop gộp các phiếu tự đánh giá (Excel) trong một thư mục thành một bảng tổng hợp.\n\
         Gõ tonghop rồi tên thư mục, ví dụ: tonghop phieu-nop-2025\n\
         Các lệnh khác và tùy chọn: tonghop help\n",
        "tonghop turns a folder of self-assessment workbooks (Excel) into one consolidated workbook.\n\
         Type tonghop and the folder, such as: tonghop returns-2025\n\
         Other commands and options: tonghop help\n",
    )
    .get(lang)
    .to_string()
}

/// `help diff` as `diff --help`.
fn help_asked(arguments: Vec<OsString>, lang: Lang) -> Result<Vec<OsString>, SaidInstead> {
    if first_word(&arguments).as_deref() != Some("help") {
        return Ok(arguments);
    }
    let is_help = |word: &OsString| word == "help" || word == "--help" || word == "-h";
    let mut asked: Vec<OsString> = arguments
        .into_iter()
        .filter(|word| !is_help(word))
        .collect();
    let command = Cli::command();
    match first_word(&asked) {
        Some(typed) if command.find_subcommand(&typed).is_none() => {
            Err(SaidInstead::Wrong(no_command(&command, &typed, lang)))
        }
        _ => {
            asked.push("--help".into());
            Ok(asked)
        }
    }
}

/// There is no help for what is no command.
fn no_command(command: &Command, typed: &str, lang: Lang) -> String {
    let names = command.get_subcommands().map(Command::get_name);
    let nearest = text::nearest(typed, names);
    let message = match nearest.first() {
        Some(nearest) => say!(
            lang,
            "không có lệnh “{typed}”; có phải là {nearest}?",
            "unknown command \"{typed}\"; did you mean {nearest}?"
        ),
        None => say!(
            lang,
            "không có lệnh “{typed}”",
            "unknown command \"{typed}\""
        ),
    };
    with_label(&message, "", lang)
}

/// What to say where the first word is neither a command nor a path but much like a command.
fn mistyped(arguments: &[OsString], lang: Lang) -> Option<String> {
    let command = Cli::command();
    let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    let typed = first_word(arguments)?;
    if names.contains(&typed.as_str()) || disk::exists(Path::new(&typed)) {
        return None;
    }
    let nearest = text::nearest(&typed, names);
    let nearest = nearest.first()?;
    let message = say!(
        lang,
        "không có lệnh hoặc thư mục “{typed}”; có phải là lệnh {nearest}?",
        "there is no command or folder \"{typed}\"; did you mean the command {nearest}?"
    );
    Some(with_label(&message, "", lang))
}

/// The command that was typed, as far as there is one: ` scheme show`.
fn path(arguments: &[OsString]) -> String {
    let mut command = &Cli::command();
    let mut path = String::new();
    for word in words_of(arguments) {
        let Some(below) = command.find_subcommand(&word) else {
            break;
        };
        command = below;
        path.push_str(&format!(" {word}"));
    }
    path
}

fn with_label(message: &str, path: &str, lang: Lang) -> String {
    let label = paint(screen::ERROR, words::ERROR.get(lang));
    let more = phrase("xem", "see").get(lang);
    // What was typed may hold what a terminal obeys.
    let message = Shown::lines(message);
    format!("{label}: {message}\n  {more}: tonghop{path} --help\n")
}

/// What is wrong with a command line, in one line, and where help is.
fn wrong(error: &clap::Error, arguments: &[OsString], lang: Lang) -> String {
    let message = message(error, arguments, lang);
    let nearest = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let nearest = nearest
        .map(|kind| value(error, kind))
        .into_iter()
        .find(|text| !text.is_empty());
    let hint = match nearest {
        Some(name) => say!(lang, "; có phải là {name}?", "; did you mean {name}?"),
        None => String::new(),
    };
    with_label(&format!("{message}{hint}"), &path(arguments), lang)
}

fn value(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

fn message(error: &clap::Error, arguments: &[OsString], lang: Lang) -> String {
    let argument = value(error, ContextKind::InvalidArg);
    if let ErrorKind::UnknownArgument | ErrorKind::ArgumentConflict = error.kind()
        && !argument.starts_with('-')
        && let Some((option, typed)) = format_value(arguments)
    {
        return takes_no_value(&option, &typed, lang);
    }
    match error.kind() {
        ErrorKind::TooManyValues => {
            takes_no_value(&argument, &value(error, ContextKind::InvalidValue), lang)
        }
        ErrorKind::UnknownArgument if !argument.starts_with('-') => {
            say!(lang, "thừa “{argument}”", "\"{argument}\" is one too many")
        }
        ErrorKind::UnknownArgument => say!(
            lang,
            "không có tùy chọn “{argument}”",
            "unknown option \"{argument}\""
        ),
        ErrorKind::InvalidSubcommand => {
            let typed = value(error, ContextKind::InvalidSubcommand);
            say!(
                lang,
                "không có lệnh “{typed}”",
                "unknown command \"{typed}\""
            )
        }
        ErrorKind::MissingRequiredArgument => missing(&argument, arguments, lang),
        ErrorKind::MissingSubcommand => phrase("thiếu lệnh con", "missing subcommand")
            .get(lang)
            .to_string(),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => invalid(error, &argument, lang),
        ErrorKind::ArgumentConflict if argument.is_empty() => phrase(
            "chỉ nhận một thư mục; tên lệnh phải đứng đầu",
            "only one folder can be given; a command must come first",
        )
        .get(lang)
        .to_string(),
        ErrorKind::ArgumentConflict => say!(
            lang,
            "{argument} không dùng được cùng những gì đã gõ, hoặc đã gõ hai lần",
            "{argument} cannot be used with the others, or was typed twice"
        ),
        ErrorKind::InvalidUtf8 => {
            phrase("có ký tự không đọc được", "some characters cannot be read")
                .get(lang)
                .to_string()
        }
        _ => phrase("dòng lệnh không đúng", "wrong command line")
            .get(lang)
            .to_string(),
    }
}

/// What a value is called in a sentence: `<THƯ MỤC>` is the folder of returns.
fn noun(argument: &str, lang: Lang) -> Option<&'static str> {
    let name = argument.trim_end_matches("...");
    let name = name.strip_prefix('<')?.strip_suffix('>')?;
    let value = typed::VALUES
        .iter()
        .find(|value| value.name.get(lang) == name)?;
    Some(value.noun.get(lang))
}

/// What has to be typed and was not.
fn missing(argument: &str, arguments: &[OsString], lang: Lang) -> String {
    let nouns: Vec<&str> = argument
        .split(", ")
        .map(|one| noun(one, lang).unwrap_or(one))
        .collect();
    let mut text = say!(
        lang,
        ("thiếu {}", nouns.join(", ")),
        ("missing: {}", nouns.join(", "))
    );
    if path(arguments) == " completions" {
        let shells = "bash, elvish, fish, powershell, zsh";
        let label = phrase("một trong", "one of").get(lang);
        text.push_str(&format!(" ({label}: {shells})"));
    }
    if let Some(taken) = taken_by_output(arguments) {
        text.push_str(&say!(
            lang,
            "; “{taken}” đứng ngay sau -o nên được hiểu là tên tệp kết quả",
            "; \"{taken}\" comes behind -o and is taken for the name of the result"
        ));
    }
    text
}

/// What stands behind `-o` and is a folder that there is.
fn taken_by_output(arguments: &[OsString]) -> Option<String> {
    let output = |word: &OsString| word == "-o" || word == "--output";
    let at = arguments.iter().position(output)?;
    let taken = arguments.get(at + 1)?;
    disk::is_folder(Path::new(taken)).then(|| taken.to_string_lossy().into_owned())
}

/// A value that an option does not take, or none where it needs one.
fn invalid(error: &clap::Error, argument: &str, lang: Lang) -> String {
    let found = value(error, ContextKind::InvalidValue);
    let known = value(error, ContextKind::ValidValue);
    let (option, name) = argument.split_once(' ').unwrap_or(("", argument));
    let noun = noun(name, lang).unwrap_or(name);
    let option = if option == "--output" { "-o" } else { option };
    let mut text = match (found.is_empty(), option.is_empty()) {
        (true, _) => say!(
            lang,
            "thiếu {noun} đứng sau {option}",
            "{option} needs {noun} behind it"
        ),
        (false, true) => say!(
            lang,
            "“{found}” không phải là {noun}",
            "\"{found}\" is not {noun}"
        ),
        (false, false) => say!(
            lang,
            "{argument} không nhận giá trị “{found}”",
            "{argument} does not take the value \"{found}\""
        ),
    };
    if option == "-o" && found.is_empty() {
        text.push_str(phrase(", ví dụ: -o ket-qua.xlsx", ", such as: -o result.xlsx").get(lang));
    }
    // Where the values stand in the name of the argument, they are not said twice.
    if !known.is_empty() && !argument.contains('|') {
        let label = phrase("một trong", "one of").get(lang);
        text.push_str(&format!(" ({label}: {known})"));
    }
    text
}
