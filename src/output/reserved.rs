//! Names that Windows gives to no file.
//!
//! In: the name of a result. Out: whether Windows would refuse it, write to a device instead, or hide the result in a stream of
//! another file (`a:b.xlsx`). Not for: other systems, on which these are names as any other.

/// Devices, which have their names in every folder, whatever extension follows.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// Devices that have a number from 1 to 9 behind them.
const NUMBERED: [&str; 2] = ["com", "lpt"];

/// Whether no file can have this name on Windows.
pub(super) fn is_impossible(name: &str) -> bool {
    let is_refused = |c: char| c.is_control() || r#"<>:"|?*\/"#.contains(c);
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.trim_end_matches(' ').to_lowercase();
    let is_numbered = || {
        let number = NUMBERED.iter().find_map(|start| stem.strip_prefix(start));
        number.is_some_and(|number| {
            matches!(
                number,
                "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
            )
        })
    };
    name.contains(is_refused)
        || name.ends_with(['.', ' '])
        || DEVICES.contains(&stem.as_str())
        || is_numbered()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_and_of_nothing() {
        for name in [
            "a?.xlsx", "a:b.xlsx", "a|b.xlsx", "a\t.xlsx", "a.xlsx.", "a.xlsx ",
        ] {
            assert!(is_impossible(name), "{name}");
        }
        for name in [
            "CON.xlsx",
            "nul",
            "Aux.2017.xlsx",
            "com1.xlsx",
            "LPT9 .xlsx",
            "com².xlsx",
        ] {
            assert!(is_impossible(name), "{name}");
        }
        for name in [
            "kết quả.xlsx",
            "con số.xlsx",
            "com.xlsx",
            "com10.xlsx",
            "com0.xlsx",
            "a..xlsx",
            "nul_2.xlsx",
        ] {
            assert!(!is_impossible(name), "{name}");
        }
    }
}
