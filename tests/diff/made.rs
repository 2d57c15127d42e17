//! Sides made of a few words.

use tonghop::base::points::Decimal;
use tonghop::result::report::kind::Kind;
use tonghop::result::report::row::{DataRow, status};

/// Rows of `Dữ liệu`, while they are put together.
#[derive(Clone, Debug, Default)]
pub struct Made {
    /// The rows.
    pub rows: Vec<DataRow<'static>>,
    order: u32,
}

impl Made {
    /// A year with one group of criteria, and the group of bonus and penalty.
    pub fn new(year: i32, criteria: &[(&str, &str, i64)], levels: &[&str]) -> Made {
        let mut made = Made::default();
        made.fact(Kind::Year, Some(year.into()), "");
        made.fact(Kind::Scheme, None, "thu 1");
        let total: i64 = criteria.iter().map(|(_, _, maximum)| maximum).sum();
        made.fact(Kind::TotalMaximum, Some(total.into()), "");
        for (order, level) in (1_i64..).zip(levels) {
            made.fact(Kind::Level, Some(order.into()), level).level = (*level).to_string().into();
            let mut group = made
                .fact(Kind::Maximum, Some(total.into()), "Nhóm một")
                .clone();
            made.rows.pop();
            (group.level, group.group) = ((*level).to_string().into(), "1".into());
            made.rows.push(group.clone());
            for (id, name, maximum) in criteria {
                let mut row = group.clone();
                row.criterion = (*id).to_string().into();
                row.text = (*name).to_string().into();
                row.value = Some((*maximum).into());
                made.rows.push(row);
            }
            let mut bonus = group;
            (bonus.group, bonus.text) = ("2".into(), "Cộng trừ".into());
            made.rows.push(bonus.clone());
            bonus.kind = Kind::Outside;
            made.rows.push(bonus);
        }
        made
    }

    /// A row about no unit.
    pub fn fact(
        &mut self,
        kind: Kind,
        value: Option<Decimal>,
        text: &str,
    ) -> &mut DataRow<'static> {
        self.rows.push(DataRow {
            kind,
            value,
            text: text.to_string().into(),
            status: status::FINAL.into(),
            ..DataRow::default()
        });
        self.rows.last_mut().unwrap()
    }

    /// What became of units.
    pub fn succession(&mut self, relation: &str, text: &str) {
        self.fact(Kind::Succession, None, text).status = relation.to_string().into();
    }

    /// A unit without a result.
    pub fn missing(&mut self, unit: &str, name: &str) -> DataRow<'static> {
        let (level, code) = unit.split_once('/').unwrap();
        self.order += 1;
        let row = DataRow {
            level: level.to_string().into(),
            code: code.to_string().into(),
            unit: name.to_string().into(),
            kind: Kind::Return,
            value: Some(self.order.into()),
            status: status::EMPTY.to_string().into(),
            ..DataRow::default()
        };
        self.rows.push(row.clone());
        row
    }

    /// A unit with scores: criterion, claim, what counts (`None`: open), whether it is exempt. The total is the sum and more.
    pub fn unit(&mut self, unit: &str, name: &str, scores: &[Score], more: i64) {
        let mut row = self.missing(unit, name);
        self.rows.pop();
        row.status = status::READ.into();
        row.file = format!("{unit}.xlsx").into();
        self.rows.push(row.clone());
        let mut sum = Decimal::ZERO;
        for (id, claimed, counted, exempt) in scores {
            row.group = id.split('.').next().unwrap().to_string().into();
            row.criterion = (*id).to_string().into();
            (row.sheet, row.cell) = ("Nhóm".into(), "F8".into());
            row.kind = Kind::Claimed;
            row.value = claimed.map(tenths);
            self.rows.push(row.clone());
            row.kind = Kind::Counted;
            row.value = counted.filter(|_| !exempt).map(tenths);
            row.status = if *exempt {
                status::EXEMPT
            } else {
                status::FINAL
            }
            .to_string()
            .into();
            sum = sum.checked_add(row.value.unwrap_or_default()).unwrap();
            self.rows.push(row.clone());
        }
        (row.criterion, row.cell) = ("".into(), "".into());
        for group in ["1", "2"] {
            row.group = group.to_string().into();
            row.kind = Kind::Group;
            let own = self.rows.iter().filter(|one| {
                one.code == row.code
                    && one.level == row.level
                    && one.group == group
                    && one.kind == Kind::Counted
            });
            row.value = Decimal::checked_sum(own.filter_map(|one| one.value));
            self.rows.push(row.clone());
        }
        row.group = String::new().into();
        row.kind = Kind::Total;
        row.value = sum.checked_add(tenths(more));
        self.rows.push(row);
    }
}

/// Criterion, claim and what counts in tenths of a point, whether it is exempt.
pub type Score<'a> = (&'a str, Option<i64>, Option<i64>, bool);

/// Tenths of a point.
pub fn tenths(value: i64) -> Decimal {
    Decimal::new(value, 1)
}
