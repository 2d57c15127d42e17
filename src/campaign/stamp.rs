//! What a blank form of ours says of itself, out of sight: the custom document properties of its workbook.
//!
//! In: nothing; these are their names. Out: the same names for who writes forms and who reads them. It helps, and nothing depends on
//! it: office programs lose properties.

/// The scheme's id.
pub const STAMP_SCHEME: &str = "tonghop-scheme";
/// The scheme's version.
pub const STAMP_VERSION: &str = "tonghop-version";
/// The unit's code.
pub const STAMP_UNIT: &str = "tonghop-unit";
/// The unit's level.
pub const STAMP_LEVEL: &str = "tonghop-level";
