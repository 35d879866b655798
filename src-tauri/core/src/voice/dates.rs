//! Days and periods: the order of the region, the names of the language.

use super::formats::{self, DateForm};
use super::{Arg, Voice};
use crate::model::{Day, Grain, Period};
use chrono::Datelike;

/// Relative days reach this far; beyond, the date is said.
const RELATIVE_DAYS: i64 = 14;

impl Voice {
    /// "20 Nov 2026"
    pub fn day(&self, day: Day) -> String {
        self.date(DateForm::Day, day)
    }

    /// "20 Nov", where the year is plain from what stands around it.
    pub fn day_short(&self, day: Day) -> String {
        self.date(DateForm::DayShort, day)
    }

    /// "20 Nov – 3 Dec 2026", "20 Dec 2026 – 3 Jan 2027"; one day alone as that day.
    pub fn day_range(&self, first: Day, last: Day) -> String {
        if first == last {
            return self.day(first);
        }
        let same_year = first.year() == last.year();
        let start = if same_year { self.day_short(first) } else { self.day(first) };
        en_dash(&start, &self.day(last))
    }

    /// "9 days ago", "yesterday", "today", "in 3 days" up to 14 days away, then "20 Nov 2026".
    pub fn relative_day(&self, day: Day, as_of: Day) -> String {
        let days = day.0.saturating_sub(as_of.0);
        let count = i64::from(days).abs();
        let args = [("days", Arg::Count(count)), ("text", self.count(count).into())];
        match days {
            0 => self.say("day-today", &[]),
            -1 => self.say("day-yesterday", &[]),
            1 => self.say("day-tomorrow", &[]),
            _ if count > RELATIVE_DAYS => self.day(day),
            ..-1 => self.say("day-ago", &args),
            2.. => self.say("day-ahead", &args),
        }
    }

    /// "October 2026", "Q4 2026", "2026", "week 47, 2026"
    pub fn period(&self, period: Period) -> String {
        match period.grain() {
            Grain::Month => self.date(DateForm::Month, period.first()),
            _ => self.period_short(period),
        }
    }

    /// "Oct 2026"; other periods as `period` says them.
    pub fn period_short(&self, period: Period) -> String {
        match period.grain() {
            Grain::Week => self.say("period-week", &week_args(period)),
            Grain::Month => self.date(DateForm::MonthShort, period.first()),
            Grain::Quarter => self.say("period-quarter", &quarter_args(period)),
            Grain::Year => year_of(period),
        }
    }

    /// "October" of a month; other periods as `period` says them.
    pub fn month_name(&self, period: Period) -> String {
        match period.grain() {
            Grain::Month => self.date(DateForm::MonthName, period.first()),
            _ => self.period(period),
        }
    }

    /// "Oct", "Q4", "W47" where the year is plain; "2026" of a year.
    pub fn month_short(&self, period: Period) -> String {
        match period.grain() {
            Grain::Week => self.say("period-week-tick", &week_args(period)[..1]),
            Grain::Month => self.tick_month(period),
            Grain::Quarter => self.say("period-quarter-tick", &quarter_args(period)[..1]),
            Grain::Year => year_of(period),
        }
    }

    /// Label of an axis: "Oct", with the year on the first one shown and on January:
    /// "Jan 2026", "Q1 2026".
    pub fn tick(&self, period: Period, first_shown: bool) -> String {
        let short = self.month_short(period);
        let with_year = first_shown || starts_a_year(period);
        if with_year && period.grain() != Grain::Year {
            format!("{short} {}", year_of(period))
        } else {
            short
        }
    }

    /// "Nov 2025 – Oct 2026"; one period alone as that period in full.
    pub fn period_range(&self, first: Period, last: Period) -> String {
        if first == last {
            return self.period(first);
        }
        en_dash(&self.period_short(first), &self.period_short(last))
    }

    /// Swedish abbreviates months with a full stop in dates and without one on axes.
    fn tick_month(&self, period: Period) -> String {
        self.date(DateForm::MonthTick, period.first()).trim_end_matches('.').to_owned()
    }

    fn date(&self, form: DateForm, day: Day) -> String {
        formats::of(*self).date(form, day)
    }
}

fn en_dash(from: &str, to: &str) -> String {
    format!("{from} \u{2013} {to}")
}

/// Whether a period is the first of its year.
pub(crate) fn starts_a_year(period: Period) -> bool {
    year_of(period) != year_of(period.plus(-1))
}

/// The year a period is named by: of a week the ISO year.
fn year_of(period: Period) -> String {
    match period.grain() {
        Grain::Week => period.first().date().iso_week().year().to_string(),
        Grain::Month | Grain::Quarter | Grain::Year => period.first().year().to_string(),
    }
}

fn week_args(period: Period) -> [(&'static str, Arg); 2] {
    let week = period.first().date().iso_week();
    [("week", week.week().to_string().into()), ("year", year_of(period).into())]
}

fn quarter_args(period: Period) -> [(&'static str, Arg); 2] {
    let quarter = period.index().rem_euclid(4) + 1;
    [("quarter", quarter.to_string().into()), ("year", year_of(period).into())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::voice::{Language, Region};

    const GB: Voice = Voice { language: Language::En, region: Region::Gb };
    const US: Voice = Voice { language: Language::En, region: Region::Us };
    const NL: Voice = Voice { language: Language::Nl, region: Region::Nl };
    const SE: Voice = Voice { language: Language::Sv, region: Region::Se };

    fn in_all(say: impl Fn(Voice) -> String) -> [String; 3] {
        [GB, NL, SE].map(say)
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn period(text: &str) -> Period {
        Period::parse(text).unwrap()
    }

    #[test]
    fn dates_have_the_order_of_the_region_and_names_of_the_language() {
        let said = in_all(|v| v.day(day("2026-11-20")));
        assert_eq!(said, ["20 Nov 2026", "20 nov 2026", "20 nov. 2026"]);
        let said = in_all(|v| v.day_short(day("2026-09-05")));
        assert_eq!(said, ["5 Sep", "5 sep", "5 sep."]);
        assert_eq!(US.day(day("2026-11-20")), "Nov 20, 2026");
        let dutch_words = Voice::new(Language::Nl, Region::Us);
        assert_eq!(dutch_words.day(day("2026-10-20")), "okt 20, 2026");
    }

    #[test]
    fn months_stand_long_short_and_on_axes() {
        let october = period("2026-10");
        let said = in_all(|v| v.period(october));
        assert_eq!(said, ["October 2026", "oktober 2026", "oktober 2026"]);
        assert_eq!(in_all(|v| v.period_short(october)), ["Oct 2026", "okt 2026", "okt. 2026"]);
        assert_eq!(in_all(|v| v.month_name(october)), ["October", "oktober", "oktober"]);
        assert_eq!(in_all(|v| v.tick(october, false)), ["Oct", "okt", "okt"]);
        let january = in_all(|v| v.tick(period("2026-01"), false));
        assert_eq!(january, ["Jan 2026", "jan 2026", "jan 2026"]);
        assert_eq!(GB.tick(october, true), "Oct 2026");
    }

    #[test]
    fn other_periods_have_their_own_words() {
        let said = in_all(|v| v.period(period("2026-W47")));
        assert_eq!(said, ["week 47, 2026", "week 47, 2026", "vecka 47, 2026"]);
        assert_eq!(in_all(|v| v.period(period("2026-Q4"))), ["Q4 2026", "K4 2026", "K4 2026"]);
        assert_eq!(GB.period(period("2026")), "2026");
        assert_eq!(GB.tick(period("2026-Q1"), false), "Q1 2026");
        assert_eq!(GB.tick(period("2026-W02"), false), "W2");
        assert_eq!(GB.tick(period("2026-W01"), false), "W1 2026");
        assert_eq!(GB.tick(period("2026"), true), "2026");
    }

    #[test]
    fn ranges_use_an_en_dash() {
        let (first, last) = (period("2025-11"), period("2026-10"));
        assert_eq!(GB.period_range(first, last), "Nov 2025 – Oct 2026");
        assert_eq!(GB.period_range(last, last), "October 2026");
        assert_eq!(GB.day_range(day("2026-11-16"), day("2026-11-22")), "16 Nov – 22 Nov 2026");
        let over_new_year = GB.day_range(day("2025-12-31"), day("2026-01-01"));
        assert_eq!(over_new_year, "31 Dec 2025 – 1 Jan 2026");
    }

    #[test]
    fn days_near_today_are_told_from_today() {
        let today = day("2026-11-20");
        let said = |n| in_all(|v| v.relative_day(today.plus(n), today));
        assert_eq!(said(0), ["today", "vandaag", "i dag"]);
        assert_eq!(said(-1), ["yesterday", "gisteren", "i går"]);
        assert_eq!(said(1), ["tomorrow", "morgen", "i morgon"]);
        assert_eq!(said(-9), ["9 days ago", "9 dagen geleden", "för 9 dagar sedan"]);
        assert_eq!(said(14), ["in 14 days", "over 14 dagen", "om 14 dagar"]);
        assert_eq!(said(-15), ["5 Nov 2026", "5 nov 2026", "5 nov. 2026"]);
    }

    #[test]
    fn the_ends_of_time_are_written_too() {
        assert_eq!(GB.day(Day::NEVER), Day::NEVER.to_string());
        assert_eq!(GB.relative_day(Day::MIN, Day::NEVER), Day::MIN.to_string());
    }
}
