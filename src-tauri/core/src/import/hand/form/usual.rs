//! What is usual of a new record.

use super::super::super::facts::{self, Read};
use super::super::super::{Field, Kind};
use super::super::Hand;
use crate::model::Currency;
use crate::store::trace::Values;
use serde_json::Value;

/// What is usual of a new record.
pub(super) fn usual(kind: Kind, hand: &Hand) -> Values {
    let mut row = Values::new();
    let mut set = |column: &str, value: Value| row.insert(column.to_owned(), value);
    let today = Value::from(hand.context.today.0);
    let currency: Currency = hand.context.currency;
    match kind {
        Kind::Customers => drop(set("created", today)),
        Kind::Subscriptions => {
            set("start", today);
            set("status", "active".into());
            set("unit", "month".into());
            set("unit_count", 1.into());
            set("quantity", 1.into());
        }
        Kind::PlanChanges => {
            set("day", today);
            set("status", "active".into());
            set("unit", "month".into());
            set("unit_count", 1.into());
            set("quantity", 1.into());
        }
        Kind::Plans => {
            set("unit", "month".into());
            set("unit_count", 1.into());
        }
        _ => {
            for (column, read) in facts::of(kind).map_or(&[][..], |facts| facts.columns) {
                match read {
                    Read::Day(_) => drop(set(column, today.clone())),
                    Read::Count(_) => drop(set(column, 1.into())),
                    Read::TextOr(_, word) => drop(set(column, (*word).into())),
                    Read::OneOf(_, words) => {
                        if let Some((word, _)) = words.first() {
                            set(column, (*word).into());
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    let is_priced = kind.fields().contains(&Field::Currency);
    if is_priced {
        set("currency", currency.to_string().into());
    }
    row
}
