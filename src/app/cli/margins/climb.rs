//! What would carry each unit to the next better grade, those nearest to it first.

use std::io::{self, Write};

use crate::app::cli::margins::MarginsPage;
use crate::app::cli::screen::{STRONG, paint};
use crate::app::cli::table::{self, ColumnContent, Layout};
use crate::base::ids::CriterionId;
use crate::base::lang::{phrase, plural, say};
use crate::base::points::Points;
use crate::campaign::scheme::LackingGroup;
use crate::judge::score::CountedBy;
use crate::result::margins::{Climb, Margins, Unclaimed, UnitMargins, Way};

/// Criteria that are shown of a unit among several.
const SHOWN: usize = 5;

/// Units whose criteria are shown one by one.
const NEAREST: usize = 5;

/// A unit with the grade above its own.
type Climbing<'m, 'r> = (&'m UnitMargins<'r>, &'m Climb<'r>);

impl MarginsPage<'_> {
    /// All units that have a grade above theirs, then where the nearest of them left points.
    pub(super) fn climbs(&self, out: &mut dyn Write, margins: &Margins<'_>) -> io::Result<()> {
        let lang = self.lang;
        let units = margins.levels.iter().flat_map(|level| &level.units);
        let climbs = units.filter_map(|unit| Some((unit, unit.above.as_ref()?)));
        let mut climbs: Vec<Climbing<'_, '_>> = climbs.collect();
        if climbs.is_empty() {
            return Ok(());
        }
        climbs.sort_by_key(|(_, climb)| climb.missing);
        let heading = phrase(
            "Để lên mức trên, đơn vị gần ngưỡng nhất trước",
            "To the next grade, the nearest first",
        );
        writeln!(out, "\n{}", paint(STRONG, heading.get(lang)))?;
        let how = phrase(
            "  Giả định để biết đơn vị sát ngưỡng đến đâu, không phải điểm được tính: ít nhất bao nhiêu tiêu chí phải đạt tối đa, chẳng hạn những tiêu chí nào, tổng điểm tăng thêm nếu riêng tiêu chí ấy đạt tối đa.",
            "  What if, not what counts: how many criteria at least would need their most points, such as which, and what the total would gain from each alone.",
        );
        writeln!(out, "{}", how.get(lang))?;
        if !self.is_whole {
            self.all_climbs(out, &climbs)?;
        }
        let count = climbs.len().min(NEAREST);
        if !self.is_whole {
            let heading = say!(
                lang,
                "Tiêu chí còn điểm của {count} đơn vị gần ngưỡng nhất",
                ("Where the nearest {} left points", plural(count, "unit"))
            );
            writeln!(out, "\n{}", paint(STRONG, &heading))?;
        }
        let legend = phrase(
            "  Mỗi dòng: tiêu chí, điểm đang tính/tối đa, tổng điểm tăng thêm nếu riêng tiêu chí này đạt tối đa.",
            "  Each line: the criterion, points now/most, what the total would gain if this one alone had the most.",
        );
        writeln!(out, "{}", legend.get(lang))?;
        let mut nearest = climbs.into_iter().take(NEAREST);
        nearest.try_for_each(|(unit, climb)| self.climb(out, unit, climb))
    }

    /// One line for each unit.
    fn all_climbs(&self, out: &mut dyn Write, climbs: &[Climbing<'_, '_>]) -> io::Result<()> {
        let lang = self.lang;
        let heads = [
            phrase("Đơn vị", "Unit"),
            phrase("Thiếu", "Missing"),
            phrase("Để xếp", "To be"),
            phrase("Ít nhất phải đạt tối đa", "At least at their most"),
        ];
        let heads = heads.map(|head| head.get(lang).to_string()).to_vec();
        let provisional = phrase("; tạm tính", "; provisional").get(lang);
        let rows = climbs.iter().map(|(unit, climb)| {
            vec![
                unit.name.to_string(),
                self.points(climb.missing),
                climb.grade.to_string(),
                format!(
                    "{}{}{}",
                    self.fewest(climb),
                    self.lacking(&climb.lacking),
                    if unit.open > 0 { provisional } else { "" }
                ),
            ]
        });
        let rows: Vec<Vec<String>> = [heads].into_iter().chain(rows).collect();
        let layout = Layout {
            columns: &[
                ColumnContent::Words,
                ColumnContent::Number,
                ColumnContent::Words,
                ColumnContent::Words,
            ],
            indent: 2,
            width: self.width,
        };
        table::write(out, &rows, &layout)
    }

    /// The fewest criteria that are enough, each with what it adds alone; and those that have no limit.
    fn fewest(&self, climb: &Climb<'_>) -> String {
        let fewest = self.fewest_with_limit(climb);
        if climb.unlimited.is_empty() {
            return fewest;
        }
        let ids = climb.unlimited.iter().map(|id| id.0.as_str());
        let ids = ids.collect::<Vec<_>>().join(", ");
        say!(
            self.lang,
            "{fewest}; chưa kể {ids} không giới hạn điểm",
            "{fewest}; not counting {ids}, which have no limit"
        )
    }

    fn fewest_with_limit(&self, climb: &Climb<'_>) -> String {
        let lang = self.lang;
        match &climb.way {
            Way::Criteria { criteria, .. } => {
                let adds = |id: &CriterionId| {
                    let mut all = climb.unclaimed.iter();
                    let one = all.find(|one| one.criterion == id);
                    one.map_or_else(String::new, |one| format!(" (+{})", self.points(one.adds)))
                };
                let ids = criteria.iter().map(|id| format!("{id}{}", adds(id)));
                let (count, ids) = (criteria.len(), ids.collect::<Vec<_>>().join(", "));
                say!(
                    lang,
                    "{count} tiêu chí: {ids}",
                    ("{}: {ids}", number_of_criteria(count))
                )
            }
            Way::OutOfReach { .. } => phrase(
                "mọi tiêu chí đạt tối đa vẫn chưa đủ",
                "not even all of them",
            )
            .get(lang)
            .to_string(),
            Way::NotKnown => phrase("chưa tính được", "cannot be computed")
                .get(lang)
                .to_string(),
        }
    }

    fn climb(
        &self,
        out: &mut dyn Write,
        unit: &UnitMargins<'_>,
        climb: &Climb<'_>,
    ) -> io::Result<()> {
        let lang = self.lang;
        let (name, grade) = (paint(STRONG, unit.name), climb.grade);
        let (missing, limit) = (self.points(climb.missing), self.points(climb.limit));
        let line = if climb.missing.is_zero() {
            say!(
                lang,
                "  {name}: đủ tổng điểm để xếp {grade} (từ {limit})",
                "  {name}: the total suffices for {grade} (from {limit})"
            )
        } else {
            say!(
                lang,
                "  {name}: thiếu {missing} điểm để xếp {grade} (từ {limit})",
                "  {name}: {missing} points short of {grade} (from {limit})"
            )
        };
        let lacking = self.lacking(&climb.lacking);
        let provisional = match unit.open {
            0 => String::new(),
            open => say!(
                lang,
                "; tạm tính, còn {open} tiêu chí chưa xác định điểm",
                "; provisional, {open} criteria are open"
            ),
        };
        writeln!(out, "\n{line}{lacking}{provisional}")?;
        writeln!(out, "    {}", self.way(climb))?;
        self.criteria(out, climb)
    }

    /// The groups that keep a grade from a unit, as a sentence goes on; empty where none does.
    fn lacking(&self, lacking: &[LackingGroup]) -> String {
        let lang = self.lang;
        let groups = lacking.iter().map(|one| {
            let name = self.group(&one.group);
            let more = self.points(one.needed - one.points);
            let needed = self.points(one.needed);
            say!(
                lang,
                "nhóm {name} thiếu {more} (cần {needed})",
                "group {name} lacks {more} (needs {needed})"
            )
        });
        let groups: Vec<String> = groups.collect();
        if groups.is_empty() {
            return String::new();
        }
        let (but, groups) = (phrase("; ", "; ").get(lang), groups.join(", "));
        format!("{but}{groups}")
    }

    fn way(&self, climb: &Climb<'_>) -> String {
        let lang = self.lang;
        match &climb.way {
            Way::Criteria { criteria, total } => {
                let total = self.points(*total);
                let count = criteria.len();
                let ids = criteria.iter().map(|id| id.0.as_str());
                let ids = ids.collect::<Vec<_>>().join(", ");
                say!(
                    lang,
                    "→ ít nhất {count} tiêu chí phải đạt tối đa, chẳng hạn {ids}: tổng thành {total}",
                    (
                        "→ at least {} with the most points, such as {ids}: the total becomes {total}",
                        number_of_criteria(count)
                    )
                )
            }
            Way::OutOfReach { total, lacking } => {
                let total = self.points(*total);
                let groups = self.lacking(lacking);
                say!(
                    lang,
                    "→ dù mọi tiêu chí đạt tối đa vẫn chưa đủ: tổng {total}{groups}",
                    "→ not even with every criterion at its most: a total of {total}{groups}"
                )
            }
            Way::NotKnown => phrase(
                "→ chưa tính được tiêu chí nào đưa đơn vị lên mức trên",
                "→ which criteria would carry it over cannot be computed",
            )
            .get(lang)
            .to_string(),
        }
    }

    /// Those that left most, with those of the fewest that are enough.
    fn criteria(&self, out: &mut dyn Write, climb: &Climb<'_>) -> io::Result<()> {
        let lang = self.lang;
        let chosen: &[&CriterionId] = match &climb.way {
            Way::Criteria { criteria, .. } => criteria,
            Way::OutOfReach { .. } | Way::NotKnown => &[],
        };
        let all = climb.unclaimed.iter().enumerate();
        let is_shown = |at: usize, one: &Unclaimed<'_>| {
            self.is_whole || at < SHOWN || chosen.contains(&one.criterion)
        };
        let (shown, left): (Vec<_>, Vec<_>) = all.partition(|(at, one)| is_shown(*at, one));
        let rows: Vec<Vec<String>> = shown.iter().map(|(_, one)| self.line(one)).collect();
        let layout = Layout {
            columns: &[
                ColumnContent::Short,
                ColumnContent::Words,
                ColumnContent::Number,
                ColumnContent::Number,
                ColumnContent::Words,
            ],
            indent: 4,
            width: self.width,
        };
        table::write(out, &rows, &layout)?;
        if left.is_empty() {
            return Ok(());
        }
        let count = left.len();
        let points: Points = left.iter().map(|(_, one)| one.unclaimed).sum();
        let points = self.points(points);
        let unit = phrase("thêm tên đơn vị", "name the unit").get(lang);
        writeln!(
            out,
            "{}",
            say!(
                lang,
                "    … và {count} tiêu chí khác còn {points} điểm ({unit} vào lệnh để xem đủ)",
                "    … and {count} more that left {points} points ({unit} to see all)"
            )
        )
    }

    fn line(&self, one: &Unclaimed<'_>) -> Vec<String> {
        let lang = self.lang;
        let counted = one
            .counted
            .map_or_else(|| "?".to_string(), |points| self.points(points));
        let is_penalty = one.counted.is_some_and(|points| points < Points::ZERO);
        let mut notes = Vec::new();
        if one.suffices {
            notes.push(phrase("riêng tiêu chí này đủ", "enough by itself").get(lang));
        }
        match one.counted_by {
            CountedBy::LeftOut => {
                notes.push(phrase("để trống, không tính", "blank, left out").get(lang));
            }
            CountedBy::Open => notes.push(phrase("chưa xác định điểm", "open").get(lang)),
            CountedBy::Given => {
                notes.push(phrase("tỉnh cho điểm", "given by the province").get(lang));
            }
            CountedBy::PassedOver => {
                notes.push(phrase("tiêu chí khác được lấy điểm", "another one counts").get(lang));
            }
            CountedBy::Appraised => {
                notes.push(phrase("điểm thẩm định trong phiếu", "appraised in the form").get(lang));
            }
            CountedBy::Decided => notes.push(phrase("theo quyết định", "decided").get(lang)),
            CountedBy::Claim
            | CountedBy::Blank
            | CountedBy::Exempt
            | CountedBy::OtherLevel
            | CountedBy::Figures => {}
        }
        if is_penalty {
            notes.push(phrase("điểm trừ", "penalty").get(lang));
        } else if one.outside_total {
            notes.push(phrase("điểm cộng", "bonus").get(lang));
        }
        vec![
            one.criterion.to_string(),
            one.name.to_string(),
            format!("{counted}/{}", self.points(one.maximum)),
            format!("+{}", self.points(one.adds)),
            notes.join(", "),
        ]
    }
}

/// So many criteria, in English.
fn number_of_criteria(count: usize) -> String {
    match count {
        1 => "1 criterion".to_string(),
        count => format!("{count} criteria"),
    }
}
