//! A row that is a plain fact: every column of its table read as [`Read`] says.

use super::super::Kind;
use super::super::apply::number;
use super::super::facts::{Facts, Read, Word};
use super::super::problem::Code;
use super::super::records::Record;
use super::super::value::{
    self, DateOrder, Decimals, Number, Stamp, decoded, folded, is_nothing, period, trim,
};
use super::amount::Paid;
use super::{Field, Kept, Reader, Rejected, RowHash};
use crate::model::{Currency, NpsCategory, Period, round_div};
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
    /// The number the store knows the first such row by.
    pub(in crate::import) first: i64,
    /// The number of its first account among those known.
    pub(in crate::import) account: Option<usize>,
    /// Buffers of texts that have done their work, to be used again: who takes a text out of a row
    /// on another thread than the one that made it pays for both.
    pub(in crate::import) spare: Vec<String>,
    /// What the row's amounts are in.
    pub(in crate::import) currency: Option<Currency>,
}

impl Reader<'_> {
    /// Reads a record into `row`, whose buffers are used again.
    pub(in crate::import) fn fact(&mut self, record: &Record<'_>, row: &mut FactRow) -> Kept<()> {
        self.begin(record)?;
        let Some(facts) = self.facts else {
            return Err(Rejected { correctable: false, is_row: true });
        };
        row.line = record.line;
        self.text(record, Field::Id, &mut row.key);
        if super::is_rounded(&row.key) {
            return Err(self.reject(Code::RoundedKey, Some(Field::Id), row.key.as_bytes()));
        }
        self.text(record, Field::Email, &mut row.email);
        let priced = facts.columns.iter().any(|(_, read)| *read == Read::Price);
        let paid = if priced { Some(self.paid(record)?) } else { None };
        row.currency = paid.map(|paid| paid.currency);
        self.spare.append(&mut row.spare);
        for value in row.values.drain(..) {
            if let Value::Text(text) = value {
                self.spare.push(text);
            }
        }
        for (_, read) in facts.columns {
            let value = self.value(*read, record, paid)?;
            row.values.push(value);
        }
        row.hash = self.identity(facts, row);
        row.first = number(row.hash, 1);
        Ok(())
    }

    /// Keeps a referral of oneself out: a file names both by keys of one source.
    pub(in crate::import) fn brought_by_another(
        &mut self,
        record: &Record<'_>,
        row: &FactRow,
    ) -> Kept<()> {
        let is_referral = self.facts.is_some_and(|facts| facts.kind == Kind::Referrals);
        match row.values.as_slice() {
            [referrer, referred, ..] if is_referral && referrer == referred => {
                let cell = self.cells.any(record, Field::Referred).into_owned();
                Err(self.reject(Code::SelfReferral, Some(Field::Referred), &cell))
            }
            _ => Ok(()),
        }
    }

    /// What [`Reader::fact`] reads, in the order of a row's values.
    pub(in crate::import) fn fact_columns(&self) -> &'static [(&'static str, Read)] {
        self.facts.map_or(&[], |facts| facts.columns)
    }

    /// A text in a buffer that is used again; nothing of an empty one.
    fn kept(&mut self, text: &str) -> Value {
        if text.is_empty() {
            return Value::Nothing;
        }
        let mut kept = self.spare.pop().unwrap_or_default();
        kept.clear();
        kept.push_str(text);
        Value::Text(kept)
    }

    fn value(&mut self, read: Read, record: &Record<'_>, paid: Option<Paid>) -> Kept<Value> {
        let exponent = || paid.map_or(2, |paid| paid.currency.exponent());
        Ok(match read {
            Read::Customer(field) => {
                let mut text = self.spare.pop().unwrap_or_default();
                self.customer(record, field, &mut text)?;
                Value::Text(text)
            }
            Read::Anyone(field) => self.anyone(record, field),
            // What the bank said of a payment that went well is no reason of a failure.
            Read::Text(Field::Failure) if matches!(self.state, "paid" | "refunded") => {
                Value::Nothing
            }
            Read::Text(field) => {
                let cell = self.cells.any(record, field);
                self.kept(&decoded(&cell))
            }
            Read::TextOr(field, other) => match &*self.cells.any(record, field) {
                [] => Value::Text(other.to_owned()),
                cell => Value::text(&decoded(cell)),
            },
            Read::Day(field) => match self.day(record, field)? {
                Some(day) => Value::Whole(day.0.into()),
                None => return Err(self.reject(Code::NoDay, Some(field), b"")),
            },
            Read::MaybeDay(Field::PeriodStart | Field::PeriodEnd) if self.said.once => {
                Value::Nothing
            }
            Read::MaybeDay(field) => whole(self.day(record, field)?.map(|day| day.0.into())),
            Read::Price => match paid.and_then(|paid| paid.amount) {
                Some(_) if self.said.back => Value::Whole(0),
                Some(amount) => Value::Whole(amount),
                None => return Err(self.reject(Code::AmountMissing, Some(Field::Amount), b"")),
            },
            Read::Currency => {
                let currency = paid.map_or(self.default_currency.0, |paid| paid.currency);
                self.kept(currency.code())
            }
            Read::Money(Field::Tax) if self.taxed.is_some() => whole(self.tax(record, paid)?),
            Read::Money(field) => whole(self.money(record, field, exponent())?),
            Read::MoneyOrNone(Field::Refunded) if self.said.back => {
                let amount = paid.and_then(|paid| paid.amount).unwrap_or(0);
                Value::Whole(amount.abs())
            }
            Read::MoneyOrNone(field) => {
                Value::Whole(self.money(record, field, exponent())?.unwrap_or(0))
            }
            Read::Count(field) => Value::Whole(self.count(record, field)?),
            Read::MaybeCount(field) => match self.cells.plain(record, field) {
                cell if cell.is_empty() || is_nothing(cell) => Value::Nothing,
                _ => Value::Whole(self.count(record, field)?),
            },
            // A group is no score, and kept in a column of its own.
            Read::Scale(Field::Score, ..) if self.category(record, Field::Score).is_some() => {
                Value::Nothing
            }
            Read::Scale(field, low, high) => whole(self.rating(record, field, low, high)),
            Read::Category(field) => match self.category(record, field) {
                Some(category) => Value::text(category.code()),
                None => Value::Nothing,
            },
            Read::Plan => {
                let cell = self.cells.plain(record, Field::Plan);
                let known = !cell.is_empty();
                whole(known.then(|| self.plans.number(cell).into()))
            }
            Read::OneOf(field, words) => {
                // Where no column says how it went, a reason of its failure does.
                let failed =
                    !self.cells.has(field) && !self.cells.plain(record, Field::Failure).is_empty();
                let word = if failed { "failed" } else { self.word(record, field, words)? };
                self.state = if self.said.back { self.went_back(record, word)? } else { word };
                self.kept(self.state)
            }
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
        let minor = if self.in_cents { number.whole() } else { number.minor(exponent) };
        match minor.filter(|minor| minor.unsigned_abs() < 1 << 53) {
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
        let number = value::rating(cell).and_then(|cell| Number::read(cell, Decimals::Unknown));
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
        let find = |cell: &[u8]| {
            let said = folded(cell);
            let found = words.iter().find(|(_, spelled)| spelled.contains(&said.as_str()));
            found.map(|(word, _)| *word)
        };
        match self.words.entry(field).or_default().of(cell, find) {
            Some(word) => Ok(word),
            None => Err(self.reject(Code::BadState, Some(field), cell)),
        }
    }

    /// The group an answer belongs to, where that is all that was kept of it.
    fn category(&self, record: &Record<'_>, field: Field) -> Option<NpsCategory> {
        let (cell, style) = self.cells.styled(record, field);
        if style.recoded { value::recoded(cell) } else { value::category(cell) }
    }

    /// The state of money that went back; a refund that failed is none, and no failed payment.
    fn went_back(&mut self, record: &Record<'_>, word: &'static str) -> Kept<&'static str> {
        match word {
            "paid" | "refunded" => Ok("refunded"),
            "failed" => {
                let cell = self.cells.plain(record, Field::Status);
                let column = self.cells.column(Field::Status).and_then(|at| self.header.get(at));
                let column = || column.cloned().unwrap_or_default();
                self.problems.add_with(self.line, Code::Aside, None, cell, column);
                Err(Rejected { correctable: false, is_row: true })
            }
            word => Ok(word),
        }
    }

    /// The tax an amount holds at the rate of its row: amount x rate / (1 + rate), the rate as
    /// `0.21` or `21`; rounded half away from zero.
    fn tax(&mut self, record: &Record<'_>, paid: Option<Paid>) -> Kept<Option<i64>> {
        let cell = self.taxed.map(|at| trim(record.get(at))).unwrap_or_default();
        let amount = paid.and_then(|paid| paid.amount);
        let (Some(amount), false) = (amount, cell.is_empty() || is_nothing(cell)) else {
            return Ok(None);
        };
        let rate = Number::read(cell, Decimals::Unknown).and_then(|number| number.minor(6));
        let Some(rate) = rate.filter(|rate| (0..100_000_000).contains(rate)) else {
            return Err(self.reject(Code::BadAmount, Some(Field::Tax), cell));
        };
        let (amount, rate) = (i128::from(amount), i128::from(rate));
        let rate = if rate < 1_000_000 { rate } else { rate / 100 };
        Ok(Some(round_div(amount * rate, 1_000_000 + rate)))
    }

    fn period(&mut self, record: &Record<'_>) -> Kept<String> {
        let cell = self.cells.plain(record, Field::Period);
        let text = decoded(cell);
        if let Some(period) = Period::parse(&text).or_else(|| period(cell)) {
            return Ok(period.to_string());
        }
        // A date stands for its month.
        let (_, style) = self.cells.styled(record, Field::Period);
        match Stamp::read(cell, style.order.unwrap_or(DateOrder::DayFirst)) {
            Ok(Some(stamp)) => Ok(Period::of(crate::model::Grain::Month, stamp.day).to_string()),
            Ok(None) => Err(self.reject(Code::NoDay, Some(Field::Period), b"")),
            Err(_) => Err(self.reject(Code::BadPeriod, Some(Field::Period), cell)),
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
