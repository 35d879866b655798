//! What comes with time alone: full months as a customer, birthdays, anniversaries.
//!
//! A month is full on the same day number a month later (at most that month's last), within one
//! stretch as a customer; who comes back begins anew. An anniversary is that of his first day ever.
//! Who was born on 29 February has his birthday on the 28th in other years.

use super::rules::Needs;
use crate::model::Day;

/// The next of each.
#[derive(Debug)]
pub(super) struct Ticks {
    born: Option<Day>,
    /// Began to be a customer: ever, and this time.
    first: Option<Day>,
    since: Day,
    /// Full months since then, full years since the first day.
    months: u32,
    years: u32,
    month: Day,
    anniversary: Day,
    birthday: Day,
}

/// What is due on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Due {
    pub(super) month: bool,
    pub(super) birthday: bool,
    pub(super) anniversary: bool,
}

impl Default for Ticks {
    fn default() -> Self {
        Self::new(None)
    }
}

impl Ticks {
    pub(super) fn new(born: Option<Day>) -> Self {
        let (since, month) = (Day::NEVER, Day::NEVER);
        let (anniversary, birthday) = (Day::NEVER, Day::NEVER);
        Self { born, first: None, since, months: 0, years: 0, month, anniversary, birthday }
    }

    pub(super) fn wakes(&self) -> Day {
        self.month.min(self.anniversary).min(self.birthday)
    }

    pub(super) fn came(&mut self, today: Day, needs: Needs) {
        if needs.months {
            (self.since, self.months, self.month) = (today, 0, today.plus_months(1));
        }
        if needs.anniversaries && self.first.is_none() {
            (self.first, self.anniversary) = (Some(today), today.plus_months(12));
        }
    }

    pub(super) fn left(&mut self) {
        self.month = Day::NEVER;
    }

    pub(super) fn join(&mut self, today: Day, needs: Needs) {
        if needs.birthdays {
            self.birthday = self.born.map_or(Day::NEVER, |born| next_birthday(born, today));
        }
    }

    pub(super) fn quit(&mut self) {
        self.birthday = Day::NEVER;
    }

    /// What is due on this day; the next of it is expected from now on.
    pub(super) fn take(&mut self, today: Day) -> Due {
        let month = self.month <= today;
        if month {
            self.months += 1;
            self.month = self.since.plus_months(self.months + 1);
        }
        let anniversary = self.anniversary <= today;
        if anniversary {
            self.years += 1;
            let first = self.first.unwrap_or(today);
            self.anniversary = first.plus_months(12 * (self.years + 1));
        }
        let birthday = self.birthday <= today;
        if birthday {
            let born = self.born.unwrap_or(today);
            self.birthday = next_birthday(born, today.plus(1));
        }
        Due { month, birthday, anniversary }
    }
}

/// The first birthday on or after a day.
fn next_birthday(born: Day, from: Day) -> Day {
    let years = u32::try_from(from.year() - born.year()).unwrap_or(0);
    let in_year = |years: u32| born.plus_months(12 * years);
    let day = in_year(years);
    if day >= from && years > 0 { day } else { in_year(years + 1).max(from) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_birthday_comes_every_year() {
        let born = day("1992-02-29");
        assert_eq!(next_birthday(born, day("2025-01-10")), day("2025-02-28"));
        assert_eq!(next_birthday(born, day("2025-03-01")), day("2026-02-28"));
        assert_eq!(next_birthday(born, day("2028-02-29")), day("2028-02-29"));
    }
}
