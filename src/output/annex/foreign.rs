//! What stands in an annex that is no text: somebody has put it there.
//!
//! In: the name of an element. Out: whether it is such a thing. Not for: what becomes of it.

/// What a run may hold that is text, or says nothing of it. All else, such as a picture or a symbol, somebody has put there.
const OF_RUNS: [&str; 14] = [
    "w:rPr",
    "w:t",
    "w:tab",
    "w:br",
    "w:cr",
    "w:noBreakHyphen",
    "w:softHyphen",
    "w:fldChar",
    "w:instrText",
    "w:footnoteReference",
    "w:footnoteRef",
    "w:separator",
    "w:continuationSeparator",
    "w:lastRenderedPageBreak",
];
/// Elements around runs and paragraphs that only a person adds.
const ADDED: [&str; 9] = [
    "w:ins",
    "w:del",
    "w:moveFrom",
    "w:moveTo",
    "w:altChunk",
    "w:subDoc",
    "m:oMath",
    "m:oMathPara",
    "mc:AlternateContent",
];

/// Whether an element is a picture, a symbol, a tracked change or the like. `is_in_run`: it stands in a run.
pub(super) fn is_foreign(name: &str, is_in_run: bool) -> bool {
    is_in_run && !OF_RUNS.contains(&name) || ADDED.contains(&name)
}
