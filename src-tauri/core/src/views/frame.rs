//! Periods, comparison and segment of one question, worked out once for a whole view.

use super::{Bar, Choice, Compare, Notice, NoticeTone, PeriodChoice, Query};
use crate::Result;
use crate::book::{Book, Reckoned};
use crate::metrics::{self, Against, ByKind, Cohorts, Measure, PeriodFigures, Scope};
use crate::model::{Day, Grain, Money, Period};
use crate::voice::{Arg, Voice};
use std::sync::Arc;

/// Days after the newest invoice from which on it has to be said that nothing newer is known.
const STALE: i32 = 31;
/// How many finished periods are shown unless asked otherwise.
const SPAN: i32 = 12;
/// The narrowest page a chart is drawn for, the widest, and the usual one (CSS pixels).
const WIDTH: (u32, u32, u32) = (480, 1440, 1024);

/// The answer to "of when and of whom", with the figures of every period.
pub(super) struct Frame<'a> {
    pub(super) book: &'a Book,
    /// The last period the figures stand for; the last finished one unless chosen.
    pub(super) focus: Period,
    /// The periods of the charts: up to the focus, and the unfinished one behind it.
    pub(super) shown: Vec<Period>,
    /// Width of the page's content in CSS pixels.
    pub(super) width: u32,
    compare: Compare,
    reckoned: Arc<Reckoned>,
    query: Query,
}

impl<'a> Frame<'a> {
    /// Works out the frame of a question. An address that names a period that is not there, or one
    /// of another grain, gets the nearest that is; a plan or country that is not there (any more)
    /// means nobody: an old link still opens.
    pub(super) fn new(book: &'a Book, query: &Query) -> Result<Self> {
        let filter = query.filter();
        let reckoned = book.reckoned(query.grain, filter)?;
        let first = reckoned.first;
        let last = Period::of(query.grain, book.as_of);
        let finished = if last.is_finished(book.as_of) { last } else { last.plus(-1) };
        let newest = finished.max(first);
        let asked = query.to.as_deref().and_then(Period::parse);
        let focus = asked
            .filter(|period| period.grain() == query.grain)
            .map_or(newest, |period| period.clamp(first, last));
        let span = match query.span {
            None => SPAN,
            Some(0) => i32::MAX,
            Some(span) => i32::from(span),
        };
        let from = Period::new(query.grain, focus.index().saturating_sub(span - 1)).max(first);
        let to = if focus == finished { last } else { focus };
        let width = query.width.unwrap_or(WIDTH.2).clamp(WIDTH.0, WIDTH.1);
        Ok(Self {
            book,
            focus,
            shown: from.until(to).collect(),
            width,
            compare: query.compare,
            reckoned,
            query: query.clone(),
        })
    }

    /// The cohorts of the segment.
    pub(super) fn cohorts(&self, measure: Measure, against: Against) -> Cohorts {
        self.reckoned.triangle(self.book, measure).table(measure, against)
    }

    /// What metrics are asked about.
    pub(super) fn scope(&self) -> Scope<'_> {
        Scope::new(&self.book.ledger, self.book.as_of).within(self.reckoned.members.as_ref())
    }

    /// Who left in each period shown, by whether they wanted to.
    pub(super) fn losses(&self) -> Vec<ByKind> {
        let kinds = metrics::churn_kinds(&self.scope(), self.query.grain);
        kinds
            .into_iter()
            .filter(|(period, _)| self.shown.contains(period))
            .map(|(_, kinds)| kinds)
            .collect()
    }

    /// The figures of the period of the as-of date.
    pub(super) fn latest(&self) -> Option<&PeriodFigures> {
        self.reckoned.figures.last()
    }

    /// The figures of a period; `None` before the first customer and after the as-of date.
    pub(super) fn at(&self, period: Period) -> Option<&PeriodFigures> {
        let at = usize::try_from(period.index().checked_sub(self.reckoned.first.index())?).ok()?;
        self.reckoned.figures.get(at)
    }

    /// The figures of the periods shown, in order.
    pub(super) fn shown(&self) -> impl Iterator<Item = &PeriodFigures> {
        self.shown.iter().filter_map(|period| self.at(*period))
    }

    /// The period a route names, if it is one of the choices, whether the charts reach it or not;
    /// otherwise the focus.
    pub(super) fn selected(&self, name: Option<&str>) -> Period {
        let named = name.and_then(Period::parse);
        let there =
            |period: &Period| period.grain() == self.query.grain && self.at(*period).is_some();
        named.filter(there).unwrap_or(self.focus)
    }

    /// What a period is compared with.
    pub(super) fn compared(&self, period: Period) -> Period {
        match self.compare {
            Compare::Before => period.plus(-1),
            Compare::Year => year_before(period),
        }
    }

    /// Whether a period is over.
    pub(super) fn is_finished(&self, period: Period) -> bool {
        period.is_finished(self.book.as_of)
    }

    /// The last day of a period that has come.
    pub(super) fn last_day(&self, period: Period) -> Day {
        period.last().min(self.book.as_of)
    }

    /// An amount in the workspace's currency.
    pub(super) fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.book.ledger.currency)
    }

    /// Whom the figures are of, in words; `None` for all customers.
    pub(super) fn segment_words(&self, voice: &Voice) -> Option<String> {
        self.reckoned.members.as_ref()?;
        let countries = self.query.countries.iter().map(|code| country(code, voice));
        let tiers = self.query.tiers.iter().cloned();
        let words: Vec<String> =
            self.query.plans.iter().cloned().chain(countries).chain(tiers).collect();
        Some(voice.list(&words))
    }

    /// The choices at the top.
    pub(super) fn bar(&self, voice: &Voice) -> Bar {
        let ledger = &self.book.ledger;
        let grain = match self.query.grain {
            Grain::Week => "week",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::Year => "year",
        };
        let compare = match self.compare {
            Compare::Before => voice.say("bar-before", &[("grain", grain.into())]),
            Compare::Year => voice.say("bar-year", &[]),
        };
        let period = |period: Period| PeriodChoice {
            key: period.to_string(),
            label: voice.period(period),
            short: voice.month_short(period),
        };
        let from = self.shown.first().copied().unwrap_or(self.focus);
        let last = Period::of(self.query.grain, self.book.as_of);
        let named = |name: &String| Choice { key: name.clone(), label: name.clone() };
        let mut plans: Vec<Choice> =
            ledger.plans.iter().filter(|name| !name.is_empty()).map(named).collect();
        plans.sort_by(|a, b| a.label.cmp(&b.label));
        let codes = ledger.attribute("country").map_or(&[][..], |country| &country.values);
        let mut countries: Vec<Choice> = codes
            .iter()
            .filter(|code| !code.is_empty())
            .map(|code| Choice { key: code.clone(), label: country(code, voice) })
            .collect();
        countries.sort_by(|a, b| a.label.cmp(&b.label));
        let there = self.at(self.focus).map_or(0, |figures| figures.customers_end);
        Bar {
            periods: voice.period_range(from, self.focus),
            focus: Choice { key: self.focus.to_string(), label: voice.period(self.focus) },
            compare,
            segment: self.segment_words(voice).unwrap_or_else(|| voice.say("bar-all", &[])),
            choices: self.reckoned.first.until(last).rev().map(period).collect(),
            plans,
            countries,
            customers: voice.count(there),
        }
    }

    /// What has to be said about the figures: what they leave out and where that can be mended.
    pub(super) fn notices(&self, voice: &Voice) -> Vec<Notice> {
        let out = &self.book.ledger.left_out;
        let mut notices = Vec::new();
        for file in &out.lists_without_ended {
            notices.push(Notice {
                code: "no_ended".to_owned(),
                tone: NoticeTone::Warn,
                text: voice.say("notice-no-ended", &[("file", file.as_str().into())]),
                link: Some(("/import".to_owned(), voice.say("notice-no-ended-link", &[]))),
            });
        }
        let until = out.invoices_until.filter(|day| self.book.as_of.0 - day.0 > STALE);
        if let Some(day) = until {
            notices.push(Notice {
                code: "invoices_until".to_owned(),
                tone: NoticeTone::Warn,
                text: voice.say("notice-invoices-until", &[("day", voice.day(day).into())]),
                link: Some(("/import".to_owned(), voice.say("notice-invoices-until-link", &[]))),
            });
        }
        for (currency, count) in &out.no_rate {
            let args = [
                ("count", Arg::from(*count)),
                ("text", voice.count(i64::try_from(*count).unwrap_or(i64::MAX)).into()),
                ("currency", currency.code().into()),
            ];
            notices.push(Notice {
                code: "no_rate".to_owned(),
                tone: NoticeTone::Warn,
                text: voice.say("notice-no-rate", &args),
                link: Some(("/settings".to_owned(), voice.say("notice-no-rate-link", &[]))),
            });
        }
        if out.no_end > 0 {
            let text = voice.count(i64::try_from(out.no_end).unwrap_or(i64::MAX));
            let args = [("count", Arg::from(out.no_end)), ("text", text.into())];
            notices.push(notice("no_end", NoticeTone::Warn, voice.say("notice-no-end", &args)));
        }
        if let Some(segment) = self.segment_words(voice)
            && self.shown().all(|figures| figures.customers_start + figures.customers_end == 0)
        {
            let text = voice.say("notice-nobody", &[("segment", segment.into())]);
            notices.push(notice("nobody", NoticeTone::Info, text));
        }
        if !self.shown.iter().any(|period| self.is_finished(*period)) {
            notices.push(notice("short", NoticeTone::Info, voice.say("notice-short", &[])));
        }
        notices
    }
}

/// The same period a year earlier. Weeks have no same one: 52 weeks earlier.
pub(super) fn year_before(period: Period) -> Period {
    match period.grain() {
        Grain::Week => period.plus(-52),
        Grain::Month => period.plus(-12),
        Grain::Quarter => period.plus(-4),
        Grain::Year => period.plus(-1),
    }
}

/// A country as the sources name it, by its code or in words.
pub(super) fn country(code: &str, voice: &Voice) -> String {
    if code.is_empty() { voice.say("unknown-country", &[]) } else { code.to_owned() }
}

fn notice(code: &str, tone: NoticeTone, text: String) -> Notice {
    Notice { code: code.to_owned(), tone, text, link: None }
}
