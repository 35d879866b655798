//! What the cells of a column look like: proof or disproof of a guess from its header.

use super::super::Field;
use super::super::facts::Word;
use super::super::value::{
    DateOrder, Decimals, Number, OrderHint, SourceZone, Stamp, category, flag, folded, interval,
    rating, status, trim,
};
use crate::model::Currency;
use std::cell::OnceCell;

/// So many different times that go up or down do so by chance hardly ever.
const LEAST_SORTED: usize = 4;

/// The cells of one column in the head of the file, trimmed, blank ones left out.
pub(super) struct Column<'h> {
    cells: Vec<&'h [u8]>,
    recoded: bool,
    /// What they say without a header, for each of [`ALONE`]: asked for every kind of file.
    alone: OnceCell<[f64; ALONE.len()]>,
}

/// Fields that cells alone can speak of.
const ALONE: [Field; 7] = [
    Field::Email,
    Field::Currency,
    Field::Status,
    Field::Interval,
    Field::Date,
    Field::Score,
    Field::Comment,
];

impl<'h> Column<'h> {
    pub(super) fn new(cells: impl Iterator<Item = &'h str>) -> Self {
        let cells = cells.map(|cell| trim(cell.as_bytes())).filter(|cell| !cell.is_empty());
        let cells: Vec<&[u8]> = cells.take(200).collect();
        let recoded =
            is_recode(&cells, [b"-100", b"0", b"100"]) || is_recode(&cells, [b"-1", b"0", b"1"]);
        Self { cells, recoded, alone: OnceCell::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Share of the cells, 0 to 1; 0 of none.
    #[expect(clippy::cast_precision_loss, reason = "two hundred cells at most")]
    fn share(&self, fits: impl Fn(&[u8]) -> bool) -> f64 {
        let n = self.cells.iter().filter(|cell| fits(cell)).count();
        if n == 0 { 0.0 } else { n as f64 / self.cells.len() as f64 }
    }

    /// Whether some cell stands there twice.
    pub(super) fn repeats(&self) -> bool {
        let mut cells = self.cells.clone();
        cells.sort_unstable();
        cells.windows(2).any(|pair| pair[0] == pair[1])
    }

    /// Whether this is so of every cell.
    pub(super) fn all(&self, is: impl Fn(&[u8]) -> bool) -> bool {
        self.cells.iter().all(|cell| is(cell))
    }

    /// Share of the cells that say again what an earlier one said.
    #[expect(clippy::cast_precision_loss, reason = "two hundred cells at most")]
    pub(super) fn comes_again(&self) -> f64 {
        let mut cells = self.cells.clone();
        cells.sort_unstable();
        let again = cells.windows(2).filter(|pair| pair[0] == pair[1]).count();
        if cells.is_empty() { 0.0 } else { again as f64 / cells.len() as f64 }
    }

    /// All cells say what became of a payment, and some in a word no subscription has.
    pub(super) fn says_what_became_of_money(&self) -> bool {
        const OWN: [&str; 12] = [
            "paid",
            "failed",
            "refunded",
            "succeeded",
            "declined",
            "betaald",
            "mislukt",
            "terugbetaald",
            "betald",
            "misslyckad",
            "återbetald",
            "nekad",
        ];
        let words = super::super::facts::of(super::super::Kind::Payments)
            .and_then(|facts| facts.words(Field::Status));
        words.is_some_and(|words| self.share_of(words) > 0.9)
            && self.share(|cell| OWN.contains(&folded(cell).as_str())) > 0.0
    }

    /// Whether some cell is written as money.
    pub(super) fn are_money(&self) -> bool {
        self.share(|cell| {
            let cell = String::from_utf8_lossy(cell).to_lowercase();
            cell.contains(['€', '$', '£']) || cell.ends_with("kr") || cell.starts_with("eur")
        }) > 0.0
    }

    /// All of them are words without a digit, as no key is.
    pub(super) fn are_words(&self) -> bool {
        !self.is_empty() && self.share(|c| !c.iter().any(u8::is_ascii_digit)) >= 1.0
    }

    /// Share of the cells that are one of these words.
    pub(super) fn share_of(&self, words: &[Word]) -> f64 {
        if self.is_empty() {
            return 1.0;
        }
        self.share(|c| {
            let cell = folded(c);
            words.iter().any(|(_, spellings)| spellings.contains(&cell.as_str()))
        })
    }

    /// Share of the cells that can be read as this field; 1 where anything goes.
    pub(super) fn fits(&self, field: Field) -> f64 {
        use Field as F;
        if self.is_empty() {
            return 1.0;
        }
        match field {
            F::Email => self.share(|c| c.contains(&b'@')),
            F::Currency => self.share(is_currency),
            F::Status => self.share(|c| status(c).is_some()),
            F::AtPeriodEnd => self.share(|c| flag(c).is_some()),
            F::Interval => self.share(|c| interval(c).is_some()),
            F::Quantity | F::IntervalCount | F::AmountMinor | F::MrrMinor => {
                self.share(|c| number(c).is_some_and(|n| n.whole().is_some()))
            }
            F::Score => {
                self.share(|c| is_rating(c, 0, 10) || category(c).is_some() || self.recoded)
            }
            field if field.is_rating() => self.share(|c| is_rating(c, 1, 10)),
            F::Visits => self.share(|c| number(c).is_some_and(|n| n.whole().is_some())),
            field if field.is_decimal() => self.share(|c| number(c).is_some()),
            field if field.is_date() => self.share(is_date),
            _ => 1.0,
        }
    }

    /// How surely the cells alone speak of a field, where the header says nothing known.
    pub(super) fn alone(&self, field: Field) -> f64 {
        // A first day is a date like any other.
        let field = if field == Field::Start { Field::Date } else { field };
        let at = ALONE.iter().position(|known| *known == field);
        let all = || self.alone.get_or_init(|| ALONE.map(|field| self.says(field)));
        at.filter(|_| self.cells.len() > 2).map_or(0.0, |at| all()[at])
    }

    fn says(&self, field: Field) -> f64 {
        use Field as F;
        let (weight, share) = match field {
            F::Email => (0.6, self.share(|c| c.contains(&b'@') && c.contains(&b'.'))),
            F::Currency => (0.6, self.share(|c| c.len() == 3 && is_currency(c))),
            F::Status => (0.5, self.share(|c| status(c).is_some())),
            F::Interval => (
                0.5,
                self.share(|c| !c[0].is_ascii_digit() && c.len() > 2 && interval(c).is_some()),
            ),
            F::Date => (0.45, self.share(|c| c.len() >= 8 && !is_bare(c) && is_date(c))),
            F::Score if self.is_scale_to_ten() => (0.45, 1.0),
            F::Comment if self.share(is_sentence) > 0.6 => (0.42, 1.0),
            _ => return 0.0,
        };
        if share > 0.9 { weight } else { 0.0 }
    }

    /// Nearly all of them name a country.
    pub(super) fn are_countries(&self) -> bool {
        self.share(super::country::is_country) > 0.9
    }

    /// Scores of 0 to 10: whole numbers that come more than once, and some that a scale to 5 or 7
    /// does not have.
    fn is_scale_to_ten(&self) -> bool {
        let whole = |c: &[u8]| c.len() <= 2 && is_rating(c, 0, 10);
        self.share(whole) > 0.99
            && self.share(|c| whole(c) && is_rating(c, 8, 10)) > 0.0
            && self.repeats()
    }

    /// Scores are recoded as -100, 0, 100, or as -1, 0, 1.
    pub(super) fn are_recoded(&self) -> bool {
        self.recoded
    }

    /// Nearly all cells are phone numbers or IP addresses.
    pub(super) fn is_phone_or_ip(&self) -> bool {
        self.cells.len() >= 3 && (self.share(is_phone) > 0.8 || self.share(is_ip) > 0.8)
    }

    /// All cells are whole prices as they look in cents: 2900, 1995.
    pub(super) fn looks_like_cents(&self) -> bool {
        let cents = |cell: &[u8]| {
            let number = cell.iter().all(u8::is_ascii_digit).then(|| number(cell)).flatten();
            number.and_then(Number::whole)
        };
        let tails = [0, 50, 90, 95, 99];
        let usual =
            |cell: &[u8]| cents(cell).is_some_and(|n| n >= 100 && tails.contains(&(n % 100)));
        let zero = |cell: &[u8]| cents(cell) == Some(0);
        let large = self.share(|c| cents(c).is_some_and(|n| n >= 500)) >= 0.5;
        let whole = self.share(|c| usual(c) || zero(c)) > 0.9;
        self.cells.len() >= 3 && large && whole
    }

    /// All cells name a time zone.
    pub(super) fn are_zones(&self) -> bool {
        !self.is_empty() && self.share(|c| SourceZone::read(c).is_some()) > 0.99
    }

    /// Nearly all cells are dates.
    pub(super) fn are_dates(&self) -> bool {
        !self.is_empty() && self.share(|c| c.len() >= 6 && !is_bare(c) && is_date(c)) > 0.9
    }

    /// What the cells say together about the order of their dates.
    pub(super) fn order(&self) -> OrderHint {
        let mut all = OrderHint::Silent;
        for cell in &self.cells {
            match (Stamp::hint(cell), all) {
                (OrderHint::Silent, _) => {}
                (OrderHint::Either, OrderHint::Silent) => all = OrderHint::Either,
                (OrderHint::Either, _) => {}
                (told, _) => return told,
            }
        }
        all
    }

    /// The one order of day and month in which the cells go up or down from first to last.
    pub(super) fn leans(&self) -> Option<DateOrder> {
        let sorted = |order: &DateOrder| {
            let read = |cell: &&[u8]| Stamp::read(cell, *order).ok().flatten();
            let times: Vec<_> =
                self.cells.iter().filter_map(read).map(|s| (s.day, s.second)).collect();
            let mut different = times.clone();
            different.sort_unstable();
            different.dedup();
            let up = times.is_sorted();
            let down = times.iter().rev().is_sorted();
            different.len() >= LEAST_SORTED && (up || down)
        };
        let mut all = [DateOrder::DayFirst, DateOrder::MonthFirst].into_iter().filter(sorted);
        all.next().filter(|_| all.next().is_none())
    }

    /// What the cells say together about their decimals: what most of those say that tell.
    pub(super) fn decimals(&self) -> Decimals {
        let count = |of| self.cells.iter().filter(|c| Number::hint(c) == of).count();
        match (count(Decimals::Comma), count(Decimals::Point)) {
            (0, 0) => Decimals::Unknown,
            (comma, point) if comma > point => Decimals::Comma,
            _ => Decimals::Point,
        }
    }
}

/// Nothing but these three, and one of them that no scale from 0 to 10 has.
fn is_recode(cells: &[&[u8]], [low, middle, high]: [&[u8]; 3]) -> bool {
    let known = |cell: &&[u8]| [low, middle, high].contains(cell);
    let own = |cell: &&[u8]| *cell == low || (*cell == high && high.len() > 2);
    cells.iter().all(known) && cells.iter().any(own)
}

/// A whole number of a scale, with its words or without.
fn is_rating(cell: &[u8], low: i64, high: i64) -> bool {
    let whole = rating(cell).and_then(number).and_then(Number::whole);
    whole.is_some_and(|whole| (low..=high).contains(&whole))
}

/// Three words or more.
fn is_sentence(cell: &[u8]) -> bool {
    let words = cell.split(|b| *b == b' ').filter(|word| word.iter().any(u8::is_ascii_alphabetic));
    words.count() >= 3
}

fn is_date(cell: &[u8]) -> bool {
    DateOrder::ALL.iter().any(|o| Stamp::read(cell, *o).is_ok())
}

/// A number without anything that only dates have.
fn is_bare(cell: &[u8]) -> bool {
    cell.iter().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

/// `+31 6 1234 5678`: eight digits or more, and what people put between them.
fn is_phone(cell: &[u8]) -> bool {
    let digits = cell.iter().filter(|b| b.is_ascii_digit()).count();
    let begins = cell.first().is_some_and(|b| matches!(b, b'+' | b'(' | b'0'));
    let dressed = cell.iter().all(|b| b.is_ascii_digit() || b" ()+-./".contains(b));
    begins && dressed && (8..=15).contains(&digits) && !is_date(cell)
}

fn is_ip(cell: &[u8]) -> bool {
    std::str::from_utf8(cell).is_ok_and(|text| text.parse::<std::net::IpAddr>().is_ok())
}

fn is_currency(cell: &[u8]) -> bool {
    std::str::from_utf8(cell).ok().and_then(Currency::parse).is_some()
}

fn number(cell: &[u8]) -> Option<Number> {
    Number::read(cell, Decimals::Unknown)
}
