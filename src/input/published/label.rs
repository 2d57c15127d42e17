//! The words by which the columns of a result table are known.
//!
//! In: a heading. Out: what its column holds. All words are here, in the form of [`crate::base::text::key`].

use std::collections::HashMap;

use crate::base::ids::GroupId;
use crate::base::text;
use crate::campaign::scheme::{Group, Scheme};

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// The number of the row.
    Number,
    /// The unit's name.
    Name,
    /// The points of a criterion group.
    Group(GroupId),
    /// The total.
    Total,
    /// The grade.
    Grade,
    /// The place.
    Place,
    /// Remarks.
    Remark,
}

const WORDS: &[(Role, &[&str])] = &[
    (Role::Number, &["tt", "stt", "số tt", "số thứ tự", "no"]),
    (
        Role::Name,
        &[
            "tên đơn vị",
            "đơn vị",
            "tên các đơn vị",
            "các đơn vị",
            "tên cơ quan",
            "cơ quan",
            "cơ quan đơn vị",
            "tên cơ quan đơn vị",
            "tên đơn vị cơ quan",
            "sở ban ngành",
            "các sở ban ngành",
            "tên sở ban ngành",
            "huyện thành phố",
            "ubnd huyện thành phố",
            "ubnd các huyện thành phố",
            "xã phường",
            "ubnd xã phường",
            "ubnd các xã phường",
            "unit",
        ],
    ),
    (
        Role::Total,
        &[
            "tổng điểm",
            "tổng cộng",
            "tổng số điểm",
            "tổng cộng điểm",
            "tổng số",
            "tổng",
            "điểm tổng",
            "điểm tổng cộng",
            "tổng điểm đánh giá",
            "tổng điểm đạt được",
            "total",
        ],
    ),
    (
        Role::Grade,
        &[
            "xếp loại",
            "kết quả xếp loại",
            "mức xếp loại",
            "đánh giá xếp loại",
            "loại",
            "grade",
        ],
    ),
    (
        Role::Place,
        &[
            "thứ hạng",
            "xếp hạng",
            "hạng",
            "xếp thứ",
            "vị thứ",
            "vị trí",
            "thứ bậc",
            "kết quả xếp hạng",
            "rank",
        ],
    ),
    (Role::Remark, &["ghi chú", "remarks"]),
];

/// The headings that are known, each with its role.
#[derive(Debug)]
pub struct Labels {
    by_key: HashMap<String, Role>,
}

impl Labels {
    /// The words of this file, and the names of a scheme's groups and levels.
    pub fn new(scheme: &Scheme) -> Labels {
        let words = WORDS.iter().flat_map(|(role, words)| {
            words
                .iter()
                .map(move |word| (text::key(word), role.clone()))
        });
        let groups = scheme.groups.iter().flat_map(|group| {
            names(group).map(|name| (text::key(name), Role::Group(group.id.clone())))
        });
        let levels = scheme.levels.iter();
        let levels = levels.map(|level| (text::key(&level.units), Role::Name));
        let mut by_key = HashMap::new();
        for (key, role) in words.chain(groups).chain(levels) {
            by_key.entry(key).or_insert(role);
        }
        Labels { by_key }
    }

    /// The role of a heading. Numbering before it and what stands in parentheses do not matter: `1. Hạ tầng (100 điểm)`.
    pub fn role(&self, heading: &str) -> Option<&Role> {
        let known = |key: &str| {
            let whole = self.by_key.get(key);
            whole.or_else(|| self.by_key.get(without_number(key)?))
        };
        known(&text::key(heading)).or_else(|| {
            let open = heading.find(['(', '['])?;
            known(&text::key(heading.get(..open)?))
        })
    }
}

/// The names that a group goes by.
fn names(group: &Group) -> impl Iterator<Item = &str> {
    [Some(group.name.as_str()), group.short.as_deref()]
        .into_iter()
        .flatten()
        .chain(group.aliases.iter().map(String::as_str))
}

/// A key without the number that it begins with.
fn without_number(key: &str) -> Option<&str> {
    let key = key.strip_prefix("nhóm ").unwrap_or(key);
    let (first, rest) = key.split_once(' ')?;
    first.bytes().all(|b| b.is_ascii_digit()).then_some(rest)
}

/// Whether the name column of a row says that it holds maxima, sums or averages.
pub fn is_summary(name: &str) -> bool {
    const SUMMARIES: [&str; 16] = [
        "điểm tối đa",
        "điểm chuẩn",
        "tối đa",
        "thang điểm",
        "tổng",
        "tổng cộng",
        "tổng số",
        "cộng",
        "trung bình",
        "điểm trung bình",
        "bình quân",
        "điểm bình quân",
        "cao nhất",
        "thấp nhất",
        "maximum",
        "average",
    ];
    let key = text::key(name);
    SUMMARIES.contains(&key.as_str())
}
