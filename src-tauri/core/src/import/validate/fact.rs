//! A row that is a plain fact: every column of its table read as [`Read`] says.

use super::super::facts::{Facts, Read, Word};
use super::super::problem::Code;
use super::super::records::Record;
use super::super::value::{Decimals, Number, decoded, folded, is_nothing};
use super::amount::Paid;
use super::{Field, Kept, Reader, Rejected, RowHash};
use crate::model::{Currency, Period};
use crate::store::fact::Value;

/// A fact with its accounts by key and its plan by the number it has in the file.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct FactRow {
    /// Line of the file.
    pub(in crate::import) line: u64,
    /// The exporter's key; empty without one.
    pub(in crate::import) key: String,
    /// Mail address of the customer.
    pub(in crate::import) email: String,
    /// In the order of the table's columns.
    pub(in crate::import) values: Vec<Value>,
    /// Hash of what tells the row from others.
    pub(in crate::import) hash: u128,
    /// What the row's amounts are in.
    pub(in crate::import) currency: Option<Currency>,
}

impl Reader<'_> {
    /// Reads a record into `row`, whose buffers are used again.
    pub(in crate::import) fn fact(&mut self, record: &Record<'_>, row: &mut FactRow) -> Kept<()> {
        self.begin(record)?;
        let Some(facts) = self.facts else { return Err(Rejected { correctable: false }) };
        row.line = record.line;
        self.text(record, Field::Id, &mut row.key);
        if super::is_rounded(&row.key) {
            return Err(self.reject(Code::RoundedKey, Some(Field::Id), row.key.as_bytes()));
        }
        self.text(record, Field::Email, &mut row.email);
        let priced = facts.columns.iter().any(|(_, read)| *read == Read::Price);
        let paid = if priced { Some(self.paid(record)?) } else { None };
        row.currency = paid.map(|paid| paid.currency);
        row.values.clear();
        for (_, read) in facts.columns {
            let value = self.value(*read, record, paid)?;
            row.values.push(value);
        }
        row.hash = self.identity(facts, row);
        Ok(())
    }

    fn value(&mut self, read: Read, record: &Record<'_>, paid: Option<Paid>) -> Kept<Value> {
        let mut text = String::new();
        let exponent = || paid.map_or(2, |paid| paid.currency.exponent());
        Ok(match read {
            Read::Customer(field) => {
                self.customer(record, field, &mut text)?;
                Value::Text(text)
            }
            Read::Anyone(field) => self.anyone(record, field),
            Read::Text(field) => Value::text(&decoded(&self.cells.any(record, field))),
            Read::TextOr(field, other) => match &*self.cells.any(record, field) {
                [] => Value::Text(other.to_owned()),
                cell => Value::text(&decoded(cell)),
            },
            Read::Day(field) => match self.day(record, field)? {
                Some(day) => Value::Whole(day.0.into()),
                None => return Err(self.reject(Code::NoDay, Some(field), b"")),
            },
            Read::MaybeDay(field) => whole(self.day(record, field)?.map(|day| day.0.into())),
            Read::Price => match paid.and_then(|paid| paid.amount) {
                Some(amount) => Value::Whole(amount),
                None => return Err(self.reject(Code::AmountMissing, Some(Field::Amount), b"")),
            },
            Read::Currency => {
                let currency = paid.map_or(self.default_currency.0, |paid| paid.currency);
                Value::text(currency.code())
            }
            Read::Money(field) => whole(self.money(record, field, exponent())?),
            Read::MoneyOrNone(field) => {
                Value::Whole(self.money(record, field, exponent())?.unwrap_or(0))
            }
            Read::Count(field) => Value::Whole(self.count(record, field)?),
            Read::Scale(field, low, high) => whole(self.rating(record, field, low, high)),
            Read::Plan => {
                let cell = self.cells.plain(record, Field::Plan);
                let known = !cell.is_empty();
                whole(known.then(|| self.plans.number(cell).into()))
            }
            Read::OneOf(field, words) => Value::text(self.word(record, field, words)?),
            Read::CardEnd => whole(self.card_expires(record).map(|day| day.0.into())),
            Read::Period => Value::Text(self.period(record)?),
        })
    }

    /// The customer by key, else by mail address; nobody without both.
    fn anyone(&self, record: &Record<'_>, own: Field) -> Value {
        match &*self.cells.any(record, own) {
            [] => Value::text(&decoded(self.cells.plain(record, Field::Email)).to_lowercase()),
            key => Value::text(&decoded(key)),
        }
    }

    fn money(&mut self, record: &Record<'_>, field: Field, exponent: u32) -> Kept<Option<i64>> {
        let Some(number) = self.number(record, field, exponent)? else { return Ok(None) };
        match number.minor(exponent).filter(|minor| minor.unsigned_abs() < 1 << 53) {
            None => {
                let cell = self.cells.plain(record, field);
                Err(self.reject(Code::BadAmount, Some(field), cell))
            }
            minor => Ok(minor),
        }
    }

    fn count(&mut self, record: &Record<'_>, field: Field) -> Kept<i64> {
        let cell = self.cells.plain(record, field);
        if cell.is_empty() || is_nothing(cell) {
            return Ok(1);
        }
        let number = Number::read(cell, Decimals::Unknown).and_then(Number::whole);
        let fits = |count: &i64| (0..=1_000_000_000).contains(count);
        number.filter(fits).ok_or_else(|| self.reject(Code::BadQuantity, Some(field), cell))
    }

    /// An answer on a scale; what lies outside it is reported and left blank.
    fn rating(&mut self, record: &Record<'_>, field: Field, low: u8, high: u8) -> Option<i64> {
        let cell = self.cells.plain(record, field);
        if cell.is_empty() || is_nothing(cell) {
            return None;
        }
        let number = leading(cell).and_then(|cell| Number::read(cell, Decimals::Unknown));
        let on_scale = |n: &i64| (i64::from(low)..=i64::from(high)).contains(n);
        let rating = number.and_then(Number::whole).filter(on_scale);
        if rating.is_none() {
            self.warn(Code::BadRating, Some(field), cell);
        }
        rating
    }

    fn word(
        &mut self,
        record: &Record<'_>,
        field: Field,
        words: &'static [Word],
    ) -> Kept<&'static str> {
        let cell = self.cells.plain(record, field);
        if cell.is_empty() || is_nothing(cell) {
            return Ok(words.first().map_or("", |(word, _)| word));
        }
        let said = folded(cell);
        let found = words.iter().find(|(_, spelled)| spelled.contains(&said.as_str()));
        match found {
            Some((word, _)) => Ok(word),
            None => Err(self.reject(Code::BadState, Some(field), cell)),
        }
    }

    fn period(&mut self, record: &Record<'_>) -> Kept<String> {
        let cell = self.cells.plain(record, Field::Period);
        let text = decoded(cell);
        if let Some(period) = Period::parse(&text) {
            return Ok(period.to_string());
        }
        // A date stands for its month.
        match self.day(record, Field::Period) {
            Ok(Some(day)) => Ok(Period::of(crate::model::Grain::Month, day).to_string()),
            Ok(None) => Err(self.reject(Code::NoDay, Some(Field::Period), b"")),
            Err(rejected) => Err(rejected),
        }
    }

    /// Of source and key, else of the columns that tell it apart.
    fn identity(&self, facts: &Facts, row: &FactRow) -> u128 {
        let mut hash = RowHash::default();
        hash.text(self.source);
        hash.text(&row.key);
        if row.key.is_empty() {
            for ((name, _), value) in facts.columns.iter().zip(&row.values) {
                if !facts.same.is_empty() && !facts.same.contains(name) {
                    continue;
                }
                match value {
                    Value::Nothing => hash.number(None),
                    // Plans are numbered anew in each file.
                    Value::Whole(number) if *name == "plan" => {
                        let known = u32::try_from(*number).ok().and_then(|n| self.plans.name(n));
                        hash.text(&decoded(known.unwrap_or_default()));
                    }
                    Value::Whole(number) => hash.number(Some(*number)),
                    Value::Text(text) => hash.text(text),
                }
            }
        }
        hash.finish()
    }
}

fn whole(number: Option<i64>) -> Value {
    number.map_or(Value::Nothing, Value::Whole)
}

/// The number in front of the words of a scale: `10` of `10 - extremely likely`.
fn leading(cell: &[u8]) -> Option<&[u8]> {
    let text = std::str::from_utf8(cell).ok()?;
    let number = text.split([' ', '-', ':', '(', '\u{2013}']).find(|part| !part.is_empty())?;
    Some(if text.starts_with('-') { text.as_bytes() } else { number.as_bytes() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_is_read_from_its_words() {
        assert_eq!(leading(b"10 - extremely likely"), Some(&b"10"[..]));
        assert_eq!(leading(b"7"), Some(&b"7"[..]));
        assert_eq!(leading(b"-1"), Some(&b"-1"[..]));
        assert_eq!(leading(b"0 (not at all)"), Some(&b"0"[..]));
    }
}
