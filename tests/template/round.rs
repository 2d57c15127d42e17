//! The whole round of an appraisal: forms out, returns in, late, wrong and blank ones among them, decisions typed with another program, new
//! files in. The numbers follow, and nothing that was decided is lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tonghop::base::points::Points;
use tonghop::campaign::decisions::DecisionStatus;
use tonghop::judge::score::CountedBy;
use tonghop::result::report::{Report, UnitRow};

use super::{Meant, Round, files, fill, levels, recalculate};
use crate::edits::book::edit;
use crate::edits::decisions::by_openpyxl;
use crate::letters::paragraphs;

/// Those of the forms that do not come back in time, by position: two at first.
const MISSING: std::ops::Range<usize> = 28..30;
const WHO: &str = "Phòng CNTT";
const BOOK: &str = "đợt này-quyet-dinh.xlsx";

/// A round with what each unit meant, by file.
struct Appraisal {
    round: Round,
    forms: Vec<PathBuf>,
    meant: BTreeMap<String, Meant>,
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

impl Appraisal {
    /// A form comes back, filled in by a number.
    fn comes_back(&mut self, at: usize, seed: usize) -> PathBuf {
        let form = self.forms[at].clone();
        let back = self.round.inbox().join(name(&form));
        fs::copy(&form, &back).unwrap();
        let level = levels(&self.forms).remove(&name(&form)).unwrap();
        let meant = fill(&back, &self.round.plan().scheme, &level, seed);
        recalculate(&back);
        self.meant.insert(name(&form), meant);
        back
    }

    /// Somebody in a unit types into its form, which follows as in Excel.
    fn types(&self, at: usize, (sheet, cell): (&str, &str), text: &str) {
        let form = self.round.inbox().join(name(&self.forms[at]));
        edit(&form, |form| match text.parse::<u32>() {
            Ok(_) => form.number(sheet, cell, text),
            Err(_) => form.text(sheet, cell, text),
        });
        recalculate(&form);
    }

    /// A run, and what it says; the report is read back from its JSON.
    fn run(&self) -> (String, Report) {
        let (said, status) = self.round.run(&["đợt này", "--json"]);
        assert!(status.is_some_and(|status| status < 2), "{said}");
        let json = self.round.around.path().join("đợt này-tong-hop.json");
        let report = serde_json::from_slice(&fs::read(json).unwrap()).unwrap();
        (said, report)
    }

    /// A run that writes letters into a folder of its own: what each says, by its name.
    fn letters(&self, folder: &str) -> BTreeMap<String, String> {
        let (said, status) = self.round.run(&["đợt này", "--letters", folder]);
        assert!(status.is_some_and(|status| status < 2), "{said}");
        let folder = self.round.around.path().join(folder);
        let letters = if folder.exists() {
            files(&folder)
        } else {
            Vec::new()
        };
        let text = |letter: &PathBuf| paragraphs(&fs::read(letter).unwrap()).join("\n");
        letters.iter().map(|one| (name(one), text(one))).collect()
    }

    /// The row of the unit whose form stands at a position.
    fn row<'r>(&self, report: &'r Report, at: usize) -> &'r UnitRow {
        let file = name(&self.forms[at]);
        let mut rows = report.levels.iter().flat_map(|level| &level.rows);
        rows.find(|row| row.file == file).unwrap()
    }

    /// What a unit meant, in points altogether.
    fn meant(&self, at: usize) -> Points {
        self.meant[&name(&self.forms[at])]
            .scores
            .values()
            .copied()
            .sum()
    }

    fn book(&self) -> PathBuf {
        self.round.around.path().join(BOOK)
    }
}

/// The cell of the score of a criterion in a unit's form.
fn cell_of(row: &UnitRow, id: &str) -> (String, String) {
    let (sheet, cell) = row.sources[id].origin.cell().unwrap();
    (sheet.to_string(), cell.to_string())
}

/// Says of a workbook when it was last saved.
fn saved_on(path: &Path, moment: &str) {
    edit(path, |parts| {
        let core = parts.0.get_mut("docProps/core.xml").unwrap();
        let (start, end) = (
            core.find("<dcterms:modified").unwrap(),
            core.find("</dcterms:modified>").unwrap(),
        );
        let value = start + core[start..].find('>').unwrap() + 1;
        core.replace_range(value..end, moment);
    });
}

fn count(report: &Report, code: &str) -> usize {
    report
        .findings
        .iter()
        .filter(|one| one.rule.code == code)
        .count()
}

#[test]
#[ignore = "needs openpyxl"]
#[allow(clippy::too_many_lines)] // One story, each step on those before it.
fn a_round_from_blank_forms_to_decided_scores() {
    let round = Round::new("samples/kontum-2017", &[]);
    let forms = round.forms();
    assert_eq!(forms.len(), MISSING.end);
    let mut appraisal = Appraisal {
        round,
        forms,
        meant: BTreeMap::new(),
    };
    for at in 0..MISSING.start {
        let back = appraisal.comes_back(at, at);
        saved_on(
            &back,
            if at < 3 {
                "2018-02-05T03:00:00Z"
            } else {
                "2018-01-20T03:00:00Z"
            },
        );
    }
    let (_, right) = appraisal.run();
    assert_eq!(count(&right, "TH107"), 3);
    // Two wrong: a score that is no number, a score above its maximum. One blank: as the form went out.
    let inbox = appraisal.round.inbox();
    let (unread, above, free, blank) = (10, 11, 12, 13);
    let criterion = "4.6";
    for (at, text) in [(unread, "sáu mươi hay năm mươi"), (above, "600")] {
        let (sheet, cell) = cell_of(appraisal.row(&right, at), criterion);
        appraisal.types(at, (&sheet, &cell), text);
    }
    let out = &appraisal.forms[blank];
    fs::copy(out, inbox.join(name(out))).unwrap();
    let (said, open) = appraisal.run();
    for at in [unread, above] {
        let score = &appraisal.row(&open, at).score.criteria[criterion];
        assert_eq!(score.counted, None, "{said}");
    }
    let units = |report: &Report| {
        report
            .levels
            .iter()
            .map(|level| level.rows.len())
            .sum::<usize>()
    };
    assert_eq!(units(&open), MISSING.start - 1, "{said}");

    assert_eq!(count(&open, "TH113"), 1, "{said}");

    // Who has something to correct gets a letter that names the cell; who has sent nothing, or a blank form, is reminded.
    let letters = appraisal.letters("công văn");
    let asked = [unread, above].map(|at| {
        let row = appraisal.row(&open, at);
        (
            format!("Công văn 2017 - {}.docx", row.name),
            cell_of(row, criterion),
        )
    });
    let reminder = "Công văn đôn đốc 2017.docx";
    let mut expected: Vec<&str> = asked.iter().map(|(letter, _)| letter.as_str()).collect();
    expected.push(reminder);
    expected.sort_unstable();
    assert_eq!(letters.keys().collect::<Vec<_>>(), expected);
    for (letter, (sheet, cell)) in &asked {
        let text = &letters[letter];
        assert!(text.contains(sheet) && text.contains(cell), "{text}");
        assert!(text.contains(criterion), "{text}");
    }
    for at in MISSING.chain([blank]) {
        let form = name(&appraisal.forms[at]);
        let unit = form.trim_start_matches("Phiếu 2017 - ");
        let unit = unit.trim_end_matches(".xlsx");
        assert!(
            letters[reminder].contains(unit),
            "{unit}: {}",
            letters[reminder]
        );
    }

    let given: Points = "41.5".parse().unwrap();
    let row = appraisal.row(&open, free);
    let (unit, claimed) = (&row.name, appraisal.meant[&row.file].scores[criterion].0);
    let ids = [unread, above].map(|at| appraisal.row(&open, at).unit.to_string());
    by_openpyxl(
        &appraisal.book(),
        &format!(
            "import datetime\n\
             from openpyxl.comments import Comment\n\
             sheet = book['Câu hỏi']\n\
             for start in ('{}|tiêu chí {criterion}|', '{}|tiêu chí {criterion}|'):\n\
             \trow = next(row[0].row for row in sheet.iter_rows(min_row=5) if (row[13].value or '').startswith(start))\n\
             \tfor column, value in (('G', 'điểm thẩm định'), ('H', 41.5), ('J', 'biên bản số 1'), ('K', '{WHO}'), ('L', datetime.date(2018, 3, 5))):\n\
             \t\tsheet[f'{{column}}{{row}}'] = value\n\
             sheet['D5'].comment = Comment('đã gọi điện', 'x')\n\
             free = book['Thẩm định khác']\n\
             for column, value in (('A', '{unit}'), ('B', '{criterion}'), ('C', {claimed}), ('D', 0), ('E', 'không có minh chứng'), ('F', '{WHO}')):\n\
             \tfree[f'{{column}}5'] = value",
            ids[0], ids[1]
        ),
    );
    let filled = fs::read(appraisal.book()).unwrap();
    let (said, decided) = appraisal.run();
    let statuses = |report: &Report| -> Vec<DecisionStatus> {
        report.decisions.iter().map(|row| row.status).collect()
    };
    assert_eq!(statuses(&decided), [DecisionStatus::Applied; 3], "{said}");
    for at in [unread, above] {
        let row = appraisal.row(&decided, at);
        let own = appraisal.meant[&row.file].scores[criterion];
        assert_eq!(row.score.total, appraisal.meant(at) - own + given, "{said}");
        assert_eq!(
            row.score.criteria[criterion].decided.as_ref().unwrap().by,
            WHO
        );
    }
    let row = appraisal.row(&decided, free);
    let claimed = appraisal.meant[&row.file].scores[criterion];
    assert_eq!(row.score.total, appraisal.meant(free) - claimed);
    // Nobody is asked about what was decided; who has sent nothing still is.
    let letters = appraisal.letters("công văn sau quyết định");
    assert_eq!(
        letters.keys().collect::<Vec<_>>(),
        [reminder],
        "{letters:#?}"
    );
    let code = appraisal.row(&decided, unread).unit.code.clone();
    let (traced, _) = appraisal.round.run(&["trace", "đợt này", &code, criterion]);
    for word in [WHO, "biên bản số 1", BOOK] {
        assert!(traced.contains(word), "{word}: {traced}");
    }

    // New files: the unreadable score is right now, the claim that was lowered is another; those that were missing are there.
    appraisal.comes_back(unread, unread);
    let (sheet, cell) = cell_of(row, criterion);
    let changed = if claimed == Points::from(45) {
        "30"
    } else {
        "45"
    };
    appraisal.types(free, (&sheet, &cell), changed);
    for at in MISSING.chain([blank]) {
        appraisal.comes_back(at, at);
    }
    let (said, last) = appraisal.run();
    assert_eq!(units(&last), MISSING.end, "{said}");
    let mut found = statuses(&last);
    found.sort();
    assert_eq!(
        found,
        [
            DecisionStatus::Applied,
            DecisionStatus::Stale,
            DecisionStatus::NotNeeded
        ],
        "{said}"
    );
    assert!(said.contains("TH801"), "{said}");
    assert_eq!(
        appraisal.row(&last, unread).score.total,
        appraisal.meant(unread)
    );
    let row = appraisal.row(&last, free);
    assert_eq!(row.score.criteria[criterion].counted, changed.parse().ok());
    let own = appraisal.meant[&name(&appraisal.forms[above])].scores[criterion];
    assert_eq!(
        appraisal.row(&last, above).score.total,
        appraisal.meant(above) - own + given
    );
    assert!(
        fs::read(appraisal.book()).unwrap() == filled,
        "the workbook of decisions was touched"
    );
    // Of every number it is said who decided it: the one decision that holds, and all else the unit itself.
    let decided = format!("{} {criterion}", appraisal.row(&last, above).unit);
    for row in last.levels.iter().flat_map(|level| &level.rows) {
        for (id, score) in &row.score.criteria {
            let (by, what) = (score.counted_by(), format!("{} {id}", row.unit));
            if what == decided {
                let one = score.decided.as_ref().unwrap();
                assert_eq!((by, one.by.as_str()), (CountedBy::Decided, WHO));
                assert_eq!(one.reason, "biên bản số 1");
                assert!(one.origin.to_string().starts_with(BOOK), "{}", one.origin);
            } else {
                assert_eq!(by, CountedBy::Claim, "{what}: {said}");
                assert!(row.sources[id].origin.cell().is_some(), "{what}");
            }
        }
    }
    // All that was asked is answered or decided; who claims other points than its figures give is asked about those.
    let letters = appraisal.letters("công văn cuối");
    let row = appraisal.row(&last, free);
    let letter = format!("Công văn 2017 - {}.docx", row.name);
    assert_eq!(
        letters.keys().collect::<Vec<_>>(),
        [&letter],
        "{letters:#?}"
    );
    let asked = letters[&letter]
        .lines()
        .filter(|line| line.contains("lệch"));
    let asked: Vec<&str> = asked.collect();
    assert!(
        asked.len() == 1 && asked[0].contains(criterion),
        "{asked:?}"
    );
}
