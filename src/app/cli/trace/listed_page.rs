//! The page of what a list of all values says of a unit, or of a part of it.

use std::io::{self, Write};

use crate::app::cli::decimals::{most_told, shown};
use crate::app::cli::rule::RuleWords;
use crate::app::cli::screen::{STRONG, of_severity, paint};
use crate::app::cli::trace::listed_words::{words, words_of_part};
use crate::app::cli::trace::{CRITERION, NOT_ON_LEVEL};
use crate::app::pipeline::traced_file::ListedFile;
use crate::base::finding::shown_file;
use crate::base::ids::FigureId;
use crate::base::lang::{Lang, phrase, say};
use crate::base::outside::Shown;
use crate::base::points::Most;
use crate::campaign::scheme::ScoringRule;
use crate::result::report::kind::{Kind, Part};
use crate::result::report::record::ListedFinding;
use crate::result::report::row::{DataRow, status};
use crate::result::trace::{ListedPart, ListedResult, ListedTrace};

/// A page of a list.
pub(super) struct ListedPage<'f> {
    pub(super) file: &'f ListedFile,
    pub(super) result: ListedResult<'f>,
    pub(super) lang: Lang,
}

impl ListedPage<'_> {
    /// The page.
    pub(super) fn write(&self, out: &mut dyn Write, trace: &ListedTrace<'_>) -> io::Result<()> {
        self.head(out, trace)?;
        if !trace.has_result && trace.part == ListedPart::Unit {
            let none = phrase(
                "Chưa có phiếu được tính, nên chưa có điểm.",
                "No return counts, so there is no score.",
            );
            writeln!(out, "{}", none.get(self.lang))?;
            return self.findings(out, &trace.findings);
        }
        if trace.rows.is_empty() {
            return writeln!(out, "{}", self.nothing(trace.part));
        }
        let shown = trace.rows.iter();
        let shown = shown.filter(|(row, _)| !matches!(row.kind, Kind::Statistic(_, Part::Order)));
        for (row, most) in shown {
            let most = most.filter(|_| row.kind != Kind::Counted || is_weighted(trace));
            self.row(out, row, (trace.part, most))?;
        }
        self.rule(out, trace.rule)?;
        if !trace.sums.is_empty() {
            let heading = phrase("Cộng vào", "Adds to").get(self.lang);
            writeln!(out, "\n{heading}")?;
            for (row, most) in trace.sums.iter().rev() {
                self.sum(out, row, *most)?;
            }
        }
        self.findings(out, &trace.findings)
    }

    fn head(&self, out: &mut dyn Write, trace: &ListedTrace<'_>) -> io::Result<()> {
        let (unit, name) = (Shown::line(trace.unit_name), Shown::line(trace.name));
        let (of, id) = match trace.part {
            ListedPart::Unit => {
                let level = Shown::line(trace.level_name);
                return writeln!(out, "{unit} – {level} ({})\n", trace.unit);
            }
            ListedPart::Criterion(id) => (CRITERION, id),
            ListedPart::Group(id) => (phrase("nhóm", "group"), id),
            ListedPart::Figure(id) => (phrase("số liệu", "figure"), id),
            ListedPart::Statistic(id) => {
                let of = phrase("Chỉ tiêu thống kê", "Statistic").get(self.lang);
                return writeln!(out, "{of} {id}: {name}\n");
            }
        };
        let most = trace.rows.iter().find_map(|(row, most)| {
            let is_own = matches!(row.kind, Kind::Counted | Kind::Group);
            most.filter(|_| is_own && !is_weighted(trace))
        });
        let most = most.map_or_else(String::new, |most| format!(" ({})", self.most(most)));
        writeln!(out, "{unit} – {} {id}: {name}{most}\n", of.get(self.lang))
    }

    fn most(&self, most: Most) -> String {
        most_told(phrase("tối đa", "maximum"), most, self.lang)
    }

    fn nothing(&self, part: ListedPart<'_>) -> &'static str {
        let none = match part {
            ListedPart::Criterion(_) => NOT_ON_LEVEL,
            ListedPart::Group(_) => phrase(
                "Cấp của đơn vị không có nhóm này.",
                "The unit's level does not have this group.",
            ),
            _ => phrase(
                "Phiếu của đơn vị không có số liệu này.",
                "The unit's return does not have this figure.",
            ),
        };
        none.get(self.lang)
    }

    /// A sum that the part goes into.
    fn sum(&self, out: &mut dyn Write, row: &DataRow, most: Option<Most>) -> io::Result<()> {
        let lang = self.lang;
        let what = if row.kind == Kind::Group {
            let name = Shown::line(self.result.item_name(&row.group, ""));
            let word = phrase("nhóm", "group").get(lang);
            format!("{word} {} ({name})", row.group)
        } else {
            phrase("tổng điểm", "total").get(lang).to_string()
        };
        let value = self.value(row, ListedPart::Unit);
        writeln!(out, "  {what}: {value}{}", self.limit(row, most))?;
        Ok(())
    }

    /// The maximum of a sum, in parentheses; of a group outside the total, that it is.
    fn limit(&self, row: &DataRow, most: Option<Most>) -> String {
        let mut rows = self.result.rows.iter();
        let is_outside = row.kind == Kind::Group
            && rows.any(|one| one.kind == Kind::Outside && one.group == row.group);
        if is_outside {
            let outside = phrase(" (ngoài thang điểm)", " (outside the scale)");
            return outside.get(self.lang).to_string();
        }
        most.map_or_else(String::new, |most| format!(" ({})", self.most(most)))
    }

    /// A row: what it is, its value or its state, and where that stands.
    fn row(
        &self,
        out: &mut dyn Write,
        row: &DataRow,
        (part, most): (ListedPart<'_>, Option<Most>),
    ) -> io::Result<()> {
        let label = self.label(row, part);
        let limit = match row.kind {
            // The head says it of a group alone.
            Kind::Group | Kind::Total if part == ListedPart::Unit => self.limit(row, most),
            Kind::Counted if matches!(part, ListedPart::Criterion(_)) => self.limit(row, most),
            _ => String::new(),
        };
        writeln!(out, "{label}: {}{limit}", self.value(row, part))?;
        if row.cell.is_empty() && row.sheet.is_empty() {
            return Ok(());
        }
        let at = format!("{}: {}!{}", row.file, row.sheet, row.cell);
        let at = Shown::line(&at);
        let text = Shown::line(&row.text);
        let said = match &*text {
            "" => phrase("ô trống", "blank").get(self.lang).to_string(),
            text if self.is_decided(row) => text.to_string(),
            text => say!(self.lang, "ô ghi “{text}”", "the cell says \"{text}\""),
        };
        let indent = if label.starts_with(' ') { "    " } else { "  " };
        writeln!(out, "{indent}{at} – {said}")
    }

    /// Whether the text of a row says who decided, and its place is that of the decision.
    fn is_decided(&self, row: &DataRow) -> bool {
        let of_figure = |id: &str| {
            let is_form = |one: &&DataRow| {
                let is_same = (&one.level, &one.code) == (&row.level, &row.code);
                is_same && matches!(&one.kind, Kind::FigureInForm(own) if own == id)
            };
            self.result.rows.iter().any(|one| is_form(&one))
        };
        match &row.kind {
            Kind::Decided => true,
            Kind::Figure(id) => of_figure(id),
            _ => false,
        }
    }

    fn label(&self, row: &DataRow, part: ListedPart<'_>) -> String {
        let lang = self.lang;
        let named = |id: &str, name: &str| format!("  {id} ({})", Shown::line(name));
        let figure = |id: &str| named(id, self.result.figure_name(id));
        let criterion = || named(&row.criterion, self.result.item_name("", &row.criterion));
        match (&row.kind, part) {
            (Kind::Counted | Kind::Subtotal, ListedPart::Group(_))
            | (Kind::Counted, ListedPart::Unit) => criterion(),
            (Kind::Group, ListedPart::Unit) => {
                let name = self.result.item_name(&row.group, "");
                format!("  {}. {}", row.group, Shown::line(name))
            }
            (Kind::Figure(id), _) => figure(id),
            (Kind::FigureInForm(id), _) => {
                let form = phrase("trong phiếu", "in the form").get(lang);
                format!("{} – {form}", figure(id))
            }
            (Kind::Statistic(_, of), _) => words_of_part(*of).get(lang).to_string(),
            (kind, _) => words(kind).get(lang).to_string(),
        }
    }

    /// The value, the text or the state of a row.
    fn value(&self, row: &DataRow, part: ListedPart<'_>) -> String {
        let lang = self.lang;
        let state = match &*row.status {
            status::EMPTY => phrase("để trống", "blank"),
            status::UNREADABLE => phrase("không đọc được", "not understood"),
            status::LEFT_OUT => phrase("không tính, theo quyết định", "left out by decision"),
            status::OPEN => phrase("chưa xác định", "open"),
            status::EXEMPT => phrase("không áp dụng cho đơn vị", "does not apply to the unit"),
            status::UNLIMITED => phrase("không giới hạn", "no limit"),
            _ => phrase("không có", "none"),
        };
        let is_text = matches!(row.kind, Kind::Grade | Kind::Explanation);
        let text = Shown::line(&row.text);
        if let Kind::Statistic(id, Part::Formula) = &row.kind {
            return self.formula(id).2;
        }
        let value = match row.value {
            Some(value) if row.kind == Kind::OwnTotal && !text.is_empty() => {
                lang.of_share(&text, &shown(value, lang))
            }
            Some(value) if row.kind != Kind::Return => {
                format!("{}{}", shown(value, lang), self.measure(row))
            }
            _ if row.kind == Kind::Return => Shown::line(&row.file).to_string(),
            // An option that was ticked.
            None if matches!(row.kind, Kind::Figure(_)) && row.status == status::READ => {
                text.to_string()
            }
            _ if is_text && !text.is_empty() => text.to_string(),
            _ => state.get(lang).to_string(),
        };
        let is_sum = matches!(
            row.kind,
            Kind::Total | Kind::Group | Kind::Subtotal | Kind::Rank
        );
        if !is_sum || row.status != status::PROVISIONAL {
            let why = (row.kind == Kind::Counted && !row.text.is_empty()).then_some(&*text);
            let why = why.filter(|_| part != ListedPart::Unit);
            return why.map_or(value.clone(), |why| format!("{value} – {why}"));
        }
        let most = match (&row.kind, &*row.text) {
            (Kind::Total, status::UNLIMITED) => phrase(", còn có thể tăng", ", may be more")
                .get(lang)
                .to_string(),
            (Kind::Total, highest) => match highest.parse() {
                Ok(highest) => {
                    let highest = shown(highest, lang);
                    say!(lang, ", cao nhất {highest}", ", at most {highest}")
                }
                Err(_) => String::new(),
            },
            _ => String::new(),
        };
        say!(
            lang,
            "{value} (tạm tính{most})",
            "{value} (provisional{most})"
        )
    }

    /// The kind of a statistic, its unit of measure and its formula.
    fn formula(&self, id: &str) -> (String, String, String) {
        let mut rows = self.result.rows.iter();
        let told =
            rows.find(|row| matches!(&row.kind, Kind::Statistic(own, Part::Formula) if own == id));
        let told = Shown::line(told.map_or("", |row| &row.text)).to_string();
        let mut parts = told.splitn(3, ';').map(|part| part.trim().to_string());
        let mut next = || parts.next().unwrap_or_default();
        (next(), next(), next())
    }

    /// What the value of a statistic is measured in.
    fn measure(&self, row: &DataRow) -> String {
        let Kind::Statistic(id, Part::Value) = &row.kind else {
            return String::new();
        };
        match self.formula(id) {
            (kind, ..) if ["ratio", "share"].contains(&&*kind) => "%".to_string(),
            (_, unit, _) if !unit.is_empty() => format!(" {unit}"),
            _ => String::new(),
        }
    }

    fn rule(&self, out: &mut dyn Write, rule: &str) -> io::Result<()> {
        let Ok(rule) = serde_json::from_str::<ScoringRule>(rule) else {
            return Ok(());
        };
        let lang = self.lang;
        let name = |id: &FigureId| {
            let name = Shown::line(self.result.figure_name(&id.0));
            say!(lang, "“{name}”", "\"{name}\"")
        };
        let words = RuleWords {
            lang,
            name: &name,
            is_unlimited: false,
        };
        let word = phrase("Quy tắc tính điểm", "Rule").get(lang);
        writeln!(out, "{word}: {}", words.rule(&rule))
    }

    fn findings(&self, out: &mut dyn Write, findings: &[&ListedFinding]) -> io::Result<()> {
        if findings.is_empty() {
            return Ok(());
        }
        let heading = phrase("Cảnh báo", "Findings").get(self.lang);
        writeln!(out, "\n{heading}: {}", findings.len())?;
        for one in findings {
            let place = &one.place;
            let cell = place.cell.map(|cell| format!("!{cell}"));
            let sheet = place.sheet.as_deref();
            let within = sheet.map(|sheet| format!("{sheet}{}", cell.unwrap_or_default()));
            let file = place
                .file
                .as_deref()
                .map(|file| shown_file(&one.code, file));
            let at = file.map(str::to_string).into_iter().chain(within);
            let at = at.map(|one| one + ": ").collect::<String>();
            let severity = paint(
                of_severity(one.severity),
                one.severity.name().get(self.lang),
            );
            let (at, message) = (Shown::line(&at), Shown::line(&one.message));
            let code = paint(STRONG, &one.code);
            writeln!(out, "  {at}{severity} {code}: {message}")?;
        }
        Ok(())
    }

    /// Which result this is, and what it does not say.
    pub(super) fn unknown(&self, out: &mut dyn Write, trace: &ListedTrace<'_>) -> io::Result<()> {
        let lang = self.lang;
        let [year, campaign, scheme] = self.result.campaign();
        let (campaign, scheme) = (Shown::line(&campaign), Shown::line(&scheme));
        let name = Shown::line(&self.file.name);
        let by = say!(
            lang,
            "Theo {name}: {campaign}, năm {year}, bộ tiêu chí {scheme}.",
            "From {name}: {campaign}, year {year}, scheme {scheme}."
        );
        writeln!(out, "\n{by}")?;
        let lacks = match trace.part {
            ListedPart::Statistic(_) => phrase(
                "Tệp không cho biết từng đơn vị góp bao nhiêu, đơn vị nào không được tính và vì sao.",
                "The file does not say what each unit brings to it, which are left out and why.",
            ),
            ListedPart::Unit => phrase(
                "Tệp không cho biết các tệp khác mà đơn vị đã nộp, ngày lưu của phiếu và khoảng thứ hạng, xếp loại có thể có.",
                "The file does not say what else the unit handed in, when the return was saved, and which places and grades it may still get.",
            ),
            _ => phrase(
                "Tệp không cho biết ô được đọc thế nào, phép tính từ số liệu ra điểm và tài liệu kiểm chứng.",
                "The file does not say how a cell was read, how points were computed from figures, and which documents prove them.",
            ),
        };
        writeln!(out, "{}", lacks.get(lang))?;
        if self.file.findings.is_none() {
            let none = phrase(
                "Sổ không có trang “Cảnh báo” đọc được, nên không rõ có cảnh báo nào hay không.",
                "The workbook has no sheet of findings that can be read, so it is not known whether there are any.",
            );
            writeln!(out, "{}", none.get(lang))?;
        } else if !self.file.is_data_file && trace.part != ListedPart::Unit {
            let unit = &trace.unit;
            let none = say!(
                lang,
                "Cảnh báo về cả phiếu, không của riêng mục này: xem {unit} không kèm mã.",
                "Findings about the whole return, not this alone: see {unit} without an id."
            );
            writeln!(out, "{none}")?;
        }
        let id = match trace.part {
            ListedPart::Unit => String::new(),
            ListedPart::Criterion(id) => format!(" {id}"),
            ListedPart::Group(id) => format!(" group:{id}"),
            ListedPart::Figure(id) => format!(" figure:{id}"),
            ListedPart::Statistic(id) => format!(" statistic:{id}"),
        };
        let unit = &trace.unit;
        let more = say!(
            lang,
            "Xem đủ từ phiếu: tonghop trace THƯ-MỤC {unit}{id}",
            "All of it, from the returns: tonghop trace FOLDER {unit}{id}"
        );
        writeln!(out, "{more}")
    }
}

/// Whether the points that a criterion is claimed with are others than those that count: their maximum is then not the head's.
fn is_weighted(trace: &ListedTrace<'_>) -> bool {
    let has = |kind: Kind, has_most: bool| {
        let mut rows = trace.rows.iter();
        rows.any(|(row, most)| row.kind == kind && most.is_some() == has_most)
    };
    has(Kind::Claimed, false) && has(Kind::Counted, true)
}
