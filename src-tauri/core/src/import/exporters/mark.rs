//! What a word in some column says of its whole row.

use crate::import::value::folded;
use crate::model::Status;

/// A word in one column that changes how the row is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::import) struct Mark {
    /// The column.
    pub(in crate::import) column: &'static str,
    /// Its words.
    pub(in crate::import) words: Words,
    /// What they mean.
    pub(in crate::import) means: Means,
}

/// Words as a cell spells them: lower case, one `_` between words; an empty one is an empty cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::import) enum Words {
    /// One of these.
    Of(&'static [&'static str]),
    /// Any other than these.
    Not(&'static [&'static str]),
    /// Any that contains none of these.
    Without(&'static [&'static str]),
}

/// What a mark means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::import) enum Means {
    /// Not what the file is about: left out, and said so.
    Aside,
    /// Another line of the row above, with nothing of its own.
    Continues,
    /// Paid once: the row has no service period, so that it is no MRR.
    Once,
    /// Money that went back: the amount of a payment is its refund.
    Back,
    /// A later row of the same subscription goes on: the end this one names is none.
    GoesOn,
    /// The status of the row, whatever its own column says.
    Is(Status),
}

impl Mark {
    /// Whether a trimmed cell has it.
    pub(in crate::import) fn is_on(&self, cell: &[u8]) -> bool {
        let said = folded(cell);
        match self.words {
            Words::Of(words) => words.contains(&said.as_str()),
            Words::Not(words) => !words.contains(&said.as_str()),
            Words::Without(words) => !words.iter().any(|word| said.contains(word)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_their_dress() {
        let mark = |words| Mark { column: "type", words, means: Means::Aside };
        assert!(mark(Words::Of(&["add_on"])).is_on(b"Add-on"));
        assert!(!mark(Words::Of(&["add_on"])).is_on(b""));
        assert!(mark(Words::Of(&[""])).is_on(b""));
        assert!(mark(Words::Not(&["completed"])).is_on(b"started"));
        assert!(!mark(Words::Not(&["completed", ""])).is_on(b""));
        assert!(!mark(Words::Without(&["won"])).is_on(b"Closed Won (Sales)"));
        assert!(mark(Words::Without(&["won"])).is_on(b"Closed lost"));
    }
}
