//! Whose workbook it is, of which year, for which level.

use tonghop::base::cell::CellValue;
use tonghop::campaign::stamp::{STAMP_LEVEL, STAMP_UNIT};
use unicode_normalization::UnicodeNormalization;

use super::{Defect, Stage, harmless, wrong};
use crate::spoiler::dice::Dice;
use crate::spoiler::truth::Spot;
use crate::spoiler::work::Work;

use Stage::Identity;

pub const DEFECTS: &[Defect] = &[
    harmless("S24", Identity, |w, _| {
        w.book.stamp.clear();
        w.book.sheets.retain(|sheet| sheet.name != "_tonghop");
        Some("no stamp".to_string())
    }),
    harmless("F18", Identity, |w, d| {
        w.book.file = format!("bieu mau {}.xlsx", d.below(1000));
        Some(format!("file {}", w.book.file))
    }),
    harmless("E01", Identity, |w, _| {
        w.book.file = w.book.file.nfd().collect();
        Some("file name decomposed".to_string())
    }),
    harmless("E10", Identity, |w, d| {
        cover_as(w, d, |name, _| name.to_uppercase())
    }),
    harmless("E14", Identity, |w, d| {
        cover_as(w, d, |name, _| {
            name.replace(" và ", " & ").replace(", ", ",  ")
        })
    }),
    harmless("B24", Identity, |w, d| {
        let unit = w.truth.plan.registry.get(&w.meant.unit)?;
        let aliases: Vec<String> = unit.aliases.clone();
        let alias = d.pick(&aliases)?.clone();
        cover(w, &alias)
    }),
    wrong("E10", Identity, |w, d| {
        cover_as(w, d, |name, _| without_marks(name))
    }),
    wrong("E12", Identity, |w, d| {
        cover_as(w, d, |name, _| name.replace('ỹ', "ĩ").replace('y', "i"))
    }),
    wrong("E08", Identity, |w, d| {
        cover_as(w, d, |name, _| {
            name.replace("Đăk", "Đắk")
                .replace("Kon Tum", "KonTum")
                .replace("Plông", "Plong")
        })
    }),
    wrong("E09", Identity, |w, d| {
        cover_as(w, d, |name, _| name.replace("H'D", "H ’ d"))
    }),
    wrong("E11", Identity, |w, d| {
        cover_as(w, d, |name, _| {
            name.replace("UBND huyện", "H.").replace("Sở", "S.")
        })
    }),
    wrong("E15", Identity, |w, d| {
        cover_as(w, d, |name, _| {
            name.replace("UBND huyện", "UBND xã").replace("Sở", "Phòng")
        })
    }),
    wrong("F19", Identity, |w, _| cover(w, "Sở Hải dương và Nghề cá")),
    wrong("S24", Identity, |w, _| {
        let spot = w.right_of(&["tên đơn vị", "tên cơ quan", "đơn vị"])?;
        w.sheet(&spot.sheet).cells.remove(&spot.at);
        w.book.stamp.clear();
        Some("no name on the cover, no stamp".to_string())
    }),
    wrong("B23", Identity, |w, d| {
        let other = other_unit(w, d)?;
        cover(w, &other)
    }),
    wrong("B23", Identity, |w, d| {
        let other = other_unit(w, d)?;
        w.book.file = format!("{other}.xlsx");
        Some(format!("file {}", w.book.file))
    }),
    wrong("B23", Identity, |w, d| {
        let others = &w.truth.units;
        let other = &others[d.below(others.len())].unit;
        w.book
            .stamp
            .insert(STAMP_UNIT.to_string(), other.code.clone());
        w.book
            .stamp
            .insert(STAMP_LEVEL.to_string(), other.level.0.to_string());
        (*other != w.meant.unit).then(|| format!("stamp of {}", other.code))
    }),
    wrong("F06", Identity, |w, d| {
        // A file passed on: everything names the other unit, the numbers are this one's.
        // Of a unit that returned nothing it cannot be seen: everything says it is its own return.
        let others: Vec<_> = w.truth.units.iter().map(|one| &one.unit).collect();
        let other = *d.pick(&others)?;
        if *other == w.meant.unit {
            return None;
        }
        let other = w.truth.plan.registry.get(other)?.name.clone();
        let own = w.truth.plan.registry.get(&w.meant.unit)?.name.clone();
        w.book.stamp.clear();
        w.book.file = format!("{other}.xlsx");
        for sheet in &mut w.book.sheets {
            sheet.each_text(&mut |text| {
                if text.to_uppercase() == own.to_uppercase() {
                    other.clone()
                } else {
                    text.to_string()
                }
            });
        }
        cover(w, &other)
    }),
    wrong("F20", Identity, |w, _| {
        for sheet in &mut w.book.sheets {
            sheet.each_text(&mut |text| text.replace("2017", "2016"));
        }
        if let Some(spot) = w.right_of(&["năm đánh giá"]) {
            w.put(&spot, CellValue::Number(2016.0));
        }
        Some("last year's form".to_string())
    }),
    wrong("F20", Identity, |w, _| {
        let spot = w.right_of(&["năm đánh giá"])?;
        w.put(&spot, CellValue::Number(2016.0));
        Some("the cover says 2016".to_string())
    }),
    wrong("F21", Identity, |w, _| {
        let spot = w.right_of(&["cấp"])?;
        let other = if w.meant.unit.level.0 == "tinh" {
            "Cấp huyện"
        } else {
            "Cấp tỉnh"
        };
        w.put_text(&spot, other);
        Some(format!("the cover says {other}"))
    }),
    wrong("F22", Identity, |w, _| {
        let meant = w.meant;
        let spots = meant
            .score_spots
            .values()
            .chain(meant.figure_spots.values());
        for Spot { sheet, at } in spots {
            // Rows may have moved; a blank form is made from the sheets that have not.
            if let Some(sheet) = w.book.sheet(sheet) {
                sheet.cells.remove(at);
            }
        }
        Some("blank".to_string())
    }),
    wrong("F26", Identity, |w, d| {
        let other = d.below(w.truth.units.len());
        let other = &w.truth.units[other];
        let mut cover = other.book.sheets.first()?.clone();
        cover.name = "Trang 2".to_string();
        w.book.sheets.push(cover);
        Some(format!("the first sheet of {} too", other.unit.code))
    }),
];

fn cover(work: &mut Work, name: &str) -> Option<String> {
    let spot = work.right_of(&["tên đơn vị", "tên cơ quan", "đơn vị"])?;
    work.put_text(&spot, name);
    Some(format!("cover {name:?}"))
}

fn cover_as(
    work: &mut Work,
    dice: &mut Dice,
    how: fn(&str, &mut Dice) -> String,
) -> Option<String> {
    let name = work.truth.plan.registry.get(&work.meant.unit)?.name.clone();
    let changed = how(&name, dice);
    if changed == name {
        return None;
    }
    cover(work, &changed)
}

fn other_unit(work: &Work, dice: &mut Dice) -> Option<String> {
    let registry = &work.truth.plan.registry;
    let units: Vec<_> = registry
        .units()
        .filter(|one| one.id != work.meant.unit)
        .collect();
    Some(dice.pick(&units)?.name.clone())
}

fn without_marks(text: &str) -> String {
    let bare = text.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c));
    bare.map(|c| match c {
        'đ' => 'd',
        'Đ' => 'D',
        other => other,
    })
    .collect()
}
