//! Tokens to an expression, by Excel's order of operators: percent, powers, products, sums, joined texts, comparisons; a
//! minus sign binds most, and operators of one rank work from left to right.
//!
//! In: the tokens of a formula. Out: an expression whose depth is bounded.

use crate::base::formula::NotSimple;
use crate::base::formula::function::Function;
use crate::base::formula::lex::Token;
use crate::base::formula::reference::Reference;
use crate::base::points::Decimal;

/// How deep brackets and functions may stand in each other: Excel's limit.
const MAX_DEPTH: usize = 64;

/// Operators by rank, those that bind least first.
const RANKS: [&[char]; 5] = [
    &['=', '<', '>', '≤', '≥', '≠'],
    &['&'],
    &['+', '-'],
    &['*', '/'],
    &['^'],
];

/// An expression.
#[derive(Debug)]
pub enum Expression {
    /// A number.
    Number(Decimal),
    /// A text.
    Text(String),
    /// TRUE or FALSE.
    Bool(bool),
    /// An error value.
    Error(&'static str),
    /// Cells.
    Reference(Reference),
    /// An argument that is left out.
    Missing,
    /// A number, negated so many times.
    Minus(Box<Expression>, usize),
    /// A number, divided by 100 so many times.
    Percent(Box<Expression>, usize),
    /// Operators of one rank, from left to right.
    Chain(Box<Expression>, Vec<(char, Expression)>),
    /// A function and its arguments.
    Call(Function, Vec<Expression>),
}

/// Parses a formula.
///
/// # Errors
/// [`NotSimple`]: it is none, or too deep, or has names that simple formulas do not have.
pub fn parse(tokens: Vec<Token>) -> Result<Expression, NotSimple> {
    let mut parser = Parser {
        tokens: tokens.into_iter().peekable(),
        depth: 0,
    };
    let expression = parser.rank(0)?;
    match parser.tokens.next() {
        None => Ok(expression),
        Some(_) => Err(NotSimple::Unsupported),
    }
}

struct Parser {
    tokens: std::iter::Peekable<std::vec::IntoIter<Token>>,
    depth: usize,
}

impl Parser {
    fn take(&mut self, marks: &[char]) -> Option<char> {
        let is_it = |token: &Token| matches!(token, Token::Mark(mark) if marks.contains(mark));
        match self.tokens.next_if(is_it)? {
            Token::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    fn rank(&mut self, rank: usize) -> Result<Expression, NotSimple> {
        let Some(operators) = RANKS.get(rank) else {
            return self.percent();
        };
        let first = self.rank(rank + 1)?;
        let mut others = Vec::new();
        while let Some(operator) = self.take(operators) {
            others.push((operator, self.rank(rank + 1)?));
        }
        Ok(if others.is_empty() {
            first
        } else {
            Expression::Chain(Box::new(first), others)
        })
    }

    /// An operand with its signs before and its percent signs behind.
    fn percent(&mut self) -> Result<Expression, NotSimple> {
        let mut minus = 0;
        while let Some(sign) = self.take(&['+', '-']) {
            minus += usize::from(sign == '-');
        }
        let mut operand = self.operand()?;
        if minus > 0 {
            operand = Expression::Minus(Box::new(operand), minus);
        }
        let mut percent = 0;
        while self.take(&['%']).is_some() {
            percent += 1;
        }
        Ok(if percent > 0 {
            Expression::Percent(Box::new(operand), percent)
        } else {
            operand
        })
    }

    fn operand(&mut self) -> Result<Expression, NotSimple> {
        Ok(match self.tokens.next().ok_or(NotSimple::Unsupported)? {
            Token::Number(value) => Expression::Number(value),
            Token::Text(text) => Expression::Text(text),
            Token::Error(error) => Expression::Error(error),
            Token::Reference(reference) => Expression::Reference(reference),
            Token::Mark('(') => self.deeper(|parser| {
                let inner = parser.rank(0)?;
                parser.take(&[')']).ok_or(NotSimple::Unsupported)?;
                Ok(inner)
            })?,
            Token::Name(name) => self.name(&name)?,
            Token::Mark(_) => return Err(NotSimple::Unsupported),
        })
    }

    fn name(&mut self, name: &str) -> Result<Expression, NotSimple> {
        if self.take(&['(']).is_some() {
            let function = Function::named(name).ok_or(NotSimple::Unsupported)?;
            let arguments = self.deeper(Self::arguments)?;
            return match function {
                Function::True | Function::False if arguments.is_empty() => {
                    Ok(Expression::Bool(function == Function::True))
                }
                _ if function.takes(arguments.len()) => Ok(Expression::Call(function, arguments)),
                _ => Err(NotSimple::Unsupported),
            };
        }
        match name {
            "TRUE" => Ok(Expression::Bool(true)),
            "FALSE" => Ok(Expression::Bool(false)),
            _ => Err(NotSimple::Unsupported),
        }
    }

    fn arguments(&mut self) -> Result<Vec<Expression>, NotSimple> {
        let mut arguments = Vec::new();
        if self.take(&[')']).is_some() {
            return Ok(arguments);
        }
        loop {
            let is_missing = matches!(self.tokens.peek(), Some(Token::Mark(',' | ';' | ')')));
            arguments.push(if is_missing {
                Expression::Missing
            } else {
                self.rank(0)?
            });
            match self.take(&[',', ';', ')']) {
                Some(')') => return Ok(arguments),
                Some(_) => {}
                None => return Err(NotSimple::Unsupported),
            }
        }
    }

    fn deeper<T>(
        &mut self,
        inner: impl FnOnce(&mut Self) -> Result<T, NotSimple>,
    ) -> Result<T, NotSimple> {
        if self.depth == MAX_DEPTH {
            return Err(NotSimple::TooMuch);
        }
        self.depth += 1;
        let found = inner(self);
        self.depth -= 1;
        found
    }
}
