//! The cohort triangle as a table of finished text.

use super::frame::Frame;
use super::raw;
use super::{CohortCell, CohortRow, CohortsView};
use crate::metrics::{Against, Cohort, Measure};
use crate::model::Ratio;
use crate::voice::{Sentence, Voice};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a cell is shown as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum CohortRate {
    /// Percent of the start.
    #[default]
    Start,
    /// Percent of the period before.
    Previous,
    /// The number itself.
    Number,
}

/// The most columns a triangle shows.
const MOST: usize = 13;
/// The lowest step of the heat ends at this percentage unless the cells go lower.
const LOWEST: i64 = 80;

/// The triangle of the cohorts of the periods shown.
pub(super) fn triangle(
    frame: &Frame<'_>,
    measure: Measure,
    shown_as: CohortRate,
    voice: &Voice,
) -> CohortsView {
    let against = match shown_as {
        CohortRate::Start | CohortRate::Number => Against::Start,
        CohortRate::Previous => Against::Previous,
    };
    let all = frame.cohorts(measure, against);
    let first = frame.shown.first().copied().unwrap_or(frame.focus);
    let kept: Vec<&Cohort> =
        all.cohorts.iter().filter(|one| one.cohort >= first && one.cohort <= frame.focus).collect();
    let words = ["cohort", "k", "rate", "value", "size"];
    let sheet = Sheet {
        frame,
        voice,
        measure,
        shown_as,
        heat: Heat::of(&kept, shown_as),
        counts: (0..MOST).map(|k| voice.count(i64::try_from(k).unwrap_or(0))).collect(),
        finished: voice.sentence("cohorts-cell", &words),
        unfinished: voice.sentence("cohorts-cell-unfinished", &words),
    };
    let (caption, size) = match measure {
        Measure::Customers => ("cohorts-customers", "cohorts-size-customers"),
        _ => ("cohorts-net-mrr", "cohorts-size-mrr"),
    };
    let columns = kept.iter().map(|one| one.cells.len()).max().unwrap_or(0).min(MOST);
    let mut heads = vec![voice.say("cohorts-started", &[]), voice.say(size, &[])];
    heads.extend((0..columns).map(|k| voice.count(i64::try_from(k).unwrap_or(0))));
    CohortsView {
        caption: voice.say(caption, &[]),
        heads,
        mean: sheet.mean(&kept, columns),
        rows: kept.par_iter().map(|one| sheet.row(one)).collect(),
        scale: sheet.heat.ends(voice),
    }
}

/// How the cells of one triangle are written.
struct Sheet<'a> {
    frame: &'a Frame<'a>,
    voice: &'a Voice,
    measure: Measure,
    shown_as: CohortRate,
    heat: Heat,
    /// The numbers of the columns in words.
    counts: Vec<String>,
    /// What a cell says: a triangle has hundreds of them.
    finished: Sentence,
    unfinished: Sentence,
}

impl Sheet<'_> {
    fn row(&self, one: &Cohort) -> CohortRow {
        let list = format!("cohort:{}:", one.cohort);
        let (cohort, size) = (self.voice.period(one.cohort), self.amount(one.base));
        let cell = |(k, count): (usize, &String)| {
            let cell = &one.cells[k];
            let rate = rate_of(one, k, self.shown_as);
            let (value, percent) = (self.amount(cell.value), self.percent(rate, 0));
            let sentence = if cell.finished { &self.finished } else { &self.unfinished };
            CohortCell {
                heat: rate.map(|rate| self.heat.step(rate)),
                finished: cell.finished,
                spoken: sentence.say(&[&cohort, count, &percent, &value, &size]),
                list: Some(format!("{list}{k}")),
                raw: self.raw(rate, cell.value),
                text: match self.shown_as {
                    CohortRate::Number => value,
                    CohortRate::Start | CohortRate::Previous => self.bare(rate),
                },
            }
        };
        let cells = self.counts.iter().take(one.cells.len()).enumerate().map(cell).collect();
        CohortRow {
            key: one.cohort.to_string(),
            label: self.voice.period_short(one.cohort),
            list: Some(format!("{list}0:all")),
            cells,
            size,
        }
    }

    /// The weighted mean: sum retained over sum of sizes of the cohorts whose period is finished.
    /// Of numbers, their sum.
    fn mean(&self, cohorts: &[&Cohort], columns: usize) -> CohortRow {
        let cell = |k: usize| {
            let finished: Vec<_> = cohorts
                .iter()
                .filter(|one| one.cells.get(k).is_some_and(|cell| cell.finished))
                .collect();
            let value: i64 = finished.iter().map(|one| one.cells[k].value).sum();
            let base = |one: &Cohort| match (self.shown_as, k) {
                (CohortRate::Previous, 1..) => one.cells[k - 1].value,
                _ => one.base,
            };
            let rate = Ratio::of(value, finished.iter().map(|one| base(one)).sum::<i64>());
            CohortCell {
                text: match self.shown_as {
                    CohortRate::Number if finished.is_empty() => self.voice.absent(),
                    CohortRate::Number => self.amount(value),
                    CohortRate::Start | CohortRate::Previous => self.percent_bare(rate),
                },
                raw: self.raw(rate, value),
                heat: None,
                finished: true,
                spoken: self.percent(rate, 1),
                list: None,
            }
        };
        let size: i64 = cohorts.iter().map(|one| one.base).sum();
        CohortRow {
            key: String::new(),
            label: match self.shown_as {
                CohortRate::Number => self.voice.say("cohorts-sum", &[]),
                CohortRate::Start | CohortRate::Previous => self.voice.say("cohorts-mean", &[]),
            },
            size: self.amount(size),
            list: None,
            cells: (0..columns).map(cell).collect(),
        }
    }

    fn amount(&self, value: i64) -> String {
        match self.measure {
            Measure::Customers => self.voice.count(value),
            _ => self.voice.money(self.frame.money(value)),
        }
    }

    /// What the cell shows, in full.
    fn raw(&self, rate: Option<Ratio>, value: i64) -> Option<String> {
        match (self.shown_as, self.measure) {
            (CohortRate::Number, Measure::Customers) => None,
            (CohortRate::Number, _) => Some(raw::money(self.frame.money(value))),
            _ => rate.map(raw::percent),
        }
    }

    fn percent(&self, rate: Option<Ratio>, decimals: u32) -> String {
        rate.map_or_else(|| self.voice.absent(), |rate| self.voice.percent(rate, decimals))
    }

    /// "94": the caption says that cells are percentages.
    fn bare(&self, rate: Option<Ratio>) -> String {
        rate.map_or_else(|| self.voice.absent(), |rate| self.voice.count(rate.scaled(100)))
    }

    /// "94.4"
    fn percent_bare(&self, rate: Option<Ratio>) -> String {
        let hundred = |rate: Ratio| Ratio::of(rate.num() * 100, rate.den());
        rate.and_then(hundred)
            .map_or_else(|| self.voice.absent(), |rate| self.voice.decimal(rate, 1))
    }
}

/// Of the start, or of the period before; a number is coloured like its share of the start.
fn rate_of(one: &Cohort, k: usize, shown_as: CohortRate) -> Option<Ratio> {
    let base = match (shown_as, k) {
        (CohortRate::Previous, 1..) => one.cells[k - 1].value,
        _ => one.base,
    };
    Ratio::of(one.cells[k].value, base)
}

/// Six steps from the lowest percentage to everything.
struct Heat {
    lowest: i64,
}

impl Heat {
    fn of(cohorts: &[&Cohort], shown_as: CohortRate) -> Self {
        let rates = cohorts
            .iter()
            .flat_map(|one| (0..one.cells.len().min(MOST)).map(|k| rate_of(one, k, shown_as)));
        let low = rates.flatten().map(|rate| rate.scaled(100)).min().unwrap_or(LOWEST);
        // Down to the tens below, so that the scale does not change with every cell.
        Self { lowest: LOWEST.min(low.max(0) / 10 * 10 + 10).max(10) }
    }

    fn step(&self, rate: Ratio) -> u8 {
        let percent = rate.scaled(100);
        let above = (percent - self.lowest).max(-1);
        let span = (100 - self.lowest).max(1);
        match above {
            ..0 => 0,
            above => u8::try_from((1 + above * 4 / span).min(5)).unwrap_or(5),
        }
    }

    fn ends(&self, voice: &Voice) -> (String, String) {
        let lowest = voice.count(self.lowest);
        (voice.say("cohorts-under", &[("value", lowest.into())]), voice.say("cohorts-all", &[]))
    }
}
