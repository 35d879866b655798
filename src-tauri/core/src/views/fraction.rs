//! Retention as its formula with the numbers put in.

use super::figure::goal;
use super::frame::Frame;
use super::raw;
use super::{ExplainRef, Fraction, FractionTerm};
use crate::model::{Grain, Period, Ratio};
use crate::voice::Voice;

/// Heads that make a retention rate.
struct Heads {
    start: i64,
    gained: i64,
    end: i64,
}

/// Retention of a period and of the twelve months up to its end.
pub(super) fn retentions(frame: &Frame<'_>, period: Period, voice: &Voice) -> Vec<Fraction> {
    let Some(figures) = frame.at(period) else {
        return Vec::new();
    };
    let targets = &frame.book.settings.targets;
    let target = match period.grain() {
        Grain::Month => targets.monthly_retention,
        Grain::Year => targets.yearly_retention,
        Grain::Week | Grain::Quarter => None,
    };
    let this = Heads {
        start: figures.customers_start,
        gained: figures.customers_new + figures.customers_reactivated + figures.customers_entered,
        // Who left the segment for another one is retained: he stands among those of the end.
        end: figures.customers_end + figures.customers_left,
    };
    let mut all =
        vec![retention(period, "retention_rate", "fraction-retention", &this, target, voice)];
    if period.grain() != Grain::Year {
        let over_year = figures.behind.over_year;
        let year = Heads {
            start: over_year.customers_then,
            gained: figures.customers_end - over_year.customers_kept,
            end: figures.customers_end,
        };
        let target = targets.yearly_retention;
        all.push(retention(period, "retention_12", "fraction-retention-12", &year, target, voice));
    }
    all
}

fn retention(
    period: Period,
    metric: &str,
    label: &str,
    heads: &Heads,
    target: Option<u32>,
    voice: &Voice,
) -> Fraction {
    let rate = Ratio::of(heads.end - heads.gained, heads.start);
    let term = |sign: &str, count: i64, input: &str| FractionTerm {
        sign: sign.to_owned(),
        text: voice.count(count),
        label: voice.say(&format!("input-{input}"), &[]),
        list: Some(format!("input:{metric}:{period}:{input}")),
    };
    let sentence = [
        ("end", voice.count(heads.end).into()),
        ("gained", voice.count(heads.gained).into()),
        ("start", voice.count(heads.start).into()),
        ("lost", voice.count(heads.start - (heads.end - heads.gained)).into()),
    ];
    Fraction {
        label: voice.say(label, &[("period", voice.period(period).into())]),
        numerator: if metric == "retention_12" {
            vec![term("", heads.end - heads.gained, "kept")]
        } else {
            vec![term("", heads.end, "E"), term("−", heads.gained, "N")]
        },
        denominator: vec![term("", heads.start, "B")],
        times: voice.say("fraction-times", &[]),
        result: rate.map_or_else(|| voice.absent(), |rate| voice.percent(rate, 2)),
        raw: rate.map(raw::percent),
        list: rate.is_some().then(|| {
            let about = if metric == "retention_12" { "kept" } else { "E" };
            format!("input:{metric}:{period}:{about}")
        }),
        sentence: voice.say("fraction-sentence", &sentence),
        goal: rate.zip(target).and_then(|(rate, target)| goal(rate, target, true, voice)),
        explain: rate
            .is_some()
            .then(|| ExplainRef { metric: metric.to_owned(), period: period.to_string() }),
    }
}
