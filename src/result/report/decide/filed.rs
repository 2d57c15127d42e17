//! Decisions on files as a whole: whose a file is, and which of several of a unit counts. They are weighed on the way through the
//! intake, because what any other decision rests on is in the files that count.
//!
//! In: rows of decision workbooks, then files as they were looked at. Out: whose files are and which of them are chosen, for the intake;
//! what became of each row, for the report. Not for: reading files, and not for scores.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::base::finding::Fact;
use crate::base::ids::UnitId;
use crate::base::lang::Lang;
use crate::base::rules::files::SAME_CONTENT;
use crate::campaign::decisions::decided_file::{DecidedFile, FileChoices, FileOwners};
use crate::campaign::decisions::{self, Decision, DecisionGround, DecisionKind, DecisionSubject};
use crate::campaign::units::Registry;
use crate::input::intake::LookedFiles;
use crate::input::intake::choice::ground_of_file;
use crate::input::receipt::FileRow;
use crate::result::report::decide::outcome::{Act, RowOutcome};
use crate::result::report::decide::rivals::{self, Rivals};
use crate::result::report::decide::{Case, chosen};
use crate::result::report::questions::file_kinds;

/// Decisions on files, and what becomes of each.
#[derive(Debug, Default)]
pub struct FileDecisions {
    pub(super) cases: Vec<Case<'static>>,
}

/// What two decisions have in common that are about one thing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum FileTopic {
    /// Whose the contents are.
    Owner(String),
    /// Whether contents that another unit sent as well are the unit's own.
    Own(String),
    /// Which file of the unit counts.
    Choice(UnitId),
}

impl FileDecisions {
    /// Those that are about files, and all others. `decisions` are in the order of their documents, sheets and cells.
    pub fn apart(decisions: Vec<Decision>, registry: &Registry) -> (FileDecisions, Vec<Decision>) {
        let (of_files, others): (Vec<_>, Vec<_>) =
            decisions.into_iter().partition(Decision::is_of_file);
        let cases = of_files.into_iter().map(|decision| Case {
            outcome: read(&decision),
            decision: Cow::Owned(decision),
        });
        let mut cases: Vec<Case<'static>> = cases.collect();
        let is_of = |topic: &FileTopic| !matches!(topic, FileTopic::Choice(_));
        contradict(&mut cases, registry, is_of);
        (FileDecisions { cases }, others)
    }

    /// Whose files are of which nothing says it clearly.
    pub fn owners(&self, registry: &Registry) -> FileOwners {
        let mut owners = FileOwners::new();
        for case in self.cases.iter().filter(|case| case.acts()) {
            if let (Some(FileTopic::Owner(key)), Some(mut decided)) =
                (case.topic(), DecidedFile::of(&case.decision))
            {
                let unit = decided.unit.as_ref();
                decided.target = unit.map(|unit| unit_name(unit, registry));
                owners.entry(key).or_insert(decided);
            }
        }
        owners
    }

    /// Holds all against the files that are there, once whose they are was applied.
    pub fn weigh(&mut self, looked: &LookedFiles, registry: &Registry) {
        for case in &mut self.cases {
            let (RowOutcome::Holds(act), Some(topic)) = (&case.outcome, case.topic()) else {
                continue;
            };
            case.outcome = match topic {
                FileTopic::Owner(key) => of_owner(case, act.clone(), &key, looked, registry),
                // Which files say the same is found later.
                FileTopic::Own(_) => continue,
                FileTopic::Choice(unit) => chosen::weigh(case, act.clone(), &unit, looked),
            };
        }
        let is_of = |topic: &FileTopic| matches!(topic, FileTopic::Choice(_));
        contradict(&mut self.cases, registry, is_of);
        rivals::repeat(&mut self.cases, topic);
    }

    /// Holds those on files of the same content against the files that are there, and gives each of these what is decided of it.
    /// `alike` are the files of several units that say the same.
    pub(in crate::result::report) fn weigh_same(
        &mut self,
        files: &mut [FileRow],
        alike: &HashSet<&str>,
        registry: &Registry,
    ) {
        for case in &mut self.cases {
            let Some(FileTopic::Own(key)) = case.topic() else {
                continue;
            };
            let RowOutcome::Holds(act) = &case.outcome else {
                continue;
            };
            let act = act.clone();
            let of_contents: Vec<&FileRow> =
                files.iter().filter(|row| row.has_contents(&key)).collect();
            let there = of_contents
                .iter()
                .filter(|row| alike.contains(row.name.as_str()));
            let units: Vec<&UnitId> = there.filter_map(|row| row.unit.as_ref()).collect();
            case.outcome = if of_contents.is_empty() {
                gone(case, files.iter())
            } else if units.is_empty() {
                RowOutcome::NotNeeded(Fact::Said(
                    "không còn đơn vị khác gửi nội dung giống hệt".to_string(),
                    "no other unit has sent the same content any more".to_string(),
                ))
            } else {
                of_own(case, act, &units, registry)
            };
            let decided = DecidedFile::of(&case.decision).filter(|_| case.acts());
            let Some(mut decided) = decided else {
                continue;
            };
            let unit = decided.unit.as_ref();
            decided.target = unit.map(|unit| unit_name(unit, registry));
            let is_meant =
                |row: &&mut FileRow| row.has_contents(&key) && alike.contains(row.name.as_str());
            for row in files.iter_mut().filter(is_meant) {
                row.decided.push(decided.clone());
            }
        }
    }

    /// Which file of each unit counts.
    pub fn choices(&self, looked: &LookedFiles) -> FileChoices {
        let mut choices = FileChoices::new();
        for case in self.cases.iter().filter(|case| case.acts()) {
            if let (Some(FileTopic::Choice(unit)), Some(mut decided)) =
                (case.topic(), DecidedFile::of(&case.decision))
            {
                let chosen = decided.target.take();
                let then = &case.decision.ground;
                let files = chosen::of_unit(looked, &unit);
                let chosen = chosen.and_then(|name| chosen::meant(&name, then, &files));
                if let Some(chosen) = chosen {
                    decided.target = Some(chosen.name.clone());
                    choices.insert(unit, (chosen.name.clone(), decided));
                }
            }
        }
        choices
    }
}

impl Case<'_> {
    /// Whether it holds and changes anything.
    fn acts(&self) -> bool {
        matches!(self.outcome, RowOutcome::Holds(Act::File))
    }

    fn topic(&self) -> Option<FileTopic> {
        topic(&self.decision)
    }

    /// What it says, in short: the unit or the file behind the verdict.
    fn file_verdict(&self, lang: Lang, registry: &Registry) -> String {
        let decision = &self.decision;
        let unit = decision.unit.as_ref().map(|id| unit_name(id, registry));
        let target = unit.as_deref().or(decision.file.as_deref());
        decisions::verdict(decision.kind, target, lang)
    }
}

/// What a decision on files is about.
fn topic(decision: &Decision) -> Option<FileTopic> {
    let question = decision.question.as_ref()?;
    match (&question.subject, &question.unit) {
        (DecisionSubject::File(_), _) => {
            let contents = contents(&decision.ground);
            Some(if question.code == SAME_CONTENT.code {
                FileTopic::Own(contents)
            } else {
                FileTopic::Owner(contents)
            })
        }
        (DecisionSubject::Files, Some(unit)) => Some(FileTopic::Choice(unit.clone())),
        _ => None,
    }
}

/// What stands for the contents in the ground of a decision whose they are, also where only its words are left.
fn contents(ground: &DecisionGround) -> String {
    if !ground.hash.is_empty() {
        return ground.hash.clone();
    }
    let behind = ground.words.rsplit_once("SHA-256 ");
    let digits = behind.map_or("", |(_, digits)| digits).chars();
    digits.take_while(char::is_ascii_hexdigit).collect()
}

/// What a row says for itself, whatever files there are.
fn read(decision: &Decision) -> RowOutcome {
    let (Some(question), Some(kind)) = (&decision.question, decision.kind) else {
        return RowOutcome::Mistyped(decision.faults.clone());
    };
    if !decision.faults.is_empty() {
        return RowOutcome::Mistyped(decision.faults.clone());
    }
    let kinds = file_kinds(&question.subject);
    if !kinds.contains(&kind) {
        return RowOutcome::not_offered(kind, &kinds);
    }
    let mut lacks = Vec::new();
    let mut lack = |vi: &str, en: &str| lacks.push(Fact::Said(vi.to_string(), en.to_string()));
    match kind {
        DecisionKind::AskUnit => return RowOutcome::Holds(Act::Ask),
        DecisionKind::OfUnit if decision.unit.is_none() => {
            lack(
                "chưa ghi tệp là của đơn vị nào",
                "which unit the file is of is missing",
            );
        }
        DecisionKind::UseFile if decision.file.is_none() => {
            lack("chưa ghi tệp nào được tính", "which file counts is missing");
        }
        _ => {}
    }
    if decision.points.is_some() {
        lack(
            "ô điểm có số, nhưng quyết định về tệp không dùng điểm",
            "there are points, but a decision on a file takes none",
        );
    }
    if kind == DecisionKind::NoReturn && decision.criterion.is_some() {
        lack(
            "“không phải phiếu” không dùng cột tiêu chí, đơn vị hoặc tệp",
            "\"the file is no return\" names no criterion, unit or file",
        );
    }
    if decision.by.is_empty() {
        lack("thiếu người quyết định", "who decided it is missing");
    }
    if decision.reason.is_empty() {
        lack("thiếu căn cứ", "the reason is missing");
    }
    if lacks.is_empty() {
        RowOutcome::Holds(Act::File)
    } else {
        RowOutcome::Mistyped(lacks)
    }
}

/// What becomes of a decision whose the contents of a file are.
fn of_owner(
    case: &Case<'_>,
    act: Act,
    key: &str,
    looked: &LookedFiles,
    registry: &Registry,
) -> RowOutcome {
    if let Some(file) = looked.rows().find(|file| file.has_contents(key)) {
        let is_asked = looked.without_owner().any(|one| one.sha256 == file.sha256);
        let is_applied = looked
            .rows()
            .any(|one| one.sha256 == file.sha256 && !one.decided.is_empty());
        let is_other = case.decision.unit.is_some() && case.decision.unit != file.unit;
        return match &file.unit {
            _ if is_applied || is_asked => RowOutcome::Holds(act),
            Some(unit) if is_other => {
                let name = unit_name(unit, registry);
                let now = format!("tệp “{}” được nhận ra là của {name}", file.name);
                RowOutcome::Stale { now }
            }
            _ => RowOutcome::NotNeeded(Fact::Said(
                "không còn phải hỏi tệp là của đơn vị nào".to_string(),
                "whose the file is need not be asked any more".to_string(),
            )),
        };
    }
    gone(case, looked.rows())
}

/// What becomes of a decision on contents that no file has any more: another may have its name.
fn gone<'f>(case: &Case<'_>, mut files: impl Iterator<Item = &'f FileRow>) -> RowOutcome {
    let name = match case.decision.question.as_ref().map(|one| &one.subject) {
        Some(DecisionSubject::File(name)) => name.as_str(),
        _ => "",
    };
    match files.find(|file| file.name == name) {
        Some(file) => RowOutcome::Stale {
            now: ground_of_file(file).words,
        },
        None => RowOutcome::NotNeeded(Fact::Said(
            "tệp không còn trong thư mục".to_string(),
            "the file is no longer in the folder".to_string(),
        )),
    }
}

/// What becomes of a decision that contents are a unit's own, which the files of these units have.
fn of_own(case: &Case<'_>, act: Act, units: &[&UnitId], registry: &Registry) -> RowOutcome {
    let Some(other) = case.decision.unit.as_ref() else {
        return RowOutcome::Holds(act);
    };
    if units.contains(&other) {
        return RowOutcome::Holds(act);
    }
    let names = units.iter().map(|unit| unit_name(unit, registry));
    let names = names.collect::<Vec<_>>().join("; ");
    RowOutcome::wrong(
        format!(
            "tệp này là của {names}; nếu là bản chép của đơn vị khác thì chọn “không phải phiếu”"
        ),
        format!(
            "this file is of {names}; if it is a copy of another unit's, choose \"the file is no return\""
        ),
    )
}

fn unit_name(unit: &UnitId, registry: &Registry) -> String {
    let known = registry.get(unit);
    known.map_or_else(|| unit.to_string(), |unit| unit.name.clone())
}

/// Two rows that decide one thing in two ways: neither holds.
fn contradict(
    cases: &mut [Case<'static>],
    registry: &Registry,
    is_of: impl Fn(&FileTopic) -> bool,
) {
    let said = cases.iter().enumerate().filter_map(|(index, case)| {
        let holds = matches!(case.outcome, RowOutcome::Holds(_));
        let topic = case.topic().filter(|topic| holds && is_of(topic))?;
        let decision = &case.decision;
        let file = chosen::contents_named(decision);
        Some((index, topic, (decision.kind, &decision.unit, file)))
    });
    let mut rivals = Rivals::default();
    rivals.note(said);
    rivals.settle(cases, |case, lang| case.file_verdict(lang, registry));
}
