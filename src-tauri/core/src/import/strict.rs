//! The grammar of a CSV taken at its word: what csv-core reads silently is counted here as a
//! breach. It chooses between dialects, and finds quotes that pair up wrongly.

use super::records::{Dialect, Quote};

/// What a byte ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ended {
    Nothing,
    Field,
    Record,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    FieldBegins,
    Plain,
    Quoted,
    Escaped,
    Closed,
    /// Closed, and a space behind it.
    ClosedSpace,
}

/// Goes over the bytes of records.
#[derive(Clone, Debug)]
pub(super) struct Strict {
    delimiter: u8,
    quote: Option<u8>,
    escape: Option<u8>,
    state: State,
    /// Places where the grammar is broken: text behind a closing quote, or a quote that an escape
    /// stood before.
    pub(super) breaches: usize,
    /// Fields that were quoted as they should be.
    pub(super) quoted: usize,
    last: u8,
}

impl Strict {
    pub(super) fn new(dialect: Dialect) -> Self {
        Self {
            delimiter: dialect.delimiter,
            quote: dialect.quote.byte(),
            escape: dialect.quote.escape(),
            state: State::FieldBegins,
            breaches: 0,
            quoted: 0,
            last: 0,
        }
    }

    /// Begins a record.
    pub(super) fn begin(&mut self) {
        self.state = State::FieldBegins;
        self.breaches = 0;
        self.quoted = 0;
    }

    /// Inside quotes after what was seen so far.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.state, State::Quoted | State::Escaped)
    }

    pub(super) fn all(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.byte(*byte);
        }
    }

    /// Takes a byte; says what it ended. A line end inside quotes ends nothing.
    pub(super) fn byte(&mut self, byte: u8) -> Ended {
        let before = std::mem::replace(&mut self.last, byte);
        match self.state {
            State::Quoted => self.inside(byte, before),
            State::Escaped => {
                // Nobody escapes a letter: rather a path, and no escape at all.
                self.breaches += usize::from(byte.is_ascii_alphanumeric());
                self.state = State::Quoted;
            }
            State::FieldBegins if Some(byte) == self.quote => self.state = State::Quoted,
            State::Closed if Some(byte) == self.quote => self.state = State::Quoted,
            _ => return self.outside(byte),
        }
        Ended::Nothing
    }

    fn inside(&mut self, byte: u8, before: u8) {
        if Some(byte) == self.escape {
            self.state = State::Escaped;
        } else if Some(byte) == self.quote {
            self.breaches += usize::from(self.escape.is_none() && before == b'\\');
            self.state = State::Closed;
        }
    }

    fn outside(&mut self, byte: u8) -> Ended {
        let closed = matches!(self.state, State::Closed | State::ClosedSpace);
        let ended = match byte {
            b'\r' | b'\n' => Ended::Record,
            byte if byte == self.delimiter => Ended::Field,
            b' ' if closed => {
                self.state = State::ClosedSpace;
                return Ended::Nothing;
            }
            _ => {
                self.breaches += usize::from(closed);
                self.state = State::Plain;
                return Ended::Nothing;
            }
        };
        self.quoted += usize::from(closed);
        self.state = State::FieldBegins;
        ended
    }
}

impl Quote {
    /// The byte around fields.
    pub(super) fn byte(self) -> Option<u8> {
        match self {
            Self::Double | Self::DoubleEscaped => Some(b'"'),
            Self::Single | Self::SingleEscaped => Some(b'\''),
            Self::None => None,
        }
    }

    /// The byte that takes the meaning of the next inside quotes.
    pub(super) fn escape(self) -> Option<u8> {
        matches!(self, Self::DoubleEscaped | Self::SingleEscaped).then_some(b'\\')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaches(text: &str, quote: Quote) -> usize {
        let mut strict = Strict::new(Dialect { quote, ..Dialect::of(b',') });
        strict.all(text.as_bytes());
        strict.breaches
    }

    #[test]
    fn what_breaks_the_grammar_is_counted() {
        assert_eq!(breaches("a,\"b \"\"x\"\"\",c\n", Quote::Double), 0);
        assert_eq!(breaches("a,\"b\nc\" ,d\n", Quote::Double), 0);
        assert_eq!(breaches("1,\"a,2\n2,\"b,3\n", Quote::Double), 1);
        assert_eq!(breaches("1,\"a 12\\\" b\",3\n", Quote::Double), 2);
        assert_eq!(breaches("1,\"a 12\\\" b\",3\n", Quote::DoubleEscaped), 0);
        assert_eq!(breaches("1,\"C:\\new\",3\n", Quote::DoubleEscaped), 1);
        assert_eq!(breaches("24\" screen,5\n", Quote::Double), 0);
    }
}
