//! One metric as a figure: value, change, target, line of the periods before.

use super::frame::Frame;
use super::raw;
use super::{Change, Direction, ExplainRef, Figure, Goal, Table};
use crate::chart::{Chart, Said, Size, Spark};
use crate::metrics::PeriodFigures;
use crate::model::{Money, Period, Ratio};
use crate::voice::Voice;

/// Size of the drawing under a figure, in CSS pixels.
const SPARK: Size = Size { width: 132, height: 28 };

/// A value before it becomes words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    /// Whole units of money, from minor units.
    Money(i64),
    /// Money with its minor units.
    Cents(i64),
    /// Customers.
    Count(i64),
    /// A share: shown in percent, changes in points.
    Rate(Ratio),
    /// A plain ratio: 3.7.
    Times(Ratio),
}

/// How to read a metric off the figures of a period, and what is good about it.
#[derive(Clone, Copy)]
pub(super) struct Metric {
    /// Name as in the CLI.
    pub(super) key: &'static str,
    /// Its value; absent without a base.
    pub(super) of: fn(&PeriodFigures) -> Option<Value>,
    /// Whether more of it is better.
    pub(super) up_is_good: bool,
    /// Catalogue key of the reason when it is absent.
    pub(super) absent: &'static str,
    /// The customers it is about, as a list with `*` for the period.
    pub(super) list: &'static str,
}

impl Value {
    /// As text in the user's formats.
    pub(super) fn text(self, frame: &Frame<'_>, voice: &Voice) -> String {
        match self {
            Self::Money(minor) => voice.money(frame.money(minor)),
            Self::Cents(minor) => voice.money_cents(frame.money(minor)),
            Self::Count(count) => voice.count(count),
            Self::Rate(ratio) => voice.percent(ratio, 1),
            Self::Times(ratio) => voice.decimal(ratio, 1),
        }
    }

    /// In full, where the text rounds.
    fn raw(self, frame: &Frame<'_>) -> Option<String> {
        match self {
            Self::Money(minor) | Self::Cents(minor) => Some(raw::money(frame.money(minor))),
            Self::Count(_) => None,
            Self::Rate(ratio) => Some(raw::percent(ratio)),
            Self::Times(ratio) => Some(raw::times(ratio)),
        }
    }

    /// As a number for drawing and for the window.
    #[expect(clippy::cast_precision_loss, reason = "for drawing; the text is exact")]
    pub(super) fn number(self) -> f64 {
        match self {
            Self::Money(minor) | Self::Cents(minor) => minor as f64,
            Self::Count(count) => count as f64,
            Self::Rate(ratio) | Self::Times(ratio) => ratio.value(),
        }
    }

    /// The change since `before`: amounts in percent, counts as they are, rates in points. What
    /// is shown as nothing counts as nothing: no arrow beside "0.0 pts".
    fn change(self, before: Self, voice: &Voice) -> Option<(String, Direction)> {
        let (text, by) = match (self, before) {
            (Self::Money(now), Self::Money(then)) | (Self::Cents(now), Self::Cents(then)) => {
                let by = Ratio::of(i128::from(now) - i128::from(then), then)?;
                let size = Ratio::of(by.num().abs(), by.den())?;
                (voice.percent(size, 1), by.scaled(1_000))
            }
            (Self::Count(now), Self::Count(then)) => (voice.count((now - then).abs()), now - then),
            (Self::Rate(now), Self::Rate(then)) => {
                (voice.points(now, then), difference(now, then)?.scaled(1_000))
            }
            (Self::Times(now), Self::Times(then)) => {
                let by = difference(now, then)?;
                let size = Ratio::of(by.num().abs(), by.den())?;
                (voice.decimal(size, 1), by.scaled(10))
            }
            _ => return None,
        };
        let direction = match by {
            1.. => Direction::Up,
            0 => Direction::Flat,
            ..0 => Direction::Down,
        };
        Some((text, direction))
    }
}

fn difference(now: Ratio, then: Ratio) -> Option<Ratio> {
    Ratio::of(now.num() * then.den() - then.num() * now.den(), now.den() * then.den())
}

/// The figure of a metric at the focus of the frame.
pub(super) fn figure(frame: &Frame<'_>, metric: &Metric, voice: &Voice) -> Figure {
    figure_at(frame, metric, frame.focus, voice)
}

/// The figure of a metric at a period.
pub(super) fn figure_at(
    frame: &Frame<'_>,
    metric: &Metric,
    period: Period,
    voice: &Voice,
) -> Figure {
    let value = frame.at(period).and_then(metric.of);
    let label = voice.say(&format!("metric-{}", metric.key), &[]);
    Figure {
        key: metric.key.to_owned(),
        value: value.map(Value::number),
        text: value.map_or_else(|| voice.absent(), |value| value.text(frame, voice)),
        raw: value.and_then(|value| value.raw(frame)),
        change: value.and_then(|value| change(frame, metric, value, period, voice)),
        note: value.is_none().then(|| voice.say(metric.absent, &[])),
        goal: None,
        spark: None,
        explain: value
            .is_some()
            .then(|| ExplainRef { metric: metric.key.to_owned(), period: period.to_string() }),
        list: value.is_some().then(|| metric.list.replace('*', &period.to_string())),
        label,
    }
}

fn change(
    frame: &Frame<'_>,
    metric: &Metric,
    now: Value,
    period: Period,
    voice: &Voice,
) -> Option<Change> {
    let compared = frame.compared(period);
    let then = frame.at(compared).and_then(metric.of)?;
    let (text, direction) = now.change(then, voice)?;
    let (word, good) = match direction {
        Direction::Up => ("up", Some(metric.up_is_good)),
        Direction::Down => ("down", Some(!metric.up_is_good)),
        Direction::Flat => ("flat", None),
    };
    let period = voice.period(compared);
    let args =
        [("direction", word.into()), ("change", text.as_str().into()), ("period", period.into())];
    Some(Change { spoken: voice.say("figure-vs", &args), text, direction, good })
}

/// A target of at least `target` hundredths of a percent (at most, where more is worse).
pub(super) fn goal(value: Ratio, target: u32, at_least: bool, voice: &Voice) -> Option<Goal> {
    let target = Ratio::of(target, 10_000)?;
    let met = if at_least { value >= target } else { value <= target };
    let words = if at_least { "goal-above" } else { "goal-below" };
    let verdict = match (met, at_least) {
        (true, _) => "goal-met",
        (false, true) => "goal-missed-above",
        (false, false) => "goal-missed-below",
    };
    let shown = voice.percent(target, if target.scaled(10_000) % 100 == 0 { 0 } else { 2 });
    Some(Goal {
        text: voice.say(words, &[("target", shown.into())]),
        verdict: voice.say(verdict, &[]),
        met,
    })
}

/// A target of at least this much money.
pub(super) fn money_goal(value: Money, target: i64, voice: &Voice) -> Goal {
    let met = value.minor >= target;
    let shown = voice.money(Money { minor: target, ..value });
    Goal {
        text: voice.say("goal-above", &[("target", shown.into())]),
        verdict: voice.say(if met { "goal-met" } else { "goal-missed-above" }, &[]),
        met,
    }
}

/// The small drawing under a figure: the periods shown.
pub(super) fn spark(
    frame: &Frame<'_>,
    metric: &Metric,
    target: Option<f64>,
    voice: &Voice,
) -> Chart {
    let values: Vec<Option<Value>> = frame.shown().map(metric.of).collect();
    let text = |value: Option<&Option<Value>>| {
        let value = value.copied().flatten();
        value.map_or_else(|| voice.absent(), |value| value.text(frame, voice))
    };
    let args = [
        ("metric", voice.say(&format!("metric-{}", metric.key), &[]).into()),
        ("first", text(values.first()).into()),
        ("last", text(values.last()).into()),
    ];
    let said = Said { summary: voice.say("chart-spark", &args), table: Table::default() };
    Spark {
        values: values.into_iter().map(|value| value.map(Value::number)).collect(),
        unfinished: frame.shown.last().is_some_and(|last| !frame.is_finished(*last)),
        target,
        said,
    }
    .draw(SPARK)
}
