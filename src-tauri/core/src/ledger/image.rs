//! The ledger as bytes: what a large book is opened from when its file has not changed.
//!
//! Columns as they lie in memory, little endian, each with its length before it; what is small
//! stands in front as JSON. Every piece goes into a checksum that stands at the end, so an image
//! that was cut short or altered is no image.

use super::rates::ByDay;
use super::{Attribute, Customers, Factor, Foreign, Ledger, LeftOut, Rates, Reason, States, Trial};
use crate::model::{Currency, Day, Policy};
use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};
use std::hash::Hasher;
use std::io::{self, Read, Write};

/// Bytes that are converted and summed up at a time.
const PIECE: usize = 1 << 16;
/// The most one column may hold: damaged lengths must not ask for all memory.
const MOST: u64 = 1 << 32;

/// Everything that is not a long column.
#[derive(Serialize, Deserialize)]
struct Head {
    currency: String,
    policy: Policy,
    plans: Vec<String>,
    reasons: Vec<(String, bool)>,
    attributes: Vec<(String, Vec<String>)>,
    /// How many currencies have rates that change.
    courses: usize,
    no_rate: Vec<(String, usize)>,
    no_end: usize,
    lists_without_ended: Vec<String>,
    invoices_until: Option<i32>,
    first_paid: Option<i32>,
}

impl Ledger {
    /// Writes the image.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write_image(&self, out: impl Write) -> io::Result<()> {
        let mut out = Sink { out, sum: FxHasher::default(), piece: Vec::with_capacity(PIECE) };
        out.column(&serde_json::to_vec(&self.head())?)?;
        let Customers { id, first_paid, attributes, offsets } = &self.customers;
        out.column(id)?;
        out.column(first_paid)?;
        out.column(offsets)?;
        for attribute in attributes {
            out.column(&attribute.codes)?;
        }
        let States { day, mrr, committed, seats, plan, flags, reason } = &self.states;
        out.column(day)?;
        out.column(mrr)?;
        out.column(committed)?;
        out.column(seats)?;
        out.column(plan)?;
        out.column(flags)?;
        out.column(reason)?;
        out.foreign(&self.foreign)?;
        let trials = &self.trials;
        out.column(&trials.iter().map(|one| one.customer).collect::<Vec<_>>())?;
        out.column(&trials.iter().map(|one| one.begins).collect::<Vec<_>>())?;
        out.column(&trials.iter().map(|one| one.ends).collect::<Vec<_>>())?;
        out.column(&trials.iter().map(|one| one.plan).collect::<Vec<_>>())?;
        out.column(&trials.iter().map(|one| one.converts).collect::<Vec<_>>())?;
        out.out.write_all(&out.sum.finish().to_le_bytes())
    }

    /// Reads an image.
    ///
    /// # Errors
    /// Those of `input`; `InvalidData` for anything that was not written by
    /// [`Ledger::write_image`] as it stands.
    pub fn read_image(input: impl Read) -> io::Result<Self> {
        let mut input = Source { input, sum: FxHasher::default(), piece: vec![0; PIECE] };
        let head: Head = serde_json::from_slice(&input.column::<u8>()?)?;
        let (id, first_paid, offsets) = (input.column()?, input.column()?, input.column()?);
        let mut attributes = Vec::with_capacity(head.attributes.len());
        for (name, values) in head.attributes {
            attributes.push(Attribute { name, values, codes: input.column()? });
        }
        let states = States {
            day: input.column()?,
            mrr: input.column()?,
            committed: input.column()?,
            seats: input.column()?,
            plan: input.column()?,
            flags: input.column()?,
            reason: input.column()?,
        };
        let foreign = input.foreign(head.courses)?;
        let trials = input.trials()?;
        input.check_sum()?;
        let reason = |(text, involuntary)| Reason { text, involuntary };
        let no_rate = head.no_rate.into_iter().map(|(code, n)| Ok((currency(&code)?, n)));
        Ok(Self {
            currency: currency(&head.currency)?,
            policy: head.policy,
            customers: Customers { id, first_paid, attributes, offsets },
            states,
            foreign,
            plans: head.plans,
            reasons: head.reasons.into_iter().map(reason).collect(),
            trials,
            left_out: LeftOut {
                no_rate: no_rate.collect::<io::Result<_>>()?,
                no_end: head.no_end,
                lists_without_ended: head.lists_without_ended,
                invoices_until: head.invoices_until.map(Day),
            },
            first_paid: head.first_paid.map(Day),
        })
    }

    fn head(&self) -> Head {
        let left_out = &self.left_out;
        let attributes = self.customers.attributes.iter();
        Head {
            currency: self.currency.code().to_owned(),
            policy: self.policy,
            plans: self.plans.clone(),
            reasons: self.reasons.iter().map(|one| (one.text.clone(), one.involuntary)).collect(),
            attributes: attributes.map(|one| (one.name.clone(), one.values.clone())).collect(),
            courses: self.foreign.rates.courses.len(),
            no_rate: left_out.no_rate.iter().map(|(c, n)| (c.code().to_owned(), *n)).collect(),
            no_end: left_out.no_end,
            lists_without_ended: left_out.lists_without_ended.clone(),
            invoices_until: left_out.invoices_until.map(|day| day.0),
            first_paid: self.first_paid.map(|day| day.0),
        }
    }
}

/// A number of a column.
trait Number: Copy {
    const WIDTH: usize;
    fn put(self, bytes: &mut Vec<u8>);
    /// From `WIDTH` bytes.
    fn take(bytes: &[u8]) -> Self;
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Number for $number {
            const WIDTH: usize = size_of::<$number>();
            #[inline]
            fn put(self, bytes: &mut Vec<u8>) {
                bytes.extend_from_slice(&self.to_le_bytes());
            }
            #[inline]
            fn take(bytes: &[u8]) -> Self {
                let mut own = [0; Self::WIDTH];
                own.copy_from_slice(bytes);
                Self::from_le_bytes(own)
            }
        }
    )*};
}
numbers!(u8, u32, i32, i64, i128);

impl Number for Day {
    const WIDTH: usize = i32::WIDTH;
    #[inline]
    fn put(self, bytes: &mut Vec<u8>) {
        self.0.put(bytes);
    }
    #[inline]
    fn take(bytes: &[u8]) -> Self {
        Self(i32::take(bytes))
    }
}

/// Where the pieces go.
struct Sink<W> {
    out: W,
    sum: FxHasher,
    piece: Vec<u8>,
}

impl<W: Write> Sink<W> {
    fn column<N: Number>(&mut self, column: &[N]) -> io::Result<()> {
        self.out.write_all(&(column.len() as u64).to_le_bytes())?;
        self.sum.write_usize(column.len());
        for piece in column.chunks(PIECE / N::WIDTH) {
            self.piece.clear();
            piece.iter().for_each(|number| number.put(&mut self.piece));
            self.sum.write(&self.piece);
            self.out.write_all(&self.piece)?;
        }
        Ok(())
    }
}

impl<W: Write> Sink<W> {
    fn foreign(&mut self, foreign: &Foreign) -> io::Result<()> {
        let Foreign { rates, customers, offsets, bounds, rate, amount, committed } = foreign;
        self.column(customers)?;
        self.column(offsets)?;
        self.column(bounds)?;
        self.column(rate)?;
        self.column(amount)?;
        self.column(committed)?;
        for course in &rates.courses {
            self.column(&course.days)?;
            self.column(&course.factors.iter().map(|one| one.num).collect::<Vec<_>>())?;
            self.column(&course.factors.iter().map(|one| one.den).collect::<Vec<_>>())?;
        }
        Ok(())
    }
}

/// Where they come from.
struct Source<R> {
    input: R,
    sum: FxHasher,
    piece: Vec<u8>,
}

impl<R: Read> Source<R> {
    fn column<N: Number>(&mut self) -> io::Result<Vec<N>> {
        let length = self.number()?;
        if length > MOST {
            return Err(damaged());
        }
        let mut left = usize::try_from(length).map_err(|_| damaged())?;
        self.sum.write_usize(left);
        let mut column = Vec::with_capacity(left.min(PIECE));
        while left > 0 {
            let count = left.min(PIECE / N::WIDTH);
            let piece = &mut self.piece[..count * N::WIDTH];
            self.input.read_exact(piece)?;
            self.sum.write(piece);
            if column.len() == PIECE / N::WIDTH {
                // The length has proved true for one piece: now there may be room for all.
                column.reserve_exact(left);
            }
            column.extend(piece.chunks_exact(N::WIDTH).map(N::take));
            left -= count;
        }
        Ok(column)
    }

    fn foreign(&mut self, courses: usize) -> io::Result<Foreign> {
        let foreign = Foreign {
            rates: Rates::default(),
            customers: self.column()?,
            offsets: self.column()?,
            bounds: self.column()?,
            rate: self.column()?,
            amount: self.column()?,
            committed: self.column()?,
        };
        let mut rates = Rates::default();
        for _ in 0..courses {
            let days = self.column()?;
            let (nums, dens) = (self.column()?, self.column()?);
            let factors = nums.into_iter().zip(dens).map(|(num, den)| Factor { num, den });
            rates.courses.push(ByDay { days, factors: factors.collect() });
        }
        Ok(Foreign { rates, ..foreign })
    }

    fn trials(&mut self) -> io::Result<Vec<Trial>> {
        let customers = self.column::<u32>()?;
        let (begins, ends) = (self.column::<Day>()?, self.column::<Day>()?);
        let (plans, converts) = (self.column::<u32>()?, self.column::<Day>()?);
        let days = begins.into_iter().zip(ends).zip(converts);
        let trials = customers.into_iter().zip(plans).zip(days);
        let trial = |((customer, plan), ((begins, ends), converts))| Trial {
            customer,
            begins,
            ends,
            plan,
            converts,
        };
        Ok(trials.map(trial).collect())
    }

    fn check_sum(&mut self) -> io::Result<()> {
        let sum = self.sum.finish();
        if self.number()? == sum { Ok(()) } else { Err(damaged()) }
    }

    fn number(&mut self) -> io::Result<u64> {
        let mut bytes = [0; 8];
        self.input.read_exact(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }
}

fn currency(code: &str) -> io::Result<Currency> {
    Currency::parse(code).ok_or_else(damaged)
}

fn damaged() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

#[cfg(test)]
mod tests {
    use super::super::testing::Business;
    use super::*;
    use crate::model::Status;

    fn book() -> Ledger {
        Business::new()
            .change("ann", "2025-03-01", Status::Active, "Pro", 5_000)
            .change("ann", "2025-06-01", Status::Canceled, "Pro", 5_000)
            .on("bob", "Pro", 9_000, "2025-04-10")
            .pays("eve", "Basic", 2_000, "2026-01-15", |row| {
                row.trial_start = Some(row.start);
                row.trial_end = Some(row.start.plus(14));
                row.cancel_reason = Some("Too expensive");
            })
            .in_country("ann", "NL")
            .known("bob", "Team size", "12")
            .rate_from("USD", "2025-01-01", "0.90")
            .rate_from("USD", "2025-07-01", "0.95")
            .pays_in("USD", "zoe", 10_000, "2025-02-01")
            .book()
    }

    fn image(book: &Ledger) -> Vec<u8> {
        let mut bytes = Vec::new();
        book.write_image(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn what_is_read_is_what_was_written() {
        for book in [book(), Business::new().book()] {
            let bytes = image(&book);
            let read = Ledger::read_image(&bytes[..]).unwrap();
            assert_eq!(format!("{read:?}"), format!("{book:?}"));
        }
    }

    #[test]
    fn an_image_with_a_wrong_or_missing_byte_is_none() {
        let bytes = image(&book());
        for at in 0..bytes.len() {
            let mut wrong = bytes.clone();
            wrong[at] ^= 0x10;
            assert!(Ledger::read_image(&wrong[..]).is_err(), "byte {at}");
            assert!(Ledger::read_image(&bytes[..at]).is_err(), "cut at {at}");
        }
    }
}
