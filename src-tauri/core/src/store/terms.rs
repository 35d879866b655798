//! What is paid for, as subscription and plan_change store it, and the codes read without text.

use super::bulk::Bulk;
use crate::model::{Currency, Day, Interval, Status, Terms, Unit};
use crate::{Error, Result};
use rusqlite::Row;
use rusqlite::types::ValueRef;

/// Binds plan, amount, mrr, currency, unit, unit_count, listed, quantity and
/// discount.
pub(super) fn put(bulk: &mut Bulk<'_>, terms: &Terms) -> Result<()> {
    bulk.put(terms.plan)?;
    bulk.put(terms.amount)?;
    bulk.put(terms.mrr)?;
    bulk.put(terms.currency.code())?;
    bulk.put(terms.interval.unit.code())?;
    bulk.put(terms.interval.count)?;
    bulk.put(terms.listed)?;
    bulk.put(terms.quantity)?;
    bulk.put(terms.discount)
}

/// Reads the same columns, in the same order, beginning at `at`.
pub(super) fn read(row: &Row<'_>, at: usize, codes: &mut Codes) -> Result<Terms> {
    Ok(Terms {
        plan: row.get(at)?,
        amount: row.get(at + 1)?,
        mrr: row.get(at + 2)?,
        currency: codes.currency(bytes(row, at + 3)?)?,
        interval: Interval { unit: unit(bytes(row, at + 4)?)?, count: row.get(at + 5)? },
        // Null in what an older version deleted.
        listed: row.get::<_, Option<bool>>(at + 6)?.unwrap_or_default(),
        quantity: row.get(at + 7)?,
        discount: row.get(at + 8)?,
    })
}

/// Currencies seen so far: looking one up in ISO 4217 for each of a million rows costs a second.
#[derive(Default)]
pub(super) struct Codes(Vec<Currency>);

impl Codes {
    pub(super) fn currency(&mut self, code: &[u8]) -> Result<Currency> {
        if let Some(seen) = self.0.iter().find(|c| c.code().as_bytes() == code) {
            return Ok(*seen);
        }
        let text = std::str::from_utf8(code).unwrap_or_default();
        let currency = Currency::parse(text).ok_or_else(|| unknown("currency", code))?;
        self.0.push(currency);
        Ok(currency)
    }
}

pub(super) fn unit(code: &[u8]) -> Result<Unit> {
    let text = std::str::from_utf8(code).unwrap_or_default();
    Unit::from_code(text).ok_or_else(|| unknown("unit", code))
}

pub(super) fn status(code: &[u8]) -> Result<Status> {
    let text = std::str::from_utf8(code).unwrap_or_default();
    Status::from_code(text).ok_or_else(|| unknown("status", code))
}

pub(super) fn day(row: &Row<'_>, at: usize) -> Result<Option<Day>> {
    Ok(row.get::<_, Option<i32>>(at)?.map(Day))
}

/// The bytes of a text column, borrowed.
pub(super) fn bytes<'r>(row: &'r Row<'_>, at: usize) -> Result<&'r [u8]> {
    match row.get_ref(at)? {
        ValueRef::Text(text) => Ok(text),
        _ => Err(unknown("text", &[])),
    }
}

/// A text column, borrowed; `None` for null.
pub(super) fn text<'r>(row: &'r Row<'_>, at: usize) -> Result<Option<&'r str>> {
    let value = row.get_ref(at)?.as_str_or_null();
    value.map_err(|e| Error::Damaged { details: e.to_string() })
}

/// A value no version of the program writes: the file was changed by something else.
pub(super) fn unknown(what: &str, code: &[u8]) -> Error {
    Error::Damaged { details: format!("{what} “{}”", String::from_utf8_lossy(code)) }
}
