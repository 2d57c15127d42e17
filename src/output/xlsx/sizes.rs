//! Sizes of paper, and what fits between its margins.

/// Paper across.
#[derive(Clone, Copy)]
pub(super) struct Paper {
    /// Excel's number of it.
    pub(super) code: u8,
    /// What it has between the margins, in points.
    pub(super) width: f64,
    /// What it has between the margins, in points.
    pub(super) height: f64,
}

/// A4 across.
pub(super) const A4: Paper = Paper {
    code: 9,
    width: 763.0,
    height: 510.0,
};

/// A3 across.
pub(super) const A3: Paper = Paper {
    code: 8,
    width: 1112.0,
    height: 756.0,
};
