//! How results look, whatever their form: the font, and colours that differ in lightness too, so that they are told apart in black
//! and white.
//!
//! In: nothing. Out: names and colours. Not for: what has which look.

/// The font of a result.
pub(super) const FONT: &str = "Times New Roman";

/// Dark blue, as red, green and blue.
pub(super) const DARK: u32 = 0x001F_4E79;
/// Light blue.
pub(super) const LIGHT: u32 = 0x009D_C3E6;
/// Grey.
pub(super) const GREY: u32 = 0x0080_8080;
/// Fills of things that stand beside each other, dark and light by turns.
pub(super) const FILLS: [u32; 4] = [DARK, LIGHT, 0x0054_8235, 0x00C5_E0B4];
