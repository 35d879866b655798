//! The text form of a segment: `plan = "Pro" and country in ("NL", "BE") and mrr >= 5000`.
//!
//! Also `or`, `not`, parentheses, `!=`, `<`, `<=`, `>`, `contains "text"`, `is empty`,
//! `is not empty`, `not in`. Words are read in any case. Text stands in double or single quotes, a
//! quote in it is written twice; an attribute whose name is no plain word is quoted too. An empty
//! text means everyone. Positions count characters from 1.

use super::fault::{Fault, Problem};
use super::filter::{Filter, Is, Relation, Test, Value};

/// Parentheses and `not` one may stand in another; deeper text is not a filter anybody wrote.
const DEEPEST: usize = 64;

/// Reads the text form.
///
/// # Errors
/// The position from which on it cannot be read.
pub fn parse(text: &str) -> Result<Filter, Fault> {
    let tokens = tokens(text)?;
    let mut reader = Reader { tokens, at: 0, end: text.chars().count() + 1, depth: 0 };
    if reader.tokens.is_empty() {
        return Ok(Filter::EVERYONE);
    }
    let filter = reader.any()?;
    if reader.at < reader.tokens.len() { Err(reader.fault()) } else { Ok(filter) }
}

/// Whether a name needs no quotes.
pub(super) fn is_word(name: &str) -> bool {
    const KEYWORDS: [&str; 7] = ["and", "or", "not", "in", "is", "empty", "contains"];
    let mut chars = name.chars();
    chars.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && chars.all(continues_word)
        && !KEYWORDS.iter().any(|word| name.eq_ignore_ascii_case(word))
}

fn continues_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.')
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Text(String),
    Number(i64),
    Sign(Relation),
    Open,
    Close,
    Comma,
}

/// The tokens with their positions.
fn tokens(text: &str) -> Result<Vec<(Token, usize)>, Fault> {
    let chars = text.chars().collect::<Vec<_>>();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let start = at;
        let fault = Fault { position: start + 1, problem: Problem::Syntax };
        let next = chars.get(at + 1);
        let token = match c {
            _ if c.is_whitespace() => {
                at += 1;
                continue;
            }
            '(' => Token::Open,
            ')' => Token::Close,
            ',' => Token::Comma,
            '"' | '\'' => {
                let (text, end) = quoted(&chars, at).ok_or(fault)?;
                at = end - 1;
                Token::Text(text)
            }
            '=' | '!' | '<' | '>' => {
                let (relation, length) = sign(c, next).ok_or(fault)?;
                at += length - 1;
                Token::Sign(relation)
            }
            '-' | '0'..='9' => {
                let end = at + 1 + run(&chars[at + 1..], |c| c.is_ascii_digit());
                let digits = chars[at..end].iter().collect::<String>();
                at = end - 1;
                Token::Number(digits.parse().map_err(|_| fault)?)
            }
            _ if c.is_alphabetic() || c == '_' => {
                let end = at + run(&chars[at..], continues_word);
                let word = chars[at..end].iter().collect();
                at = end - 1;
                Token::Word(word)
            }
            _ => return Err(fault),
        };
        at += 1;
        tokens.push((token, start + 1));
    }
    Ok(tokens)
}

fn run(chars: &[char], belongs: impl Fn(char) -> bool) -> usize {
    chars.iter().take_while(|c| belongs(**c)).count()
}

/// The text between quotes and the place after them; `None` when they do not close.
fn quoted(chars: &[char], start: usize) -> Option<(String, usize)> {
    let quote = chars[start];
    let mut text = String::new();
    let mut at = start + 1;
    loop {
        let c = *chars.get(at)?;
        at += 1;
        if c != quote {
            text.push(c);
        } else if chars.get(at) == Some(&quote) {
            text.push(quote);
            at += 1;
        } else {
            return Some((text, at));
        }
    }
}

/// A comparison sign and how many characters it has.
fn sign(c: char, next: Option<&char>) -> Option<(Relation, usize)> {
    match (c, next) {
        ('=', Some('=')) => Some((Relation::Equal, 2)),
        ('=', _) => Some((Relation::Equal, 1)),
        ('!', Some('=')) | ('<', Some('>')) => Some((Relation::Other, 2)),
        ('<', Some('=')) => Some((Relation::AtMost, 2)),
        ('<', _) => Some((Relation::Less, 1)),
        ('>', Some('=')) => Some((Relation::AtLeast, 2)),
        ('>', _) => Some((Relation::More, 1)),
        _ => None,
    }
}

struct Reader {
    tokens: Vec<(Token, usize)>,
    at: usize,
    /// Position after the last character.
    end: usize,
    depth: usize,
}

impl Reader {
    fn any(&mut self) -> Result<Filter, Fault> {
        let mut parts = vec![self.all()?];
        while self.takes_word("or") {
            parts.push(self.all()?);
        }
        Ok(only_or(parts, Filter::Any))
    }

    fn all(&mut self) -> Result<Filter, Fault> {
        let mut parts = vec![self.one()?];
        while self.takes_word("and") {
            parts.push(self.one()?);
        }
        Ok(only_or(parts, Filter::All))
    }

    fn one(&mut self) -> Result<Filter, Fault> {
        if self.depth == DEEPEST {
            return Err(self.fault());
        }
        self.depth += 1;
        let filter = if self.takes_word("not") {
            Filter::Not(Box::new(self.one()?))
        } else if self.takes(&Token::Open) {
            let inner = self.any()?;
            self.expect(&Token::Close)?;
            inner
        } else {
            self.test()?
        };
        self.depth -= 1;
        Ok(filter)
    }

    fn test(&mut self) -> Result<Filter, Fault> {
        let position = self.position();
        let attribute = match self.peek() {
            Some(Token::Word(word)) if is_word(word) => word.clone(),
            Some(Token::Text(text)) => text.clone(),
            _ => return Err(self.fault()),
        };
        self.at += 1;
        let (is, negated) = self.is()?;
        let test = Filter::Test(Test { attribute, position, is });
        Ok(if negated { Filter::Not(Box::new(test)) } else { test })
    }

    /// What an attribute has to be like, and whether it has to be the contrary.
    fn is(&mut self) -> Result<(Is, bool), Fault> {
        if let Some(&Token::Sign(relation)) = self.peek() {
            self.at += 1;
            return Ok((Is::Compared(relation, self.value()?), false));
        }
        if self.takes_word("is") {
            let negated = self.takes_word("not");
            self.expect_word("empty")?;
            return Ok((Is::Empty, negated));
        }
        let negated = self.takes_word("not");
        if self.takes_word("in") {
            return Ok((Is::In(self.list()?), negated));
        }
        self.expect_word("contains")?;
        Ok((Is::Contains(self.value()?.text()), negated))
    }

    fn list(&mut self) -> Result<Vec<Value>, Fault> {
        self.expect(&Token::Open)?;
        let mut values = vec![self.value()?];
        while self.takes(&Token::Comma) {
            values.push(self.value()?);
        }
        self.expect(&Token::Close)?;
        Ok(values)
    }

    fn value(&mut self) -> Result<Value, Fault> {
        let value = match self.peek() {
            Some(Token::Text(text)) => Value::Text(text.clone()),
            Some(Token::Number(number)) => Value::Number(*number),
            _ => return Err(self.fault()),
        };
        self.at += 1;
        Ok(value)
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    fn position(&self) -> usize {
        self.tokens.get(self.at).map_or(self.end, |(_, position)| *position)
    }

    fn fault(&self) -> Fault {
        Fault { position: self.position(), problem: Problem::Syntax }
    }

    fn takes(&mut self, token: &Token) -> bool {
        let found = self.peek() == Some(token);
        self.at += usize::from(found);
        found
    }

    fn takes_word(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Word(one)) if one.eq_ignore_ascii_case(word));
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, token: &Token) -> Result<(), Fault> {
        if self.takes(token) { Ok(()) } else { Err(self.fault()) }
    }

    fn expect_word(&mut self, word: &str) -> Result<(), Fault> {
        if self.takes_word(word) { Ok(()) } else { Err(self.fault()) }
    }
}

/// The only part as it is, several joined.
fn only_or(mut parts: Vec<Filter>, join: impl Fn(Vec<Filter>) -> Filter) -> Filter {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        last => {
            parts.extend(last);
            join(parts)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_example_of_the_contract_is_read() {
        let text = r#"plan = "Pro" and country in ("NL","BE") and mrr >= 5000"#;
        let filter = parse(text).unwrap();
        let Filter::All(parts) = &filter else { panic!("{filter:?}") };
        assert_eq!(parts.len(), 3);
        assert_eq!(
            filter.to_string(),
            r#"plan = "Pro" and country in ("NL", "BE") and mrr >= 5000"#
        );
    }

    #[test]
    fn or_binds_less_than_and_and_not_most() {
        let read = |text: &str| parse(text).unwrap();
        assert_eq!(
            read("a = 1 or b = 2 AND NOT c is empty").to_string(),
            "a = 1 or (b = 2 and not (c is empty))"
        );
        assert_eq!(read("(a = 1 or b = 2) and c = 3").to_string(), "(a = 1 or b = 2) and c = 3");
        assert_eq!(read("a is not empty").to_string(), "not (a is empty)");
        assert_eq!(read("a not in (1, 'x''y')").to_string(), r#"not (a in (1, "x'y"))"#);
        assert!(read("  ").is_everyone());
    }

    #[test]
    fn a_fault_says_where() {
        let position = |text: &str| parse(text).unwrap_err().position;
        assert_eq!(position("plan ="), 7);
        assert_eq!(position("plan = Pro"), 8);
        assert_eq!(position("plan = \"Pro"), 8);
        assert_eq!(position("plan = \"Pro\" country = \"NL\""), 14);
        assert_eq!(position("(plan = \"Pro\""), 14);
        assert_eq!(position("plän ~ 1"), 6);
        assert_eq!(position("mrr >= 99999999999999999999"), 8);
        assert_eq!(position(&"(".repeat(100_000)), DEEPEST + 1);
    }

    fn value() -> impl Strategy<Value = Value> {
        prop_oneof![any::<i64>().prop_map(Value::Number), "[a-zé\"' ]{0,6}".prop_map(Value::Text),]
    }

    fn filter() -> impl Strategy<Value = Filter> {
        let is = prop_oneof![
            value().prop_map(|value| Is::Compared(Relation::AtMost, value)),
            prop::collection::vec(value(), 1..3).prop_map(Is::In),
            "[a-z]{0,4}".prop_map(Is::Contains),
            Just(Is::Empty),
        ];
        let attribute = prop_oneof![Just("plan"), Just("Plan tier"), Just("not")];
        let test = (attribute, is).prop_map(|(attribute, is)| {
            Filter::Test(Test { attribute: attribute.to_owned(), position: 0, is })
        });
        test.prop_recursive(3, 12, 3, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 2..4).prop_map(Filter::All),
                prop::collection::vec(inner.clone(), 2..4).prop_map(Filter::Any),
                inner.prop_map(|inner| Filter::Not(Box::new(inner))),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(filter in filter()) {
            let text = filter.to_string();
            prop_assert_eq!(parse(&text).unwrap().to_string(), text);
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,60}") {
            if let Err(fault) = parse(&text) {
                prop_assert!(fault.position >= 1 && fault.position <= text.chars().count() + 1);
            }
        }
    }
}
