//! Who a segment means while it is put together: what can be asked for, and how many that are today.

use super::LoyaltyQuery;
use super::conditions::{self, Condition, Wanted};
use super::frame::Frame;
use super::lines::of_segment;
use crate::book::Book;
use crate::ledger::{Attribute, Ledger};
use crate::segment;
use crate::views::frame::country;
use crate::views::{Choice, Part};
use crate::voice::Voice;
use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most values that are offered to choose from; an attribute with more is searched in.
const MOST: usize = 60;

/// A segment as far as it goes: as text, or as conditions that all have to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SegmentQuery {
    /// `plan = "Pro"`; not read where there are conditions.
    pub text: String,
    /// In its place.
    pub conditions: Option<Vec<Condition>>,
}

/// What it means.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SegmentView {
    /// As text.
    pub text: String,
    /// As conditions; absent where the text says more than they can, or cannot be read.
    pub conditions: Option<Vec<Condition>>,
    /// What can be asked for.
    pub attributes: Vec<SegmentAttribute>,
    /// Why it means nothing, in words.
    pub wrong: Option<String>,
    /// "214 of 641 customers today", and who they are; absent where it means nothing.
    pub count: Option<Part>,
}

/// Something known of customers.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SegmentAttribute {
    /// `plan`
    pub key: String,
    /// "Plan"
    pub label: String,
    /// What its values are.
    pub kind: Kind,
    /// The values there are, where they can be chosen from: those of most customers first.
    pub values: Vec<Choice>,
}

/// What the values of an attribute are, and so how they are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export, rename = "SegmentKind")]
pub enum Kind {
    /// A few words.
    Choice,
    /// Amounts in the workspace's currency.
    Money,
    /// Other numbers.
    Number,
    /// Periods: `2025`, `2025-Q2`, `2025-03`.
    Period,
    /// Words that are many.
    Text,
}

impl Kind {
    /// The conditions its field offers.
    pub(super) fn wants(self) -> &'static [Wanted] {
        match self {
            Self::Choice => &[Wanted::OneOf, Wanted::NoneOf],
            Self::Money | Self::Number => &[Wanted::AtLeast, Wanted::AtMost],
            Self::Period => &[Wanted::AtLeast, Wanted::AtMost, Wanted::OneOf],
            Self::Text => &[Wanted::Contains],
        }
    }
}

/// What a segment means today.
///
/// # Errors
/// What SQLite gives.
pub fn loyalty_segment(book: &Book, ask: &SegmentQuery, voice: &Voice) -> Result<SegmentView> {
    let frame = Frame::new(book, &LoyaltyQuery::default())?;
    let attributes = attributes(&book.ledger, book.labels()?, voice);
    let wrong = |error: Error| SegmentView {
        text: ask.text.clone(),
        conditions: ask.conditions.clone(),
        attributes: attributes.clone(),
        wrong: Some(error.failure(voice).message),
        count: None,
    };
    let filter = match &ask.conditions {
        Some(all) => conditions::filter(all),
        None => match segment::parse(&ask.text) {
            Ok(filter) => filter,
            Err(fault) => return Ok(wrong(fault.into())),
        },
    };
    let text = ask.conditions.as_ref().map_or_else(|| ask.text.clone(), |_| filter.to_string());
    let members = match of_segment(&frame, &text) {
        Ok(members) => members,
        Err(error) => return Ok(SegmentView { text, ..wrong(error) }),
    };
    let all = frame.customers().filter(|it| frame.is_there(*it, frame.day)).count();
    let args = [
        ("text", voice.count(count(members.len())).into()),
        ("all", voice.count(count(all)).into()),
    ];
    let part = Part {
        key: "segment".to_owned(),
        label: String::new(),
        value: count(members.len()),
        text: voice.say("loyalty-segment-of", &args),
        raw: None,
        role: None,
        list: Some(frame.list(&format!("segment={text}"))),
    };
    let conditions = ask.conditions.clone().or_else(|| conditions::of(&filter, &attributes));
    Ok(SegmentView { text, conditions, attributes, wrong: None, count: Some(part) })
}

fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

/// Plan, MRR and cohort, country and whatever the files brought.
fn attributes(ledger: &Ledger, labels: &[Attribute], voice: &Voice) -> Vec<SegmentAttribute> {
    let named = |key: &str, kind, values| SegmentAttribute {
        key: key.to_owned(),
        label: voice.say(&format!("loyalty-segment-{key}"), &[]),
        kind,
        values,
    };
    let plain = |name: &String| Choice { key: name.clone(), label: name.clone() };
    let plans = ledger.plans.iter().filter(|name| !name.is_empty()).map(plain).collect();
    let own = [
        named("plan", Kind::Choice, plans),
        named("mrr", Kind::Money, Vec::new()),
        named("cohort", Kind::Period, Vec::new()),
    ];
    let known = &ledger.customers.attributes;
    let others = labels.iter().filter(|it| ledger.attribute(&it.name).is_none());
    let more = known.iter().chain(others).filter(|it| it.values.len() > 1);
    own.into_iter().chain(more.map(|it| brought(it, voice))).collect()
}

/// One the files brought.
fn brought(attribute: &Attribute, voice: &Voice) -> SegmentAttribute {
    let is_country = attribute.name == "country";
    let known = attribute.values.iter().filter(|value| !value.is_empty());
    let kind = match (attribute.values.len() - 1 <= MOST, is_country) {
        (true, _) | (_, true) => Kind::Choice,
        _ if known.clone().all(|value| value.parse::<f64>().is_ok()) => Kind::Number,
        _ => Kind::Text,
    };
    let mut counted = vec![0_u32; attribute.values.len()];
    attribute.codes.iter().for_each(|code| counted[*code as usize] += 1);
    let mut values: Vec<(u32, &String)> = counted.into_iter().zip(&attribute.values).collect();
    values.retain(|(_, value)| kind == Kind::Choice && !value.is_empty());
    values.sort_by_key(|(count, value)| (std::cmp::Reverse(*count), *value));
    let label = |value: &str| if is_country { country(value, voice) } else { value.to_owned() };
    let choice = |(_, value): (u32, &String)| Choice { key: value.clone(), label: label(value) };
    SegmentAttribute {
        key: attribute.name.clone(),
        label: match is_country {
            true => voice.say("loyalty-segment-country", &[]),
            false => attribute.name.clone(),
        },
        kind,
        values: values.into_iter().map(choice).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::testing::Business;
    use crate::voice::{Language, Region};

    fn business() -> Ledger {
        Business::new()
            .on("ann", "Pro", 5_000, "2025-03-01")
            .on("bob", "Basic", 2_000, "2025-04-10")
            .in_country("ann", "NL")
            .known("bob", "Team size", "12")
            .book()
    }

    fn conditions(text: &str) -> Option<Vec<Condition>> {
        let voice = Voice::new(Language::En, Region::Gb);
        conditions::of(&segment::parse(text).unwrap(), &attributes(&business(), &[], &voice))
    }

    #[test]
    fn what_is_shown_as_conditions_is_the_same_segment_again() {
        for text in [
            "",
            "plan = 'Pro'",
            "plan in ('Pro', 'Basic') and country = 'NL'",
            "not country in ('NL', 'BE') and mrr >= 2500",
            "mrr <= 9000 and cohort >= '2025'",
            "cohort = '2025-03' and 'team SIZE' = 12",
            "plan != 'Pro'",
        ] {
            let shown = conditions(text).unwrap_or_else(|| panic!("{text} can be shown"));
            let again = conditions::filter(&shown);
            let mask = |filter: &segment::Filter| {
                let (ledger, mask) = (business(), filter.mask(&business()).unwrap());
                (0..ledger.len() as u32).map(|it| mask.has_customer(it)).collect::<Vec<_>>()
            };
            assert_eq!(mask(&again), mask(&segment::parse(text).unwrap()), "{text} as {again}");
            assert_eq!(conditions(&again.to_string()).unwrap(), shown, "{text} as {again}");
        }
    }

    #[test]
    fn what_says_more_stays_text() {
        for text in [
            "plan = 'Pro' or country = 'NL'",
            "not (plan = 'Pro' and country = 'NL')",
            "mrr > 5000",
            "country is empty",
            "colour = 'red'",
            "mrr in (5000, 6000)",
        ] {
            assert_eq!(conditions(text), None, "{text}");
        }
    }

    #[test]
    fn a_condition_that_is_not_finished_asks_for_nothing() {
        let open = Condition {
            attribute: "plan".to_owned(),
            is: Wanted::OneOf,
            values: vec![String::new()],
        };
        assert!(conditions::filter(&[open]).is_everyone());
    }

    #[test]
    fn an_attribute_offers_its_values_the_frequent_ones_first() {
        let ledger = Business::new()
            .on("ann", "Pro", 5_000, "2025-03-01")
            .on("bob", "Pro", 5_000, "2025-03-01")
            .on("eve", "Pro", 5_000, "2025-03-01")
            .known("ann", "Branch", "Bakery")
            .known("bob", "Branch", "Cafe")
            .known("eve", "Branch", "Cafe")
            .book();
        let all = attributes(&ledger, &[], &Voice::new(Language::En, Region::Gb));
        let branch = all.iter().find(|it| it.key == "Branch").unwrap();
        let keys: Vec<_> = branch.values.iter().map(|it| it.key.as_str()).collect();
        assert_eq!((branch.kind, keys), (Kind::Choice, vec!["Cafe", "Bakery"]));
    }
}
