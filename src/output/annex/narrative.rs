//! The first part of the annex: what the statistics say, in the sentences of the scheme or in one of each statistic's own.
//!
//! In: a report. Out: blocks and footnotes. What nobody reported is never said: a word to the author stands in its place. Not for:
//! tables.

use std::collections::BTreeSet;

use crate::base::lang::Lang;
use crate::campaign::scheme::{SentencePiece, SentenceSpec, ShareWords, pieces};
use crate::judge::statistics::{Outcome, Statistic};
use crate::output::annex::content::{AnnexBlock, AnnexRun, AuthorPlace};
use crate::output::annex::said_of;
use crate::output::sentence::capital;
use crate::result::report::Report;

/// The heading of the first part.
const HEADING: &str = "1. Kết quả chung";
/// The place for the author where there is nothing else to say.
const NOTHING: &str = "ket-qua-chung";
/// What stands at the beginning of a sentence.
const DASH: &str = "- ";

/// The first part: its blocks, and the texts of its footnotes.
pub(super) fn narrative(report: &Report) -> (Vec<AnnexBlock>, Vec<String>) {
    let mut narrator = Narrator {
        report,
        limits: report.annex.shares,
        blocks: vec![AnnexBlock::Heading(HEADING.to_string())],
        footnotes: Vec::new(),
    };
    if !report.annex.sentences.is_empty() {
        narrator.sections();
    } else if report.statistics.is_empty() {
        narrator.blocks.push(AnnexBlock::Place(AuthorPlace {
            tag: NOTHING.to_string(),
            prompt: "Đánh giá chung về kết quả.".to_string(),
        }));
    } else {
        narrator.statistics();
    }
    (narrator.blocks, narrator.footnotes)
}

struct Narrator<'r> {
    report: &'r Report,
    limits: ShareWords,
    blocks: Vec<AnnexBlock>,
    footnotes: Vec<String>,
}

/// A sentence, or the statistics of which it cannot be said.
enum Told<'r> {
    Sentence(Vec<AnnexRun>),
    Unknown(Vec<&'r Statistic>),
}

impl<'r> Narrator<'r> {
    fn statistic(&self, id: &str) -> Option<&'r Statistic> {
        self.report.statistics.iter().find(|one| one.id == id)
    }

    /// The sentences of the scheme, section by section.
    fn sections(&mut self) {
        let report = self.report;
        for (id, name) in &report.annex.sections {
            let own: Vec<&SentenceSpec> = report
                .annex
                .sentences
                .iter()
                .filter(|one| one.section == *id)
                .collect();
            if own.is_empty() {
                continue;
            }
            self.blocks
                .push(AnnexBlock::Subheading(format!("{id}) {name}")));
            let before = self.blocks.len();
            let mut told = BTreeSet::new();
            for one in own {
                self.row(one, &mut told);
            }
            if self.blocks.len() == before {
                let none = "không có câu nào đủ điều kiện để in ở mục này";
                self.blocks.push(AnnexBlock::AuthorNote(none.to_string()));
            }
        }
    }

    /// A row of the scheme. `told`: the statistics of this section that are said to be unknown.
    fn row(&mut self, one: &'r SentenceSpec, told: &mut BTreeSet<&'r str>) {
        if let Some(tag) = &one.blank {
            self.blocks.push(AnnexBlock::Place(AuthorPlace {
                tag: tag.clone(),
                prompt: one.text.clone(),
            }));
            return;
        }
        let pieces =
            pieces(&one.text).unwrap_or_else(|_| vec![SentencePiece::Text(one.text.clone())]);
        let rests_on = self.rests_on(one, &pieces);
        let unknown: Vec<&Statistic> = rests_on
            .iter()
            .copied()
            .filter(|statistic| said_of::value(statistic, self.report).is_none())
            .collect();
        if unknown.is_empty() && !self.is_met(one) {
            return;
        }
        match self.told(&pieces, &rests_on, unknown, one.footnote.as_deref()) {
            Told::Sentence(runs) => self.blocks.push(AnnexBlock::Paragraph(runs)),
            Told::Unknown(unknown) => {
                for statistic in unknown {
                    if told.insert(statistic.id.as_str()) {
                        self.unknown(statistic);
                    }
                }
            }
        }
    }

    /// Every statistic without which a sentence is not true, each once.
    fn rests_on(&self, one: &SentenceSpec, pieces: &[SentencePiece]) -> Vec<&'r Statistic> {
        let named = pieces.iter().filter_map(SentencePiece::statistic);
        let others = [one.statistic.as_deref(), one.footnote.as_deref()];
        let mut all: Vec<&Statistic> = Vec::new();
        for id in named.chain(others.into_iter().flatten()) {
            if let Some(statistic) = self.statistic(id)
                && !all.iter().any(|there| there.id == statistic.id)
            {
                all.push(statistic);
            }
        }
        all
    }

    fn is_met(&self, one: &SentenceSpec) -> bool {
        let Some(when) = one.when else {
            return true;
        };
        let statistic = one.statistic.as_deref().and_then(|id| self.statistic(id));
        statistic.is_some_and(|statistic| said_of::holds(when, one.value, statistic))
    }

    /// Puts values into a text.
    fn told(
        &mut self,
        pieces: &[SentencePiece],
        rests_on: &[&'r Statistic],
        unknown: Vec<&'r Statistic>,
        footnote: Option<&str>,
    ) -> Told<'r> {
        if !unknown.is_empty() {
            return Told::Unknown(unknown);
        }
        let mut runs: Vec<AnnexRun> = Vec::new();
        let mut text = String::new();
        for piece in pieces {
            match piece {
                SentencePiece::FootnoteMark => {
                    let list = footnote.and_then(|id| self.statistic(id));
                    if let Some(list) = list.and_then(|one| self.list(one)) {
                        runs.push(AnnexRun::Text(std::mem::take(&mut text)));
                        self.footnotes.push(list);
                        runs.push(AnnexRun::Footnote(self.footnotes.len()));
                    }
                }
                other => match self.piece(other) {
                    Some(said) => text.push_str(&said),
                    None => return Told::Unknown(rests_on.to_vec()),
                },
            }
        }
        runs.push(AnnexRun::Text(text));
        Told::Sentence(self.finished(runs, rests_on))
    }

    /// What stands in place of a piece.
    fn piece(&self, piece: &SentencePiece) -> Option<String> {
        let report = self.report;
        match piece {
            SentencePiece::Text(text) => Some(text.clone()),
            SentencePiece::Year => Some(report.campaign.year.to_string()),
            SentencePiece::Value(id) => said_of::value(self.statistic(id)?, report),
            SentencePiece::Share(id) => {
                said_of::share_in_words(self.statistic(id)?, report, &self.limits)
            }
            SentencePiece::Maximum(id) => said_of::maximum(self.statistic(id)?, report),
            SentencePiece::FootnoteMark => Some(String::new()),
        }
    }

    /// With its capital, and of how many units it is before its last full stop.
    fn finished(&self, mut runs: Vec<AnnexRun>, rests_on: &[&Statistic]) -> Vec<AnnexRun> {
        if let Some(AnnexRun::Text(first)) = runs.first_mut() {
            *first = format!("{DASH}{}", capital(first.trim_start()));
        }
        if let (Some(AnnexRun::Text(last)), Some(coverage)) =
            (runs.last_mut(), said_of::coverage(rests_on, self.report))
        {
            let end = last.trim_end();
            let (text, stop) = match end.strip_suffix(['.', ';']) {
                Some(text) => (text, end.get(text.len()..).unwrap_or(".")),
                None => (end, ""),
            };
            *last = match text.strip_suffix(')') {
                Some(text) => format!("{text}; {coverage}){stop}"),
                None => format!("{text} ({coverage}){stop}"),
            };
        }
        runs
    }

    /// The units of a statistic that lists them; `None` where there are none.
    fn list(&self, statistic: &Statistic) -> Option<String> {
        let Outcome::Units { units } = &statistic.outcome else {
            return None;
        };
        let name = |unit| self.report.unit_name(unit).unwrap_or_default();
        let names: Vec<&str> = units.iter().map(name).collect();
        (!names.is_empty()).then(|| format!("{}.", names.join("; ")))
    }

    fn unknown(&mut self, statistic: &Statistic) {
        let note = format!("chưa có số liệu: {}", statistic.name);
        self.blocks.push(AnnexBlock::AuthorNote(note));
    }

    /// A sentence of each statistic, in its own words.
    fn statistics(&mut self) {
        let report = self.report;
        for statistic in &report.statistics {
            let Some(value) = said_of::value(statistic, report) else {
                self.unknown(statistic);
                continue;
            };
            let value = match &statistic.outcome {
                Outcome::Units { units } if units.is_empty() => "chưa có đơn vị nào".to_string(),
                Outcome::Share { yes, answered, .. } => {
                    let (yes, answered) = (Lang::Vi.thousands((*yes).into()), (*answered).into());
                    format!("{value} ({yes}/{} đơn vị)", Lang::Vi.thousands(answered))
                }
                _ => value,
            };
            let mut runs = vec![AnnexRun::Text(format!("{}: {value}", statistic.name))];
            if let Some(list) = self.list(statistic) {
                self.footnotes.push(list);
                runs.push(AnnexRun::Footnote(self.footnotes.len()));
            }
            match runs.last_mut() {
                Some(AnnexRun::Text(text)) => text.push('.'),
                _ => runs.push(AnnexRun::Text(".".to_string())),
            }
            let runs = self.finished(runs, &[statistic]);
            self.blocks.push(AnnexBlock::Paragraph(runs));
        }
    }
}
