//! Dates and times as people and programs write them.
//!
//! A year of four digits in front reads itself. `03/04/2025` does not: its order is decided for a
//! whole column ([`OrderHint`]), never for one cell. Two-digit years up to 69 lie in this century.

use super::clock::time;
use super::scan::{Part, Scan};
use crate::model::Day;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The order of a numeric date that does not begin with a year of four digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum DateOrder {
    /// 31/12/2025, most of the world.
    #[default]
    DayFirst,
    /// 12/31/2025, the United States.
    MonthFirst,
    /// 25-12-31, with a year of two digits.
    YearFirst,
}

impl DateOrder {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::DayFirst, Self::MonthFirst, Self::YearFirst];

    /// As a request writes it: `day_first`.
    pub fn code(self) -> &'static str {
        match self {
            Self::DayFirst => "day_first",
            Self::MonthFirst => "month_first",
            Self::YearFirst => "year_first",
        }
    }
}

/// What one cell says about the order of its column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::import) enum OrderHint {
    /// Nothing: no date, or one that reads itself.
    Silent,
    /// Only this order makes a date of it (or it has dots between, which nobody writes with the
    /// month first).
    Told(DateOrder),
    /// Both day first and month first would.
    Either,
}

/// A date, and the time and zone where they are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::import) struct Stamp {
    /// As written.
    pub(in crate::import) day: Day,
    /// Second of the day.
    pub(in crate::import) second: Option<u32>,
    /// Seconds east of UTC, where the cell says so.
    pub(in crate::import) offset: Option<i32>,
}

/// Years a date of a customer can have; beyond them it is a mistake.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

impl Stamp {
    /// Reads a trimmed cell. `Ok(None)` is no date: empty, or one of the numbers that stand for
    /// none (`0`, `0000-00-00`, the first day of Unix time, a year 9999).
    #[inline]
    pub(in crate::import) fn read(cell: &[u8], order: DateOrder) -> Result<Option<Self>, NotADate> {
        if cell.is_empty() {
            return Ok(None);
        }
        let stamp = match iso_day(cell) {
            Some((stamp, [])) => stamp,
            Some((stamp, rest)) => with_time(stamp, rest)?,
            None => free(cell, order)?,
        };
        match stamp {
            Parsed::None => Ok(None),
            Parsed::Some(stamp) => Ok(Some(stamp)),
        }
    }

    /// What this cell says about the order of its column.
    pub(in crate::import) fn hint(cell: &[u8]) -> OrderHint {
        let mut scan = Scan { bytes: cell };
        let (Some(a), Some(by), Some(b)) = (scan.number(), scan.separator(), scan.number()) else {
            return OrderHint::Silent;
        };
        if a.digits > 2 || b.digits > 2 || by == b':' || scan.separator() != Some(by) {
            return OrderHint::Silent;
        }
        match (scan.number().is_some(), a.value > 12, b.value > 12) {
            (false, ..) => OrderHint::Silent,
            _ if a.value > 31 => OrderHint::Told(DateOrder::YearFirst),
            (_, true, true) => OrderHint::Silent,
            (_, true, _) => OrderHint::Told(DateOrder::DayFirst),
            (_, _, true) => OrderHint::Told(DateOrder::MonthFirst),
            _ if by == b'.' => OrderHint::Told(DateOrder::DayFirst),
            _ if a.value == b.value => OrderHint::Silent,
            _ => OrderHint::Either,
        }
    }
}

/// The cell holds something that is no date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::import) struct NotADate;

/// A date, or one of the numbers that stand for none.
#[derive(Clone, Copy)]
enum Parsed {
    None,
    Some(Stamp),
}

/// Days programs write where there is none: their first or last.
const SENTINELS: [(i32, u32, u32); 8] = [
    (0, 0, 0),
    (1, 1, 1),
    (1753, 1, 1),
    (1899, 12, 30),
    (1899, 12, 31),
    (1900, 1, 1),
    (1970, 1, 1),
    (2999, 12, 31),
];

fn dated(year: i32, month: u32, day: u32) -> Result<Parsed, NotADate> {
    if SENTINELS.contains(&(year, month, day)) || year >= 9000 {
        return Ok(Parsed::None);
    }
    let day = Day::from_ymd(year, month, day).filter(|_| YEARS.contains(&year));
    day.map(|day| Parsed::Some(Stamp { day, second: None, offset: None })).ok_or(NotADate)
}

/// `YYYY-MM-DD` at the front, the form of nearly every export, without the detour below.
#[inline]
fn iso_day(cell: &[u8]) -> Option<(Parsed, &[u8])> {
    let (head, rest) = cell.split_at_checked(10)?;
    let digit = |at: usize| {
        let value = head[at].wrapping_sub(b'0');
        (value < 10).then_some(u32::from(value))
    };
    if head[4] != b'-' || head[7] != b'-' {
        return None;
    }
    let year = digit(0)? * 1000 + digit(1)? * 100 + digit(2)? * 10 + digit(3)?;
    let (month, day) = (digit(5)? * 10 + digit(6)?, digit(8)? * 10 + digit(9)?);
    dated(year.cast_signed(), month, day).ok().map(|parsed| (parsed, rest))
}

fn with_time(parsed: Parsed, rest: &[u8]) -> Result<Parsed, NotADate> {
    let mut scan = Scan { bytes: rest };
    let (second, zone) = time(&mut scan)?;
    Ok(match parsed {
        Parsed::None => Parsed::None,
        Parsed::Some(stamp) => {
            let offset = zone.map(|zone| zone.offset(stamp.day, second.unwrap_or(0)));
            Parsed::Some(Stamp { second, offset, ..stamp })
        }
    })
}

/// Any other form: `31/12/25 8:05`, `Dec 31, 2025`, `20251231`, seconds since 1970.
fn free(cell: &[u8], order: DateOrder) -> Result<Parsed, NotADate> {
    if cell.iter().all(|b| matches!(b, b'0' | b'-' | b'/' | b':' | b' ')) {
        return Ok(Parsed::None);
    }
    if let Some(stamp) = serial(cell) {
        return Ok(Parsed::Some(stamp));
    }
    if cell.iter().all(u8::is_ascii_digit) {
        return digits_only(cell);
    }
    if !cell.iter().any(u8::is_ascii_digit) && super::is_nothing(cell) {
        return Ok(Parsed::None);
    }
    let mut scan = Scan { bytes: cell };
    scan.weekday();
    let mut parts = [Part::default(); 3];
    for part in &mut parts {
        *part = scan.part().ok_or(NotADate)?;
        scan.separator();
    }
    with_time(ordered(parts, order)?, scan.bytes)
}

/// Days since 1899-12-30 with the time as a fraction, as a spreadsheet keeps them: `45672.375`.
/// Five digits from 20000 (1954) to 73050 (2099) mean nothing else in a column of dates.
fn serial(cell: &[u8]) -> Option<Stamp> {
    let text = std::str::from_utf8(cell).ok()?;
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.len() != 5 || fraction.len() > 15 || !digits(whole) || !digits(fraction) {
        return None;
    }
    let days: i32 = whole.parse().ok().filter(|days| (20_000..=73_050).contains(days))?;
    let nanos: u64 = format!("{fraction:0<9.9}").parse().ok()?;
    let second = (nanos * 86_400 + 500_000_000) / 1_000_000_000;
    let second = u32::try_from(second).ok().filter(|_| !fraction.is_empty());
    let day = Day::from_ymd(1899, 12, 30)?.plus(days);
    Some(Stamp { day, second: second.map(|s| s.min(86_399)), offset: None })
}

fn digits_only(cell: &[u8]) -> Result<Parsed, NotADate> {
    let number: i64 =
        std::str::from_utf8(cell).ok().and_then(|c| c.parse().ok()).ok_or(NotADate)?;
    let seconds = match cell.len() {
        8 => {
            let part = |n: i64| u32::try_from(n).unwrap_or_default();
            let year = part(number / 10_000).cast_signed();
            return dated(year, part(number / 100 % 100), part(number % 100));
        }
        9 | 10 => number,
        12 | 13 => number / 1000,
        _ => return Err(NotADate),
    };
    let day = i32::try_from(seconds.div_euclid(86_400)).map_err(|_| NotADate)?;
    let second = u32::try_from(seconds.rem_euclid(86_400)).map_err(|_| NotADate)?;
    Ok(Parsed::Some(Stamp { day: Day(day), second: Some(second), offset: Some(0) }))
}

fn ordered([a, b, c]: [Part; 3], order: DateOrder) -> Result<Parsed, NotADate> {
    let (year, month, day) = match order {
        _ if a.digits == 4 => (a, b, c),
        _ if a.named => (c, a, b),
        _ if b.named => (c, b, a),
        DateOrder::DayFirst => (c, b, a),
        DateOrder::MonthFirst => (c, a, b),
        DateOrder::YearFirst => (a, b, c),
    };
    if day.named || year.named || (year.digits != 4 && year.digits != 2) {
        return Err(NotADate);
    }
    let full = match (year.digits, year.value) {
        (2, n @ 0..70) => 2000 + n,
        (2, n) => 1900 + n,
        (_, n) => n,
    };
    dated(full.cast_signed(), month.value, day.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(cell: &str, order: DateOrder) -> String {
        match Stamp::read(cell.as_bytes(), order) {
            Ok(None) => "none".to_owned(),
            Err(NotADate) => "bad".to_owned(),
            Ok(Some(Stamp { day, second, offset })) => {
                let time =
                    second.map(|s| format!(" {:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60));
                let zone = offset.map(|o| format!(" {:+}", f64::from(o) / 3600.0));
                format!("{day}{}{}", time.unwrap_or_default(), zone.unwrap_or_default())
            }
        }
    }

    #[test]
    fn dates_as_exporters_write_them() {
        let cases = [
            ("2025-01-15", "2025-01-15"),
            ("2025-01-15 09:12", "2025-01-15 09:12:00"),
            ("2025-01-15T23:59:59.123Z", "2025-01-15 23:59:59 +0"),
            ("2020-08-13 13:42:37 UTC", "2020-08-13 13:42:37 +0"),
            ("2010-03-24 17:18:46 PDT", "2010-03-24 17:18:46 -7"),
            ("2016-06-03 12:43:50 -0400", "2016-06-03 12:43:50 -4"),
            ("2026-05-28 7:01:33 PM GMT+2", "2026-05-28 19:01:33 +2"),
            ("2026/05/28 7:01:33 PM GMT+2", "2026-05-28 19:01:33 +2"),
            ("2026-05-28 07:01:33+05:30", "2026-05-28 07:01:33 +5.5"),
            ("31-12-2025", "2025-12-31"),
            ("3.4.25", "2025-04-03"),
            ("20250115", "2025-01-15"),
            ("1736899200", "2025-01-15 00:00:00 +0"),
            ("12 mrt 2025", "2025-03-12"),
            ("Jan 2, 2025", "2025-01-02"),
            ("9-okt-2025", "2025-10-09"),
            ("15 december 1987", "1987-12-15"),
            ("45672", "2025-01-15"),
            ("45672.375", "2025-01-15 09:00:00"),
            ("45672,5", "2025-01-15 12:00:00"),
            ("January 2nd, 2025", "2025-01-02"),
            ("Mon, 02 Jan 2025 10:00:00 GMT", "2025-01-02 10:00:00 +0"),
            ("Thu Jan 02 2025 10:00:00 GMT+0100 (Central European Time)", "2025-01-02 10:00:00 +1"),
            ("fredag 2 maj 2025 kl. 10:00", "2025-05-02 10:00:00"),
            ("2 mei 2025 om 10:00", "2025-05-02 10:00:00"),
            ("2025-07-01 10:00 Europe/Amsterdam", "2025-07-01 10:00:00 +2"),
        ];
        for (cell, expected) in cases {
            assert_eq!(day(cell, DateOrder::DayFirst), expected, "{cell}");
        }
        assert_eq!(day("25-03-04", DateOrder::YearFirst), "2025-03-04");
        assert_eq!(day("03/04/2025", DateOrder::YearFirst), "bad");
        assert_eq!(day("12/20/25 8:05", DateOrder::MonthFirst), "2025-12-20 08:05:00");
        assert_eq!(day("06/10/2025 09:00:00 AM", DateOrder::MonthFirst), "2025-06-10 09:00:00");
        assert_eq!(day("02/10/2023 15:25 UTC", DateOrder::DayFirst), "2023-10-02 15:25:00 +0");
    }

    #[test]
    fn what_stands_for_no_date_is_none() {
        let cells = [
            "",
            "0",
            "0000-00-00",
            "0000-00-00 00:00:00",
            "9999-08-13",
            "1970-01-01",
            "0001-01-01",
            "1900-01-01",
            "2999-12-31",
            "NULL",
            "n/a",
            "-",
            "\\N",
            "1899-12-30 00:00",
            "nooit",
        ];
        for cell in cells {
            assert_eq!(day(cell, DateOrder::DayFirst), "none", "{cell}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        let cells = [
            "31/31/2024",
            "2025-02-30",
            "12/25/2025",
            "yesterday",
            "2025-13-01",
            "1/2",
            "12,50",
            "2025-01-15 25:00",
            "2025-01-15 XYZ",
            "1898-12-31",
            "3025-01-01",
            "1 2 345",
        ];
        for cell in cells {
            assert_eq!(day(cell, DateOrder::DayFirst), "bad", "{cell}");
        }
    }

    #[test]
    fn a_cell_tells_the_order_of_its_column_or_keeps_silent() {
        let hint = |cell: &str| Stamp::hint(cell.as_bytes());
        assert_eq!(hint("31/12/2025"), OrderHint::Told(DateOrder::DayFirst));
        assert_eq!(hint("12/31/25 8:05"), OrderHint::Told(DateOrder::MonthFirst));
        assert_eq!(hint("99-12-31"), OrderHint::Told(DateOrder::YearFirst));
        assert_eq!(hint("03/04/2025"), OrderHint::Either);
        assert_eq!(hint("03.04.2025"), OrderHint::Told(DateOrder::DayFirst));
        assert_eq!(hint("04/04/2025"), OrderHint::Silent);
        assert_eq!(hint("2025-03-04"), OrderHint::Silent);
        assert_eq!(hint("8:05:12"), OrderHint::Silent);
    }
}
