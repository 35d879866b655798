//! A row of exchange rates: of one currency, or of as many as there are columns.

use super::super::map::Style;
use super::super::problem::Code;
use super::super::rates::{Direction, Quoted};
use super::super::records::Record;
use super::super::value::{Decimals, Number, is_nothing};
use super::{Field, Kept, Reader, Rejected};
use crate::model::{Currency, Day};
use rust_decimal::Decimal;

/// What currencies are worth from a day on, in the workspace's.
#[derive(Clone, Debug)]
pub(in crate::import) struct RateRow {
    /// Line of the file.
    pub(in crate::import) line: u64,
    /// From this day on.
    pub(in crate::import) day: Day,
    /// Each currency once.
    pub(in crate::import) rates: Vec<(Currency, Decimal)>,
}

impl Default for RateRow {
    fn default() -> Self {
        Self { line: 0, day: Day::MIN, rates: Vec::new() }
    }
}

impl Reader<'_> {
    /// Reads a record into `row`, whose buffers are used again.
    pub(in crate::import) fn rate(&mut self, record: &Record<'_>, row: &mut RateRow) -> Kept<()> {
        self.begin(record)?;
        row.line = record.line;
        row.rates.clear();
        row.day = match self.day(record, Field::Date)? {
            Some(day) => day,
            None => return Err(self.reject(Code::NoDay, Some(Field::Date), b"")),
        };
        if self.cells.has_column(Field::Rate) {
            self.one_rate(record, row)
        } else {
            self.rates_of_columns(record, row)
        }
    }

    fn one_rate(&mut self, record: &Record<'_>, row: &mut RateRow) -> Kept<()> {
        let Some((currency, _)) = self.currency(record)? else {
            return Err(self.reject(Code::BadCurrency, Some(Field::Currency), b""));
        };
        let quoted = self.quoted;
        if quoted.base != quoted.home {
            let base = quoted.base.code().as_bytes();
            return Err(self.reject(Code::NoCross, Some(Field::Base), base));
        }
        if currency == quoted.home {
            let cell = self.cells.plain(record, Field::Currency);
            self.warn(Code::OwnCurrency, Some(Field::Currency), cell);
            return Err(Rejected { correctable: false, is_row: true });
        }
        let (cell, style) = self.cells.styled(record, Field::Rate);
        let rate = number(cell, style).and_then(|number| quoted.rate(number, Decimal::ONE));
        match rate {
            Some(rate) => row.rates.push((currency, rate)),
            None => return Err(self.reject(Code::BadRate, Some(Field::Rate), cell)),
        }
        Ok(())
    }

    fn rates_of_columns(&mut self, record: &Record<'_>, row: &mut RateRow) -> Kept<()> {
        let quoted = self.quoted;
        let home = if quoted.base == quoted.home {
            Decimal::ONE
        } else {
            let mut all = self.cells.by_currency(*record, Field::Rate);
            let own = all.find(|(currency, ..)| *currency == quoted.home);
            let worth = own.and_then(|(_, cell, style)| quoted.worth(number(cell, style)?));
            let Some(worth) = worth else {
                let base = quoted.base.code().as_bytes();
                return Err(self.reject(Code::NoCross, Some(Field::Base), base));
            };
            // The base is worth something, too.
            let of_base = Quoted { direction: Direction::Worth, ..quoted };
            row.rates.extend(of_base.rate(Decimal::ONE, worth).map(|rate| (quoted.base, rate)));
            worth
        };
        let cells = self.cells.by_currency(*record, Field::Rate);
        for (currency, cell, style) in cells {
            // A currency that was not quoted on a day, and the two that need no rate.
            let own = currency == quoted.home || currency == quoted.base;
            if own || cell.is_empty() || is_nothing(cell) {
                continue;
            }
            match number(cell, style).and_then(|number| quoted.rate(number, home)) {
                Some(rate) => row.rates.push((currency, rate)),
                None => return Err(self.reject(Code::BadRate, Some(Field::Rate), cell)),
            }
        }
        Ok(())
    }
}

/// A number above 0. One separator before three digits means decimals: a rate has no thousands,
/// unless the column shows that it has.
fn number(cell: &[u8], style: Style) -> Option<Decimal> {
    let number = match style.decimals {
        Decimals::Unknown => Number::read_fine(cell),
        told => Number::read(cell, told),
    };
    number.map(Number::decimal).filter(|number| *number > Decimal::ZERO)
}
