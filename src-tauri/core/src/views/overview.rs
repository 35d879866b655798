//! The overview: how are we doing, and what moved.

use super::figure::{Metric, figure, goal, money_goal, spark};
use super::frame::Frame;
use super::{Figure, Fraction, OverviewView, Query, charts, fraction, metric, sum};
use crate::Result;
use crate::book::Book;
use crate::chart::Size;
use crate::voice::Voice;

/// Height of the charts, in CSS pixels.
const MOVEMENTS: u32 = 228;
const RETENTION: u32 = 130;

/// The overview of this query.
///
/// # Errors
/// An attribute the segment names that nobody has.
pub fn overview(book: &Book, query: &Query, voice: &Voice) -> Result<OverviewView> {
    let frame = Frame::new(book, query)?;
    let (width, full) = (charts::two_thirds(&frame), charts::full(&frame));
    // The large drawing beside all the rest: a second core halves the wait.
    let (movements, (retention, figures, sum, targets)) = rayon::join(
        || charts::movements(&frame, frame.focus, Size::new(width, MOVEMENTS), voice),
        || {
            let retention = charts::retention(&frame, frame.focus, false, voice);
            let sum = sum::movements(&frame, frame.focus, voice);
            let drawn = retention.draw(Size::new(full, RETENTION), *voice);
            (drawn, figures(&frame, voice), sum, targets(&frame, voice))
        },
    );
    Ok(OverviewView {
        revision: book.revision,
        bar: frame.bar(voice),
        notices: frame.notices(voice),
        figures,
        sum,
        movements,
        retention,
        targets,
    })
}

/// MRR, customers, retention, churn, NRR, ARPA.
fn figures(frame: &Frame<'_>, voice: &Voice) -> Vec<Figure> {
    let with_line = |metric: &Metric| {
        let mut one = figure(frame, metric, voice);
        one.spark = Some(spark(frame, metric, None, voice));
        one
    };
    let mut figures = [
        &metric::MRR,
        &metric::CUSTOMERS,
        &metric::RETENTION,
        &metric::CHURN,
        &metric::NRR_12,
        &metric::ARPA,
    ]
    .map(with_line);
    // Beside figures of what happened in the month this one says when it stood so.
    let month = voice.month_name(frame.focus);
    let args = [("metric", figures[0].label.as_str().into()), ("period", month.into())];
    figures[0].label = voice.say("metric-end-of", &args);
    today(frame, &mut figures, voice);
    let Some(now) = frame.at(frame.focus) else {
        return figures.into();
    };
    let targets = &frame.book.settings.targets;
    figures[0].goal = targets.mrr.map(|target| money_goal(frame.money(now.mrr_end), target, voice));
    // Targets are set for months: beside the rate of another period they would mislead.
    if frame.focus.grain() == crate::model::Grain::Month {
        figures[2].goal = now
            .retention_rate
            .zip(targets.monthly_retention)
            .and_then(|(rate, target)| goal(rate, target, true, voice));
        figures[3].goal = now
            .churn_rate
            .zip(targets.monthly_churn)
            .and_then(|(rate, target)| goal(rate, target, false, voice));
    }
    let per_head = [
        ("above", voice.money(frame.money(now.mrr_end)).into()),
        ("below", voice.count(now.customers_end).into()),
    ];
    figures[5].note.get_or_insert_with(|| voice.say("figure-over", &per_head));
    figures.into()
}

/// What MRR and customers are on the as-of date, where the figure is that of an earlier period.
fn today(frame: &Frame<'_>, figures: &mut [Figure; 6], voice: &Voice) {
    let latest = frame.latest();
    let Some(now) = latest.filter(|now| now.period != frame.focus) else {
        return;
    };
    let day = voice.day_short(frame.book.as_of);
    let note = |value: String| {
        voice.say("figure-today", &[("value", value.into()), ("day", day.as_str().into())])
    };
    figures[0].note = Some(note(voice.money(frame.money(now.mrr_end))));
    figures[1].note = Some(note(voice.count(now.customers_end)));
}

/// Retention of the period and over twelve months as formulas.
fn targets(frame: &Frame<'_>, voice: &Voice) -> Vec<Fraction> {
    fraction::retentions(frame, frame.focus, voice)
}
