//! Texts of workbooks in records (.xls, .xlsb) that are set in several fonts.
//!
//! In: the letters of a text, with the fonts that begin in it. Out: its pieces. Not for: how a record has them.

/// A text, with the fonts that begin at places in it, counted in UTF-16.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RecordText {
    pub(super) units: Vec<u16>,
    pub(super) runs: Vec<(usize, u16)>,
}

impl RecordText {
    /// The text as it is.
    pub(super) fn plain(&self) -> String {
        String::from_utf16_lossy(&self.units)
    }

    /// The text with these signs around its pieces, by their fonts.
    pub(super) fn signed(&self, signs: impl Fn(Option<u16>) -> Option<(char, char)>) -> String {
        let mut value = String::new();
        for (piece, font) in self.pieces().filter(|(piece, _)| !piece.is_empty()) {
            match signs(font) {
                Some((start, end)) => {
                    value.push(start);
                    value.push_str(&piece);
                    value.push(end);
                }
                None => value.push_str(&piece),
            }
        }
        value
    }

    /// The pieces with their fonts; before the first run that of the cell.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (String, Option<u16>)> {
        let starts = std::iter::once((0, None))
            .chain(self.runs.iter().map(|(start, font)| (*start, Some(*font))));
        let ends = self
            .runs
            .iter()
            .map(|(start, _)| *start)
            .chain([self.units.len()]);
        starts.zip(ends).map(|((start, font), end)| {
            let units = self.units.get(start..end).unwrap_or_default();
            (String::from_utf16_lossy(units), font)
        })
    }
}
