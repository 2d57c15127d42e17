//! Names of things: one type each, so that a unit is never looked up as a criterion.

use std::borrow::Borrow;
use std::fmt;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// A map by names of a scheme, in the order in which they came. Schemes come from those who run the program, so that no
/// hash has to stand against collisions made on purpose.
pub type ById<K, V> = IndexMap<K, V, FxBuildHasher>;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub SmolStr);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $name(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                $name(text.into())
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

id! {
    /// A level of the scheme, such as `tinh`.
    LevelId
}
id! {
    /// A criterion group of the scheme, such as `1`.
    GroupId
}
id! {
    /// A criterion of the scheme, such as `1.1`.
    CriterionId
}
id! {
    /// A figure of the scheme, such as `may_tinh`.
    FigureId
}

/// A unit of the registry. The level is part of it: huyện Sa Thầy is not xã Sa Thầy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UnitId {
    /// The level the unit stands in.
    pub level: LevelId,
    /// The unit's code, unique within the level.
    pub code: String,
}

impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.level, self.code)
    }
}
