//! The typed filter: attribute, operator, value, joined by and / or / not.

use std::fmt;

/// Which customers are meant.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    /// Those all of these mean; everyone when there is none.
    All(Vec<Filter>),
    /// Those any of these means; nobody when there is none.
    Any(Vec<Filter>),
    /// Those it does not mean.
    Not(Box<Filter>),
    /// Those whose attribute is like that.
    Test(Test),
}

/// An attribute and what it has to be like.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// `plan`, `mrr`, `cohort`, `country` or whatever the files brought.
    pub attribute: String,
    /// Where it stands in the text, in characters from 1; 0 when it was not read from a text.
    pub position: usize,
    /// What it has to be like.
    pub is: Is,
}

/// What an attribute has to be like.
#[derive(Clone, Debug, PartialEq)]
pub enum Is {
    /// In this relation to a value. Numbers compare as numbers, everything else as text; `mrr` is
    /// in minor units, `cohort` a period.
    Compared(Relation, Value),
    /// One of these.
    In(Vec<Value>),
    /// Holds this text, in any case.
    Contains(String),
    /// Not known; for `mrr` nothing, for `cohort` never paid.
    Empty,
}

/// How a value stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `=`
    Equal,
    /// `!=`
    Other,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

/// A value as it was written.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `"Pro"`
    Text(String),
    /// `5000`
    Number(i64),
}

impl Filter {
    /// Everyone.
    pub const EVERYONE: Self = Self::All(Vec::new());

    /// Customers on one of these plans in one of these countries and in one of these tiers; an empty
    /// list is no condition.
    pub fn of_lists(plans: &[String], countries: &[String], tiers: &[String]) -> Self {
        let one_of = |attribute: &str, values: &[String]| {
            let is = Is::In(values.iter().cloned().map(Value::Text).collect());
            let test = Test { attribute: attribute.to_owned(), position: 0, is };
            (!values.is_empty()).then_some(Self::Test(test))
        };
        let each = [one_of("plan", plans), one_of("country", countries), one_of("tier", tiers)];
        Self::All(each.into_iter().flatten().collect())
    }

    /// Whether it asks for an attribute of this name.
    pub fn asks_for(&self, name: &str) -> bool {
        self.asks(&|attribute| attribute.eq_ignore_ascii_case(name))
    }

    /// Whether it asks for an attribute of such a name.
    pub fn asks(&self, is: &impl Fn(&str) -> bool) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(|part| part.asks(is)),
            Self::Not(inner) => inner.asks(is),
            Self::Test(test) => is(&test.attribute),
        }
    }

    /// Whether it means everyone whatever the book.
    pub fn is_everyone(&self) -> bool {
        matches!(self, Self::All(parts) if parts.is_empty())
    }
}

impl Relation {
    /// Whether two things that compare like this stand in the relation.
    pub(super) fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::Other => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::AtMost => order.is_le(),
            Self::More => order.is_gt(),
            Self::AtLeast => order.is_ge(),
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Other => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
        }
    }
}

impl Value {
    /// As text.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

impl fmt::Display for Filter {
    /// The text form, which reads back as the same filter.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joined = |f: &mut fmt::Formatter<'_>, parts: &[Self], word: &str| {
            for (at, part) in parts.iter().enumerate() {
                if at > 0 {
                    write!(f, " {word} ")?;
                }
                match part {
                    Self::All(_) | Self::Any(_) => write!(f, "({part})")?,
                    Self::Not(_) | Self::Test(_) => write!(f, "{part}")?,
                }
            }
            Ok(())
        };
        match self {
            Self::All(parts) => joined(f, parts, "and"),
            Self::Any(parts) => joined(f, parts, "or"),
            Self::Not(inner) => write!(f, "not ({inner})"),
            Self::Test(test) => write!(f, "{test}"),
        }
    }
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = super::parse::is_word(&self.attribute);
        match plain {
            true => f.write_str(&self.attribute)?,
            false => quoted(f, &self.attribute)?,
        }
        match &self.is {
            Is::Compared(relation, value) => write!(f, " {} {value}", relation.sign()),
            Is::In(values) => {
                f.write_str(" in (")?;
                for (at, value) in values.iter().enumerate() {
                    write!(f, "{}{value}", if at > 0 { ", " } else { "" })?;
                }
                f.write_str(")")
            }
            Is::Contains(text) => {
                f.write_str(" contains ")?;
                quoted(f, text)
            }
            Is::Empty => f.write_str(" is empty"),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => quoted(f, text),
            Self::Number(number) => write!(f, "{number}"),
        }
    }
}

fn quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    write!(f, "\"{}\"", text.replace('"', "\"\""))
}
