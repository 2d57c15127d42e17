//! What is taken out of an .xlsx package before the parser sees it, for speed alone.
//!
//! In: a package whose parts hold what they hold. Out: the same values in fewer bytes. The only door to it, so that it can be
//! closed: a reading without it must give the same workbook, which the spoiler and a target of `fuzz/` compare. What each of them
//! buys is in `docs/performance.md`. Not for: what has to go so that the parser reads rightly, or at all.

use crate::input::read::blanks::drop_blanks;
use crate::input::read::decoration::drop_decoration;
use crate::input::read::package::Package;
use crate::input::read::styles::Formats;

/// Whether what holds no value is taken out of packages before they are parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shortcuts {
    /// As in every run.
    Taken,
    /// For a comparison.
    Off,
}

impl Shortcuts {
    /// Takes decoration out of the part of styles, before formats are read from it.
    pub(super) fn before_formats(self, package: &mut Package, styles: usize) {
        if self == Shortcuts::Taken {
            package.shorten(styles, drop_decoration);
        }
    }

    /// Whether the parser need not see the part of styles; it is out of its sight then.
    pub(super) fn hides(self, package: &mut Package, styles: usize, formats: &Formats) -> bool {
        let is_hidden = self == Shortcuts::Taken && !formats.may_hold_dates();
        if is_hidden {
            package.hide(styles);
        }
        is_hidden
    }

    /// Takes blank cells out of a sheet, and what only decorates. There are to be no comments and no CDATA in it.
    pub(super) fn before_cells(self, package: &mut Package, sheet: usize, formats: &Formats) {
        if self == Shortcuts::Taken {
            package.shorten(sheet, |part| {
                drop_blanks(part, |style| formats.decorates(style))
            });
        }
    }
}
