//! How the numbers of a file of exchange rates are meant.
//!
//! `rate` of a currency is what one unit of it is worth in the base, or how many of it one unit of
//! the base buys; both are written. A table with one column for each currency, as central banks
//! publish it, gives what the base buys; one row for each currency and day gives what it is worth,
//! unless the file says otherwise or somebody does. The base is the workspace's currency where
//! that has no column of its own, else the euro; the rates against the workspace's currency then
//! follow from both. What was assumed is shown with an example before anything is imported.

use super::map::{Mapping, Origin};
use super::{Field, Header};
use crate::model::Currency;
use rust_decimal::{Decimal, RoundingStrategy};

/// Digits that are kept of a rate that was worked out.
const DIGITS: u32 = 12;

/// What a number says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Direction {
    /// One unit of the currency is worth so many of the base.
    Worth,
    /// One unit of the base buys so many of the currency.
    Buys,
}

impl Direction {
    /// Both, the more usual first.
    pub(super) const ALL: [Self; 2] = [Self::Worth, Self::Buys];

    /// As it is given for every row: `worth`, `buys`.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Worth => "worth",
            Self::Buys => "buys",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code.trim().to_lowercase())
    }
}

/// How a file quotes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Quoted {
    pub(super) direction: Direction,
    /// What everything is quoted against.
    pub(super) base: Currency,
    /// What the rates are wanted in.
    pub(super) home: Currency,
}

impl Quoted {
    /// As somebody said, else as the layout suggests.
    pub(super) fn of(mapping: &Mapping, home: Currency) -> Self {
        let said = |field| match mapping.origins.get(&field) {
            Some(Origin::Constant(value)) => Some(value.as_str()),
            _ => None,
        };
        let columns = mapping.currencies();
        let has = |currency| columns.iter().any(|(_, one)| *one == currency);
        let direction = said(Field::Direction).and_then(Direction::from_code);
        let guessed = if columns.is_empty() { Direction::Worth } else { Direction::Buys };
        let usual = if has(home) && !has(Currency::EUR) { Currency::EUR } else { home };
        Self {
            direction: direction.unwrap_or(guessed),
            base: said(Field::Base).and_then(Currency::parse).unwrap_or(usual),
            home,
        }
    }

    /// What one unit of a currency is worth in the base; `None` past what a decimal holds.
    pub(super) fn worth(&self, number: Decimal) -> Option<Decimal> {
        match self.direction {
            Direction::Worth => Some(number),
            Direction::Buys => Decimal::ONE.checked_div(number),
        }
    }

    /// The rate in the workspace's currency, whose own worth in the base is `home`: 1 where it is
    /// the base. What had to be worked out keeps twelve digits.
    pub(super) fn rate(&self, number: Decimal, home: Decimal) -> Option<Decimal> {
        let rate = if home == Decimal::ONE {
            self.worth(number)?
        } else {
            self.worth(number)?.checked_div(home)?
        };
        let exact = self.direction == Direction::Worth && home == Decimal::ONE;
        let rate = if exact { rate } else { rounded(rate)? };
        (rate > Decimal::ZERO).then(|| rate.normalize())
    }
}

fn rounded(rate: Decimal) -> Option<Decimal> {
    rate.round_sf_with_strategy(DIGITS, RoundingStrategy::MidpointAwayFromZero)
}

/// Whether the columns are a day and then one for each currency, named by its code.
pub(super) fn is_table(headers: &[Header]) -> bool {
    // A column without a name is called by its place: `(4)`.
    let named = || headers.iter().filter(|header| !header.name.starts_with('('));
    let codes = named().filter(|header| currency(header).is_some()).count();
    // Currencies of the past have codes nobody knows any more.
    let past = |header: &&Header| {
        header.name.len() == 3 && header.name.bytes().all(|b| b.is_ascii_lowercase())
    };
    let others = named().filter(|header| currency(header).is_none()).filter(|h| !past(h)).count();
    codes > 0 && others == 1
}

/// The currency a column is named by.
pub(super) fn currency(header: &Header) -> Option<Currency> {
    if header.name.len() == 3 { Currency::parse(&header.name) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_directions_and_a_base_that_is_not_the_workspaces_give_the_same_rates() {
        let currency = |code: &str| Currency::parse(code).unwrap();
        let decimal = |text: &str| text.parse::<Decimal>().unwrap();
        let quoted =
            |direction, home: &str| Quoted { direction, base: Currency::EUR, home: currency(home) };
        let one = Decimal::ONE;
        let worth = quoted(Direction::Worth, "EUR");
        assert_eq!(worth.rate(decimal("0.9000"), one), Some(decimal("0.9")));
        let buys = quoted(Direction::Buys, "EUR");
        assert_eq!(buys.rate(decimal("1.25"), one), Some(decimal("0.8")));
        assert_eq!(buys.rate(decimal("3"), one), Some(decimal("0.333333333333")));
        assert_eq!(buys.rate(Decimal::ZERO, one), None);
        // 1 EUR buys 1.25 USD and 0.80 GBP: a pound is 1.5625 dollars, a euro 1.25.
        let dollars = quoted(Direction::Buys, "USD");
        let home = dollars.worth(decimal("1.25")).unwrap();
        assert_eq!(dollars.rate(decimal("0.80"), home), Some(decimal("1.5625")));
        assert_eq!(dollars.rate(one, home), Some(decimal("1.25")));
    }
}
