//! What can be wrong with a segment.

/// A segment that means nothing in this book.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("segment, character {position}: {problem:?}")]
pub struct Fault {
    /// Where, in characters from 1; 0 when it was not read from a text.
    pub position: usize,
    /// What.
    pub problem: Problem,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text cannot be read from here on.
    Syntax,
    /// Nobody has this attribute.
    UnknownAttribute(String),
    /// An amount is compared with something that is no number.
    NotANumber(String),
    /// A cohort is compared with something that is no period.
    NotAPeriod(String),
}
