//! The functions that simple formulas use.
//!
//! In: a name. Out: the function, and how many arguments it takes.

/// A function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // Each is Excel's function of this name.
pub enum Function {
    Abs,
    And,
    Average,
    Count,
    CountA,
    CountIf,
    False,
    If,
    IfError,
    Int,
    Max,
    Min,
    Na,
    Not,
    Or,
    Product,
    Round,
    RoundDown,
    RoundUp,
    Sum,
    True,
}

const FUNCTIONS: [(&str, Function, usize, usize); 21] = [
    ("ABS", Function::Abs, 1, 1),
    ("AND", Function::And, 1, 255),
    ("AVERAGE", Function::Average, 1, 255),
    ("COUNT", Function::Count, 1, 255),
    ("COUNTA", Function::CountA, 1, 255),
    ("COUNTIF", Function::CountIf, 2, 2),
    ("FALSE", Function::False, 0, 0),
    ("IF", Function::If, 2, 3),
    ("IFERROR", Function::IfError, 2, 2),
    ("INT", Function::Int, 1, 1),
    ("MAX", Function::Max, 1, 255),
    ("MIN", Function::Min, 1, 255),
    ("NA", Function::Na, 0, 0),
    ("NOT", Function::Not, 1, 1),
    ("OR", Function::Or, 1, 255),
    ("PRODUCT", Function::Product, 1, 255),
    ("ROUND", Function::Round, 2, 2),
    ("ROUNDDOWN", Function::RoundDown, 2, 2),
    ("ROUNDUP", Function::RoundUp, 2, 2),
    ("SUM", Function::Sum, 1, 255),
    ("TRUE", Function::True, 0, 0),
];

impl Function {
    /// The function of a name in upper case.
    pub fn named(name: &str) -> Option<Function> {
        FUNCTIONS
            .iter()
            .find(|(one, ..)| *one == name)
            .map(|(_, function, ..)| *function)
    }

    /// Whether it takes so many arguments.
    pub fn takes(self, arguments: usize) -> bool {
        FUNCTIONS
            .iter()
            .any(|(_, one, least, most)| *one == self && (*least..=*most).contains(&arguments))
    }
}
