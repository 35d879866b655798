//! Segments as rows of conditions that all have to hold: what the window can show and change. A
//! text that says more (or, not of several) stays text.

use super::segment::{Kind, SegmentAttribute};
use crate::segment::{Filter, Is, Relation, Test, Value};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Condition {
    /// `plan`, `mrr`, `cohort`, `country` or whatever the files brought.
    pub attribute: String,
    /// What it has to be like.
    pub is: Wanted,
    /// The values it is held against: several of which one is enough, or one. Amounts in minor
    /// units.
    pub values: Vec<String>,
}

/// What an attribute has to be like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Wanted {
    /// One of the values.
    OneOf,
    /// None of the values.
    NoneOf,
    /// The value or more; the period or a later one.
    AtLeast,
    /// The value or less; the period or an earlier one.
    AtMost,
    /// Holds the value somewhere.
    Contains,
}

/// The segment all of these describe. A condition without a value is not finished and left out.
pub(super) fn filter(conditions: &[Condition]) -> Filter {
    let finished = conditions.iter().filter(|one| one.values.iter().any(|it| !it.is_empty()));
    Filter::All(finished.map(condition).collect())
}

fn condition(one: &Condition) -> Filter {
    let test = |is| Filter::Test(Test { attribute: one.attribute.clone(), position: 0, is });
    let first = one.values.first().cloned().unwrap_or_default();
    let any = || Is::In(one.values.iter().cloned().map(Value::Text).collect());
    let compared = |relation| {
        let number = first.parse().map_or_else(|_| Value::Text(first.clone()), Value::Number);
        // A year is a period: `cohort >= "2025"`.
        let is_period = one.attribute.eq_ignore_ascii_case("cohort");
        let value = if is_period { Value::Text(first.clone()) } else { number };
        Is::Compared(relation, value)
    };
    match one.is {
        Wanted::OneOf => test(any()),
        Wanted::NoneOf => Filter::Not(Box::new(test(any()))),
        Wanted::AtLeast => test(compared(Relation::AtLeast)),
        Wanted::AtMost => test(compared(Relation::AtMost)),
        Wanted::Contains => test(Is::Contains(first)),
    }
}

/// The conditions a segment consists of; `None` where it says more than a row of them can.
pub(super) fn of(filter: &Filter, attributes: &[SegmentAttribute]) -> Option<Vec<Condition>> {
    match filter {
        Filter::All(parts) => parts.iter().map(|part| one(part, attributes)).collect(),
        Filter::Any(_) | Filter::Not(_) | Filter::Test(_) => Some(vec![one(filter, attributes)?]),
    }
}

fn one(filter: &Filter, attributes: &[SegmentAttribute]) -> Option<Condition> {
    match filter {
        Filter::All(_) | Filter::Any(_) => None,
        Filter::Not(inner) => {
            let Filter::Test(test) = &**inner else { return None };
            let inner = known(test, attributes)?;
            (inner.is == Wanted::OneOf).then_some(Condition { is: Wanted::NoneOf, ..inner })
        }
        Filter::Test(test) => known(test, attributes),
    }
}

/// A test of an attribute there is, as its field asks for it.
fn known(test: &Test, attributes: &[SegmentAttribute]) -> Option<Condition> {
    let attribute = attributes.iter().find(|it| it.key.eq_ignore_ascii_case(&test.attribute))?;
    let (is, values) = match &test.is {
        Is::Compared(Relation::Equal, value) => (Wanted::OneOf, vec![value.text()]),
        Is::Compared(Relation::Other, value) => (Wanted::NoneOf, vec![value.text()]),
        Is::Compared(Relation::AtLeast, value) => (Wanted::AtLeast, vec![value.text()]),
        Is::Compared(Relation::AtMost, value) => (Wanted::AtMost, vec![value.text()]),
        Is::Compared(Relation::Less | Relation::More, _) | Is::Empty => return None,
        Is::In(values) => (Wanted::OneOf, values.iter().map(Value::text).collect()),
        Is::Contains(text) => (Wanted::Contains, vec![text.clone()]),
    };
    let is_asked = attribute.kind.wants().contains(&is)
        && (attribute.kind == Kind::Choice || values.len() == 1);
    is_asked.then(|| Condition { attribute: attribute.key.clone(), is, values })
}
