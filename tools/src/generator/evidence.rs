//! Evidence and explanations: documents with numbers and dates, different in every unit.
//!
//! A document's number grows with its date, as in a real register. All dates are working days of 2017.

use std::error::Error;

use super::dice::Dice;
use super::evidence_texts::{self, Texts};
use super::returns::Return;
use super::scheme::Criterion;

/// What stands beside a score.
#[derive(Default)]
pub struct Proof {
    /// Tài liệu kiểm chứng.
    pub evidence: String,
    /// Giải trình.
    pub explanation: String,
    /// Ghi chú, where somebody added such a column.
    pub note: String,
}

/// Makes up the proofs of one unit.
pub struct Evidence {
    year: u16,
    dice: Dice,
    level: String,
    sign: String,
    report: String,
}

impl Evidence {
    /// Proofs for a unit; the same unit gets the same ones.
    pub fn new(one: &Return) -> Evidence {
        let sign = match one.code.as_str() {
            "VPUBND" => "VP",
            _ if one.level == "huyen" => "UBND",
            "SLDTBXH" => "SLĐTBXH",
            "SGDDT" => "SGDĐT",
            "SKHDT" => "SKHĐT",
            other => other,
        };
        let mut dice = Dice::new(&format!("evidence {}", one.code));
        let report = document(&mut dice, "Báo cáo", "BC", sign, (346, 361));
        Evidence {
            year: one.year,
            level: one.level.clone(),
            sign: sign.to_string(),
            report,
            dice,
        }
    }

    /// The proof of a score in hundredths of a point: evidence above zero, an explanation where points are missing.
    ///
    /// # Errors
    /// When there are no texts for the criterion.
    pub fn of(&mut self, criterion: &Criterion, score: i64) -> Result<Proof, Box<dyn Error>> {
        let mut proof = self.of_sample_year(criterion, score)?;
        let year = self.year.to_string();
        for text in [&mut proof.evidence, &mut proof.explanation, &mut proof.note] {
            *text = text.replace("2017", &year);
        }
        Ok(proof)
    }

    fn of_sample_year(
        &mut self,
        criterion: &Criterion,
        score: i64,
    ) -> Result<Proof, Box<dyn Error>> {
        let texts = evidence_texts::of(&criterion.id)
            .ok_or_else(|| format!("no texts for {}", criterion.id))?;
        let maximum = 100 * i64::from(criterion.maximum.at(&self.level));
        let mut proof = Proof::default();
        if score > 0 {
            proof.evidence = self.filled(texts.evidence);
        }
        if score < maximum && (score <= 0 || self.dice.between(0, 2) == 0) {
            proof.explanation = self.explained(texts, score);
        }
        if score < 0 {
            proof.explanation = self.filled(texts.none);
        }
        let note = self.dice.between(0, 11);
        proof.note = match note {
            0 => "Đã đối chiếu".to_string(),
            1 if score > 0 => "Kèm bản sao".to_string(),
            2 => "Tính đến 31/12".to_string(),
            _ => String::new(),
        };
        Ok(proof)
    }

    fn explained(&mut self, texts: &Texts, score: i64) -> String {
        let outside = texts.id.starts_with('7');
        match (score, outside) {
            (0, true) => String::new(),
            (0, false) => self.filled(texts.none),
            _ => self.filled(texts.some),
        }
    }

    /// One of the texts with its documents filled in.
    fn filled(&mut self, variants: &[&str]) -> String {
        let text = self.dice.pick(variants).unwrap_or_default();
        let mut filled = text.replace("{report}", &self.report);
        for (mark, title, kind, days) in [
            ("{decision}", "Quyết định", "QĐ", (16, 320)),
            ("{plan}", "Kế hoạch", "KH", (9, 75)),
            ("{letter}", "Công văn", "CV", (40, 345)),
            ("{notice}", "Thông báo", "TB", (12, 300)),
            ("{list}", "Báo cáo", "BC", (180, 354)),
        ] {
            if filled.contains(mark) {
                let document = document(&mut self.dice, title, kind, &self.sign, days);
                filled = filled.replace(mark, &document);
            }
        }
        for (mark, days) in [("{date}", (45, 340)), ("{end}", (345, 361))] {
            if filled.contains(mark) {
                let day = working_day(&mut self.dice, days);
                filled = filled.replace(mark, &date(day));
            }
        }
        if filled.contains("{number}") {
            let number = self.dice.between(3, 96).to_string();
            filled = filled.replace("{number}", &number);
        }
        filled
    }
}

/// A document such as `Báo cáo số 287/BC-STC ngày 12/12/2017`; `days` are days of the year, from 0.
fn document(dice: &mut Dice, title: &str, kind: &str, sign: &str, days: (i64, i64)) -> String {
    let day = working_day(dice, days);
    let per_year = match kind {
        "CV" => dice.between(1900, 2300),
        "QĐ" => dice.between(300, 380),
        "BC" => dice.between(280, 330),
        _ => dice.between(90, 130),
    };
    let number = (day + 1) * per_year / 365 + 1;
    let name = match kind {
        "CV" => {
            let desk = match sign {
                "VP" => "KGVX",
                "UBND" => "VX",
                _ => "VP",
            };
            format!("{number}/{sign}-{desk}")
        }
        _ => format!("{number}/{kind}-{sign}"),
    };
    format!("{title} số {name} ngày {}", date(day))
}

/// Public holidays of 2017 on working days, counted from 0: New Year's Tết, 6 April, 1 and 2 May, 4 September.
const HOLIDAYS: [i64; 9] = [25, 26, 29, 30, 31, 95, 120, 121, 246];

/// A day of 2017, from 0, on which offices work. 1 January 2017 was a Sunday.
fn working_day(dice: &mut Dice, (first, last): (i64, i64)) -> i64 {
    let day = dice.between(first, last);
    let weekday = match day % 7 {
        0 => day + 1,
        6 => day - 1,
        _ => day,
    };
    if HOLIDAYS.contains(&weekday) {
        weekday + 7
    } else {
        weekday
    }
}

/// A day of 2017, from 0, as `12/12/2017`.
fn date(day: i64) -> String {
    let mut left = day;
    let mut month = 1;
    for length in [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if left < length {
            break;
        }
        left -= length;
        month += 1;
    }
    format!("{:02}/{month:02}/2017", left + 1)
}
