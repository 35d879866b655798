//! Stored values as they are typed, in the formats of the reader: what is written here is read back
//! as the same value.

use super::super::{Field, Kind};
use super::fields::column_of;
use crate::Result;
use crate::model::{Currency, Day, Money};
use crate::store::trace::Values;
use crate::store::{Connection, account, plan};
use crate::voice::{Region, Voice};
use serde_json::Value;

/// Writes the values of one record.
pub(super) struct Typist<'a> {
    pub(super) conn: &'a Connection,
    pub(super) kind: Kind,
    pub(super) row: &'a Values,
    pub(super) voice: &'a Voice,
}

impl Typist<'_> {
    /// The text of a field; empty where nothing is known.
    pub(super) fn text(&self, field: Field) -> Result<String> {
        let Some(value) = self.row.get(column_of(self.kind, field)) else {
            return Ok(String::new());
        };
        Ok(match field {
            Field::Plan => self.plan(value)?,
            Field::Interval => self.interval(value)?,
            Field::Referrer | Field::Referred => self.customer(value)?,
            Field::CardExpires => day_of(value).map_or_else(String::new, card),
            Field::DiscountPercent => match value.as_i64() {
                Some(0) | None => String::new(),
                Some(hundredths) => decimal(hundredths, 2, self.voice.region),
            },
            Field::AtPeriodEnd => (value.as_i64() == Some(1)).to_string(),
            field if field.is_date() => {
                day_of(value).map_or_else(String::new, |day| self.voice.day(day))
            }
            field if field.is_money() => self.money(value),
            _ => plain(value),
        })
    }

    fn plan(&self, value: &Value) -> Result<String> {
        let Some(id) = value.as_i64() else { return Ok(String::new()) };
        let plans = plan::all(self.conn)?;
        let found = plans.into_iter().find(|stored| stored.id == id);
        Ok(found.map_or_else(String::new, |stored| stored.plan.name.unwrap_or(stored.plan.key)))
    }

    /// Empty where the price list says it.
    fn interval(&self, unit: &Value) -> Result<String> {
        let number = |column: &str| self.row.get(column).and_then(Value::as_i64);
        if number("listed") == Some(1) && is_listed(self.conn, number("plan"))? {
            return Ok(String::new());
        }
        Ok(match (unit.as_str(), number("unit_count")) {
            (Some(unit), Some(count)) => format!("{count} {unit}"),
            _ => String::new(),
        })
    }

    fn customer(&self, value: &Value) -> Result<String> {
        let Some(id) = value.as_i64() else { return Ok(String::new()) };
        let stored = account::by_id(self.conn, id)?;
        Ok(stored.map_or_else(String::new, |stored| stored.customer.to_string()))
    }

    fn money(&self, value: &Value) -> String {
        let currency = self.row.get("currency").and_then(Value::as_str).and_then(Currency::parse);
        let exponent = currency.map_or(2, Currency::exponent);
        value.as_i64().map_or_else(String::new, |minor| decimal(minor, exponent, self.voice.region))
    }

    /// A value as a list shows it; none for what is empty.
    pub(super) fn said(&self, field: Field) -> Result<Option<String>> {
        let Some(value) = self.row.get(column_of(self.kind, field)) else { return Ok(None) };
        let currency = self.row.get("currency").and_then(Value::as_str).and_then(Currency::parse);
        if let (Some(minor), Some(currency)) =
            (value.as_i64().filter(|_| field.is_money()), currency)
        {
            return Ok(Some(self.voice.money_cents(Money::new(minor, currency))));
        }
        if matches!(field, Field::CardExpires) {
            return Ok(day_of(value).map(|day| self.voice.day(day)));
        }
        let text = self.text(field)?;
        Ok((!text.is_empty()).then_some(text))
    }
}

/// Whether the price list says how often a plan is paid.
pub(super) fn is_listed(conn: &Connection, plan: Option<i64>) -> Result<bool> {
    let listed = plan::listed(&plan::all(conn)?);
    Ok(plan.and_then(|plan| listed.get(&plan)).is_some_and(|listed| listed.interval.is_some()))
}

/// A stored day.
fn day_of(value: &Value) -> Option<Day> {
    value.as_i64().and_then(|day| i32::try_from(day).ok()).map(Day)
}

/// `11/2026`; the whole day where it is not the end of its month.
fn card(day: Day) -> String {
    if day.plus(1).day_of_month() == 1 {
        let text = day.to_string();
        return format!("{}/{}", &text[5..7], &text[..4]);
    }
    day.to_string()
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// Minor units as they are typed: `1284.50`, `1284,50`; no thousands.
fn decimal(minor: i64, exponent: u32, region: Region) -> String {
    let mark = match region {
        Region::Gb | Region::Us => '.',
        Region::Nl | Region::Se => ',',
    };
    let scale = 10_u64.pow(exponent);
    let (whole, rest) = (minor.unsigned_abs() / scale, minor.unsigned_abs() % scale);
    let sign = if minor < 0 { "-" } else { "" };
    match exponent {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}{mark}{rest:0width$}", width = exponent as usize),
    }
}
