//! Instants moved into the workspace's time zone.

use super::Stamp;
use crate::model::Day;
use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::Tz;

/// The zone times of a column are in, where the cells do not say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SourceZone {
    /// Seconds east of UTC.
    Offset(i32),
    /// With its summer times.
    Named(Tz),
}

impl SourceZone {
    /// UTC itself.
    pub(in crate::import) const UTC: Self = Self::Offset(0);

    /// Reads a zone that stands alone: `UTC`, `PDT`, `+02:00`, `Europe/Amsterdam`.
    pub(in crate::import) fn read(cell: &[u8]) -> Option<Self> {
        super::clock::alone(cell)
    }

    /// Seconds east of UTC at a local time. In the hour that comes twice the first counts, in the
    /// one that is left out the hour before it.
    pub(super) fn offset(self, day: Day, second: u32) -> i32 {
        let zone = match self {
            Self::Offset(offset) => return offset,
            Self::Named(zone) => zone,
        };
        let local = i64::from(day.0) * 86_400 + i64::from(second);
        let at = |local: i64| {
            let naive = DateTime::from_timestamp(local, 0)?.naive_utc();
            zone.offset_from_local_datetime(&naive).earliest()
        };
        at(local).or_else(|| at(local - 3600)).map_or(0, |offset| offset.fix().local_minus_utc())
    }
}

/// A day and second in the workspace's time zone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::import) struct Moment {
    /// The civil date.
    pub(in crate::import) day: Day,
    /// Second of that day; 0 where no time is known.
    pub(in crate::import) second: u32,
}

/// Moves stamps into one time zone. Offsets are remembered for each day: a file has millions of
/// stamps and a few thousand days.
pub(in crate::import) struct Zones {
    zone: Tz,
    /// Seconds east of UTC on each UTC day from 1970 on, see `UNKNOWN` and `CHANGES`.
    offsets: Vec<i32>,
}

/// Not looked up yet.
const UNKNOWN: i32 = i32::MAX;
/// The offset changes within that day.
const CHANGES: i32 = i32::MAX - 1;
/// Days that are remembered: 1970 to 2106.
const DAYS: usize = 50_000;

impl Zones {
    /// For a workspace in this time zone.
    pub(in crate::import) fn new(zone: Tz) -> Self {
        Self { zone, offsets: vec![UNKNOWN; DAYS] }
    }

    /// The day of a stamp. A bare date, or a time without a zone, stands as it is; `zone` is that
    /// of the column, where the cell itself says nothing.
    #[inline]
    pub(in crate::import) fn local(&mut self, stamp: Stamp, zone: Option<SourceZone>) -> Moment {
        let Some(second) = stamp.second else {
            return Moment { day: stamp.day, second: 0 };
        };
        let offset = match (stamp.offset, zone) {
            (Some(offset), _) => offset,
            (None, Some(zone)) => zone.offset(stamp.day, second),
            (None, None) => return Moment { day: stamp.day, second },
        };
        let instant = i64::from(stamp.day.0) * 86_400 + i64::from(second) - i64::from(offset);
        let local = instant + i64::from(self.offset(instant));
        let day = i32::try_from(local.div_euclid(86_400)).unwrap_or(stamp.day.0);
        Moment { day: Day(day), second: u32::try_from(local.rem_euclid(86_400)).unwrap_or(0) }
    }

    fn offset(&mut self, instant: i64) -> i32 {
        let day = instant.div_euclid(86_400);
        let Some(slot) = usize::try_from(day).ok().filter(|d| *d < DAYS) else {
            return exact(self.zone, instant);
        };
        if self.offsets[slot] == UNKNOWN {
            let first = exact(self.zone, day * 86_400);
            let last = exact(self.zone, day * 86_400 + 86_399);
            self.offsets[slot] = if first == last { first } else { CHANGES };
        }
        match self.offsets[slot] {
            CHANGES => exact(self.zone, instant),
            offset => offset,
        }
    }
}

/// Seconds east of UTC at an instant.
fn exact(zone: Tz, instant: i64) -> i32 {
    DateTime::from_timestamp(instant, 0)
        .map_or(0, |at| zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc())
}

#[cfg(test)]
mod tests {
    use super::super::DateOrder;
    use super::*;

    fn local(zone: Tz, cell: &str, utc: bool) -> (String, u32) {
        let stamp = Stamp::read(cell.as_bytes(), DateOrder::DayFirst).unwrap().unwrap();
        let moment = Zones::new(zone).local(stamp, utc.then_some(SourceZone::UTC));
        (moment.day.to_string(), moment.second)
    }

    #[test]
    fn a_known_zone_is_moved_and_a_bare_date_stands() {
        let amsterdam = chrono_tz::Europe::Amsterdam;
        assert_eq!(local(amsterdam, "2025-06-30 22:30", true), ("2025-07-01".into(), 1800));
        assert_eq!(local(amsterdam, "2025-01-31 22:30", true), ("2025-01-31".into(), 84_600));
        assert_eq!(local(amsterdam, "2025-06-30 22:30", false), ("2025-06-30".into(), 81_000));
        assert_eq!(local(amsterdam, "2025-06-30", true), ("2025-06-30".into(), 0));
        let new_york = chrono_tz::America::New_York;
        assert_eq!(local(new_york, "2025-01-15 00:00", true), ("2025-01-14".into(), 68_400));
        assert_eq!(local(new_york, "2025-01-14 17:00 PST", false), ("2025-01-14".into(), 72_000));
    }

    #[test]
    fn the_day_the_clocks_change_is_exact() {
        let amsterdam = chrono_tz::Europe::Amsterdam;
        assert_eq!(local(amsterdam, "2025-03-30 00:30", true).1, 5_400);
        assert_eq!(local(amsterdam, "2025-03-30 01:30", true).1, 12_600);
    }

    #[test]
    fn a_zone_is_read_alone_and_knows_its_summer() {
        let offset = |cell: &str, day: &str| {
            let zone = SourceZone::read(cell.as_bytes())?;
            Some(zone.offset(Day::parse(day).unwrap(), 36_000))
        };
        assert_eq!(offset("PDT", "2025-01-01"), Some(-25_200));
        assert_eq!(offset("GMT+2", "2025-01-01"), Some(7_200));
        assert_eq!(offset("+05:30", "2025-01-01"), Some(19_800));
        assert_eq!(offset("Europe/Amsterdam", "2025-01-01"), Some(3_600));
        assert_eq!(offset("Europe/Amsterdam", "2025-07-01"), Some(7_200));
        assert_eq!(offset("metadata", "2025-07-01"), None);
        assert_eq!(offset("Home/Work", "2025-07-01"), None);
    }
}
