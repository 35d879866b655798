//! Amounts and their currency.

use super::super::problem::Code;
use super::super::records::Record;
use super::super::value::{Decimals, Number, SharedSign, is_nothing};
use super::{Field, Kept, Reader};
use crate::model::Currency;

/// What a row is paid with: price for an interval, or the whole monthly amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paid {
    pub(super) amount: Option<i64>,
    pub(super) mrr: Option<i64>,
    pub(super) currency: Currency,
}

impl Reader<'_> {
    /// Reads whatever amounts the row has, in minor units of its currency: the one its own column
    /// names, else a sign beside an amount, else the workspace's.
    pub(super) fn paid(&mut self, record: &Record<'_>) -> Kept<Paid> {
        let named = self.currency(record)?;
        let (_, exponent) = named.unwrap_or(self.default_currency);
        let amount = self.number(record, Field::Amount, exponent)?;
        let mrr = self.number(record, Field::Mrr, exponent)?;
        let beside = amount.or(mrr).map(|number| (number.currency, number.sign));
        let (currency, exponent) = match (named, beside) {
            (Some(named), beside) => {
                let says = |(code, sign): (Option<Currency>, Option<SharedSign>)| {
                    code.or_else(|| sign?.in_workspace(named.0)).is_some_and(|c| c != named.0)
                };
                if beside.is_some_and(says) {
                    let field = if amount.is_some() { Field::Amount } else { Field::Mrr };
                    let cell = self.cells.plain(record, field);
                    let code = || named.0.code().to_owned();
                    self.problems.add_with(record.line, Code::SignDiffers, Some(field), cell, code);
                }
                named
            }
            (None, Some((Some(currency), _))) => (currency, currency.exponent()),
            (None, Some((None, Some(sign)))) => {
                let field = if amount.is_some() { Field::Amount } else { Field::Mrr };
                self.by_sign(record, field, sign)
            }
            (None, _) => self.default_currency,
        };
        let amount = self.minor(record, Field::Amount, Field::AmountMinor, amount, exponent)?;
        let amount = match amount {
            Some(amount) => Some(amount - self.taken_off(record, exponent)?),
            None => None,
        };
        let mrr = self.minor(record, Field::Mrr, Field::MrrMinor, mrr, exponent)?;
        Ok(Paid { amount, mrr, currency })
    }

    /// The currency of a sign that several have; told where it is not the workspace's own.
    #[cold]
    fn by_sign(&mut self, record: &Record<'_>, field: Field, sign: SharedSign) -> (Currency, u32) {
        let own = self.default_currency.0;
        let read = sign.in_workspace(own).unwrap_or(own);
        if read != own {
            let cell = self.cells.plain(record, field);
            let code = || read.code().to_owned();
            self.problems.add_with(record.line, Code::SignGuessed, Some(field), cell, code);
        }
        (read, read.exponent())
    }

    /// What the amount holds besides the price: tax, shipping.
    fn taken_off(&mut self, record: &Record<'_>, exponent: u32) -> Kept<i64> {
        let mut sum = 0;
        for (cell, style) in self.cells.less(*record, Field::Amount) {
            if cell.is_empty() || is_nothing(cell) {
                continue;
            }
            let minor = Number::read(cell, style.decimals).and_then(|n| n.minor(exponent));
            match minor.filter(|minor| minor.unsigned_abs() < 1 << 53) {
                Some(minor) => sum += minor,
                None => return Err(self.reject(Code::BadAmount, Some(Field::Amount), cell)),
            }
        }
        Ok(sum)
    }

    /// The currency its own column names, with its exponent.
    pub(super) fn currency(&mut self, record: &Record<'_>) -> Kept<Option<(Currency, u32)>> {
        let cell = self.cells.plain(record, Field::Currency);
        if cell.is_empty() {
            return Ok(None);
        }
        let parse = |cell: &[u8]| {
            let currency = Currency::parse(std::str::from_utf8(cell).ok()?)?;
            Some((currency, currency.exponent()))
        };
        match self.currencies.of(cell, parse) {
            None if is_nothing(cell) => Ok(None),
            None => Err(self.reject(Code::BadCurrency, Some(Field::Currency), cell)),
            known => Ok(known),
        }
    }

    pub(super) fn number(
        &mut self,
        record: &Record<'_>,
        field: Field,
        exponent: u32,
    ) -> Kept<Option<Number>> {
        let (cell, style) = self.cells.styled(record, field);
        if cell.is_empty() {
            return Ok(None);
        }
        let open = style.decimals == Decimals::Unknown;
        let read = if open && exponent > 2 {
            Number::read_fine(cell)
        } else {
            Number::read(cell, style.decimals)
        };
        // The sign beside the amount speaks of three decimals.
        let fine = |number: &Number| open && number.currency.is_some_and(|c| c.exponent() > 2);
        match read {
            Some(number) if fine(&number) => Ok(Number::read_fine(cell)),
            None if is_nothing(cell) => Ok(None),
            None => Err(self.reject(Code::BadAmount, Some(field), cell)),
            number => Ok(number),
        }
    }

    /// Minor units: those given as such, else the number in major units.
    fn minor(
        &mut self,
        record: &Record<'_>,
        major_field: Field,
        minor_field: Field,
        major: Option<Number>,
        exponent: u32,
    ) -> Kept<Option<i64>> {
        let cell = self.cells.plain(record, minor_field);
        let (minor, field, cell) = if cell.is_empty() || is_nothing(cell) {
            let Some(major) = major else { return Ok(None) };
            (major.minor(exponent), major_field, self.cells.plain(record, major_field))
        } else {
            let number = Number::read(cell, Decimals::Unknown);
            (number.and_then(Number::whole), minor_field, cell)
        };
        // Far beyond any price, and safe to multiply with a quantity and an interval.
        match minor.filter(|minor| minor.unsigned_abs() < 1 << 53) {
            None => Err(self.reject(Code::BadAmount, Some(field), cell)),
            minor => Ok(minor),
        }
    }
}
