//! A filter with its attributes looked up in a book: what it asks of codes, amounts and days.

use super::fault::{Fault, Problem};
use super::filter::{Filter, Is, Relation, Test, Value};
use crate::ledger::{Attribute, Ledger};
use crate::model::{Day, Grain, Period};
use std::cmp::Ordering;

/// A filter whose attributes have been looked up.
pub(super) enum Node<'a> {
    All(Vec<Node<'a>>),
    Any(Vec<Node<'a>>),
    Not(Box<Node<'a>>),
    /// By code of the attribute.
    Known(&'a Attribute, Vec<u8>),
    /// By code of the plan.
    Plan(Vec<u8>),
    Mrr(Vec<(Relation, i64)>),
    Cohort(Vec<(Relation, Day, Day)>),
    NeverPaid,
}

impl<'a> Node<'a> {
    pub(super) fn new(
        filter: &Filter,
        ledger: &'a Ledger,
        more: &'a [Attribute],
    ) -> Result<Self, Fault> {
        let each = |parts: &[Filter]| -> Result<Vec<Self>, Fault> {
            parts.iter().map(|part| Self::new(part, ledger, more)).collect()
        };
        Ok(match filter {
            Filter::All(parts) => Self::All(each(parts)?),
            Filter::Any(parts) => Self::Any(each(parts)?),
            Filter::Not(inner) => Self::Not(Box::new(Self::new(inner, ledger, more)?)),
            Filter::Test(test) => Self::test(test, ledger, more)?,
        })
    }

    fn test(test: &Test, ledger: &'a Ledger, more: &'a [Attribute]) -> Result<Self, Fault> {
        match test.attribute.to_lowercase().as_str() {
            "plan" => Ok(Self::Plan(codes(&ledger.plans, &test.is))),
            "mrr" => Ok(Self::Mrr(amounts(test)?)),
            "cohort" if test.is == Is::Empty => Ok(Self::NeverPaid),
            "cohort" => Ok(Self::Cohort(periods(test)?)),
            _ => {
                let unknown = || {
                    let problem = Problem::UnknownAttribute(test.attribute.clone());
                    Fault { position: test.position, problem }
                };
                let named = |one: &&Attribute| one.name.eq_ignore_ascii_case(&test.attribute);
                let attribute = more.iter().find(named).or(ledger.attribute(&test.attribute));
                let attribute = attribute.ok_or_else(unknown)?;
                Ok(Self::Known(attribute, codes(&attribute.values, &test.is)))
            }
        }
    }

    /// Whether membership can change from state to state.
    pub(super) fn moves(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::moves),
            Self::Not(inner) => inner.moves(),
            Self::Plan(_) | Self::Mrr(_) => true,
            Self::Known(..) | Self::Cohort(_) | Self::NeverPaid => false,
        }
    }
}

/// Whether an amount passes one of the tests.
pub(super) fn pays(tests: &[(Relation, i64)], mrr: i64) -> bool {
    tests.iter().any(|(relation, amount)| relation.holds(mrr.cmp(amount)))
}

/// Whether a first paying day lies in one of the periods asked for.
pub(super) fn began(tests: &[(Relation, Day, Day)], day: Day) -> bool {
    let place = |first: Day, last: Day| match (day < first, day > last) {
        (true, _) => Ordering::Less,
        (_, true) => Ordering::Greater,
        (false, false) => Ordering::Equal,
    };
    day != Day::NEVER
        && tests.iter().any(|&(relation, first, last)| relation.holds(place(first, last)))
}

/// For each value of a dictionary whether it is like that; place 0 is the empty text.
fn codes(values: &[String], is: &Is) -> Vec<u8> {
    let one = |value: &String| match is {
        Is::Compared(relation, to) => compared(*relation, value, to),
        Is::In(all) => all.iter().any(|to| compared(Relation::Equal, value, to)),
        Is::Contains(part) => value.to_lowercase().contains(&part.to_lowercase()),
        Is::Empty => value.is_empty(),
    };
    values.iter().map(|value| u8::from(one(value))).collect()
}

/// Numbers compare as numbers, everything else as text; what is not known is neither less nor more.
fn compared(relation: Relation, value: &str, to: &Value) -> bool {
    let text = to.text();
    let order = match (value.parse::<f64>(), text.parse::<f64>()) {
        (Ok(one), Ok(other)) => one.partial_cmp(&other).unwrap_or(Ordering::Less),
        _ => value.cmp(&text),
    };
    let orders =
        matches!(relation, Relation::Less | Relation::AtMost | Relation::More | Relation::AtLeast);
    !(orders && value.is_empty()) && relation.holds(order)
}

fn amounts(test: &Test) -> Result<Vec<(Relation, i64)>, Fault> {
    let amount = |value: &Value| match value {
        Value::Number(number) => Ok(*number),
        Value::Text(text) => text.trim().parse().map_err(|_| Fault {
            position: test.position,
            problem: Problem::NotANumber(text.clone()),
        }),
    };
    match &test.is {
        Is::Compared(relation, value) => Ok(vec![(*relation, amount(value)?)]),
        Is::In(values) => {
            values.iter().map(|value| Ok((Relation::Equal, amount(value)?))).collect()
        }
        Is::Contains(text) => {
            Err(Fault { position: test.position, problem: Problem::NotANumber(text.clone()) })
        }
        Is::Empty => Ok(vec![(Relation::Equal, 0)]),
    }
}

fn periods(test: &Test) -> Result<Vec<(Relation, Day, Day)>, Fault> {
    let period = |relation: Relation, text: String| {
        let fault = |text| Fault { position: test.position, problem: Problem::NotAPeriod(text) };
        let day = |text: &str| Day::parse(text).map(|day| (day, day));
        let span = |period: Period| (period.first(), period.last());
        let found =
            Period::parse(&text).filter(|one| one.grain() != Grain::Year || text.len() == 4);
        let (first, last) = found.map(span).or_else(|| day(&text)).ok_or_else(|| fault(text))?;
        Ok((relation, first, last))
    };
    match &test.is {
        Is::Compared(relation, value) => Ok(vec![period(*relation, value.text())?]),
        Is::In(values) => {
            values.iter().map(|value| period(Relation::Equal, value.text())).collect()
        }
        Is::Contains(text) => Ok(vec![period(Relation::Equal, text.clone())?]),
        Is::Empty => Ok(Vec::new()),
    }
}
