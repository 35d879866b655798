//! The charts over periods: which series, which words, which table behind them.

use super::frame::{Frame, year_before};
use super::raw;
use super::{Align, Cell, Column, Row, Table};
use crate::chart::{
    Area, Areas, BarPart, Bars, Chart, MarkLine, Movement, Movements, RateSeries, Rates, Role,
    Said, Size, Slot, Timeline,
};
use crate::metrics::{self, PeriodFigures};
use crate::model::{Grain, Period, Ratio};
use crate::voice::Voice;

/// Room a card takes around its chart: padding and edge on both sides.
const CARD: u32 = 34;
/// Between two cards.
const GUTTER: u32 = 16;
/// Below this width of the page two columns become one; the window's styles have the same number.
const NARROW: u32 = 720;

/// Width of a chart in a card over the whole page.
pub(super) fn full(frame: &Frame<'_>) -> u32 {
    frame.width - CARD
}

/// Width of a chart in the wider of two columns, which are two to one; where the page is narrow
/// they stand below each other.
pub(super) fn two_thirds(frame: &Frame<'_>) -> u32 {
    if frame.width < NARROW { full(frame) } else { (frame.width - GUTTER) * 2 / 3 - CARD }
}

/// Width of a chart in one of two equal columns.
pub(super) fn half(frame: &Frame<'_>) -> u32 {
    (frame.width - GUTTER) / 2 - CARD
}

/// Width of a chart in one of two equal columns, which stand below each other where the page is
/// narrow.
pub(super) fn half_or_full(frame: &Frame<'_>) -> u32 {
    if frame.width < NARROW { full(frame) } else { half(frame) }
}

/// Width of a chart in the narrower of two columns, which are eleven to nine.
pub(super) fn nine_twentieths(frame: &Frame<'_>) -> u32 {
    if frame.width < NARROW { full(frame) } else { (frame.width - GUTTER) * 9 / 20 - CARD }
}

/// What the period brought: all gains less all losses.
fn net(figures: &PeriodFigures) -> i64 {
    figures.new + figures.expansion + figures.reactivation - figures.contraction - figures.churn
}

/// Who is behind the net: everybody who moved, but who only came into the segment or left it.
fn netted(figures: &PeriodFigures) -> String {
    let all = format!("moved:{}", figures.period);
    if figures.entered == 0 && figures.left == 0 { all } else { format!("{all}:net") }
}

/// The periods with their figures; `list` is whom a period is about, with `*` for it.
fn timeline(
    frame: &Frame<'_>,
    selected: Period,
    voice: &Voice,
    list: &str,
    lines: impl Fn(&PeriodFigures) -> Vec<MarkLine>,
) -> Timeline {
    let slots = frame.shown().map(|figures| {
        let lines = lines(figures);
        let said: Vec<String> =
            lines.iter().map(|line| format!("{} {}", line.label, line.text)).collect();
        Slot {
            period: figures.period,
            finished: figures.finished,
            spoken: format!("{}: {}", period_words(frame, figures.period, voice), said.join(", ")),
            list: Some(list.replace('*', &figures.period.to_string())),
            lines,
        }
    });
    Timeline { slots: slots.collect(), selected: Some(selected) }
}

/// "October 2026", "November 2026, not finished"
fn period_words(frame: &Frame<'_>, period: Period, voice: &Voice) -> String {
    let words = voice.period(period);
    if frame.is_finished(period) {
        words
    } else {
        voice.say("chart-unfinished", &[("period", words.into())])
    }
}

/// The table behind a chart, one row a period: the lines of its marks.
fn table(timeline: &Timeline, frame: &Frame<'_>, voice: &Voice) -> Table {
    let column = |key: &str, label: String, align| Column {
        key: key.to_owned(),
        label,
        align,
        sortable: false,
    };
    let mut columns = vec![column("period", voice.say("column-period", &[]), Align::Start)];
    // The period with the most lines names the columns; others fill those they have.
    let widest = timeline.slots.iter().max_by_key(|slot| slot.lines.len());
    let labels: Vec<&str> =
        widest.iter().flat_map(|slot| &slot.lines).map(|line| line.label.as_str()).collect();
    columns.extend(labels.iter().map(|label| column(label, (*label).to_owned(), Align::End)));
    let rows = timeline.slots.iter().map(|slot| {
        let cell = |label: &&str| {
            let line = slot.lines.iter().find(|line| line.label == *label);
            line.map_or_else(
                || Cell::text(voice.absent()),
                |line| Cell {
                    list: line.list.clone(),
                    raw: line.raw.clone(),
                    ..Cell::text(&line.text)
                },
            )
        };
        let first = Cell::text(period_words(frame, slot.period, voice));
        let cells = std::iter::once(first).chain(labels.iter().map(cell)).collect();
        Row { key: slot.period.to_string(), cells, open: None }
    });
    let rows: Vec<Row> = rows.collect();
    Table { count: rows.len(), columns, rows, total: None }
}

/// MRR movements by period.
pub(super) fn movements(frame: &Frame<'_>, selected: Period, size: Size, voice: &Voice) -> Chart {
    let signed = |minor| voice.signed_money(frame.money(minor));
    let names = [
        (Role::New, "new"),
        (Role::Expansion, "expansion"),
        (Role::Reactivation, "reactivation"),
        (Role::Contraction, "contraction"),
        (Role::Churn, "churn"),
        (Role::Net, "net"),
    ]
    .map(|(role, key)| (role, key, voice.say(&format!("movement-{key}"), &[])));
    let fx = voice.say("movement-fx", &[]);
    let any_effect = frame.shown().any(|figures| figures.fx != 0);
    let timeline = timeline(frame, selected, voice, "moved:*", |figures| {
        let amounts = [
            figures.new,
            figures.expansion,
            figures.reactivation,
            -figures.contraction,
            -figures.churn,
            net(figures),
        ];
        let lines = names.iter().zip(amounts).map(|((role, key, name), minor)| {
            let list = match *role {
                Role::Net => netted(figures),
                _ => format!("moved:{}:{key}", figures.period),
            };
            MarkLine::new(*role, name.clone(), signed(minor))
                .raw(raw::money(frame.money(minor)))
                .list(list)
        });
        // Beside the movements, and in none of them.
        let effect = any_effect.then(|| {
            MarkLine::new(Role::Axis, fx.clone(), signed(figures.fx))
                .raw(raw::money(frame.money(figures.fx)))
                .list(format!("moved:{}:fx", figures.period))
        });
        lines.chain(effect).collect()
    });
    let values = frame.shown().map(|figures| Movement {
        new: figures.new,
        expansion: figures.expansion,
        reactivation: figures.reactivation,
        contraction: -figures.contraction,
        churn: -figures.churn,
    });
    let figures = frame.at(selected);
    let args = [
        ("period", period_words(frame, selected, voice).into()),
        ("net", figures.map_or_else(|| voice.absent(), |f| signed(net(f))).into()),
        (
            "mrr",
            figures.map_or_else(|| voice.absent(), |f| voice.money(frame.money(f.mrr_end))).into(),
        ),
    ];
    let said = Said {
        summary: voice.say("chart-movements", &args),
        table: table(&timeline, frame, voice),
    };
    Movements { values: values.collect(), currency: frame.money(0).currency, timeline, said }
        .draw(size, *voice)
}

/// Retention by period with its target; `beside` draws the year before as well.
pub(super) fn retention(frame: &Frame<'_>, selected: Period, beside: bool, voice: &Voice) -> Rates {
    let rate = |ratio: Option<Ratio>| {
        ratio.map_or_else(|| voice.absent(), |ratio| voice.percent(ratio, 1))
    };
    let of = |period| frame.at(period).and_then(|figures| figures.retention_rate);
    let this = voice.say("metric-retention_rate", &[]);
    let before = voice.say("chart-year-before", &[]);
    let lines = |figures: &PeriodFigures| {
        let line = |role, name: &String, ratio: Option<Ratio>, period: Period| {
            MarkLine::new(role, name.clone(), rate(ratio))
                .raw(ratio.map(raw::percent))
                .list(format!("input:retention_rate:{period}:E"))
        };
        let period = figures.period;
        let mut lines = vec![line(Role::Accent, &this, figures.retention_rate, period)];
        if beside && let Some(ratio) = of(year_before(period)) {
            lines.push(line(Role::Axis, &before, Some(ratio), year_before(period)));
        }
        lines
    };
    let timeline = timeline(frame, selected, voice, "input:retention_rate:*:E", lines);
    let values = |shift: fn(Period) -> Period| {
        frame.shown.iter().map(|period| of(shift(*period))).collect::<Vec<_>>()
    };
    let label = this.clone();
    let mut series =
        vec![RateSeries { label, role: Role::Accent, values: values(|period| period) }];
    let year = values(year_before);
    if beside && year.iter().any(Option::is_some) {
        series.push(RateSeries { label: before.clone(), role: Role::Axis, values: year });
    }
    let args = [
        ("period", period_words(frame, selected, voice).into()),
        ("rate", rate(of(selected)).into()),
    ];
    let said = Said {
        summary: voice.say("chart-retention", &args),
        table: table(&timeline, frame, voice),
    };
    Rates { target: target(frame, voice), timeline, series, said }
}

/// The target of a month's retention; of a year's for years. Other periods have none.
fn target(frame: &Frame<'_>, voice: &Voice) -> Option<(Ratio, String)> {
    let targets = &frame.book.settings.targets;
    let target = match frame.focus.grain() {
        Grain::Month => targets.monthly_retention,
        Grain::Year => targets.yearly_retention,
        Grain::Week | Grain::Quarter => None,
    }?;
    let ratio = Ratio::of(target, 10_000)?;
    let words = voice.say("target-line", &[("target", voice.percent(ratio, 0).into())]);
    Some((ratio, words))
}

/// MRR by plan at the end of each period.
pub(super) fn mrr_by_plan(frame: &Frame<'_>, selected: Period, size: Size, voice: &Voice) -> Chart {
    let plans = metrics::mrr_by_plan(&frame.scope(), frame.focus.grain(), &frame.shown);
    let name = |plan: &metrics::PlanMrr| match frame.book.ledger.plans.get(plan.plan as usize) {
        Some(name) if !name.is_empty() => name.clone(),
        _ => voice.say("unknown-plan", &[]),
    };
    let at = |plan: &metrics::PlanMrr, place: usize| plan.mrr.get(place).copied().unwrap_or(0);
    let money = |role, label: String, minor: i64| {
        let amount = frame.money(minor);
        MarkLine::new(role, label, voice.money(amount)).raw(raw::money(amount))
    };
    let lines = |figures: &PeriodFigures| {
        vec![
            money(Role::Accent, voice.say("metric-mrr_end", &[]), figures.mrr_end)
                .list(format!("input:mrr_end:{}:mrr_end", figures.period)),
        ]
    };
    let mut timeline = timeline(frame, selected, voice, "input:mrr_end:*:mrr_end", lines);
    for (place, slot) in timeline.slots.iter_mut().enumerate() {
        let mut parts: Vec<_> = plans.iter().filter(|plan| at(plan, place) != 0).collect();
        parts.sort_by_key(|plan| std::cmp::Reverse(at(plan, place)));
        let lines = parts.into_iter().map(|plan| money(Role::Axis, name(plan), at(plan, place)));
        slot.lines.extend(lines);
    }
    let mrr = frame.at(selected).map_or(0, |figures| figures.mrr_end);
    let args = [
        ("period", period_words(frame, selected, voice).into()),
        ("mrr", voice.money(frame.money(mrr)).into()),
    ];
    let said =
        Said { summary: voice.say("chart-mrr", &args), table: table(&timeline, frame, voice) };
    let areas = plans.iter().map(|plan| Area { label: name(plan), values: plan.mrr.clone() });
    Areas {
        areas: areas.collect(),
        other: voice.say("chart-other", &[]),
        currency: frame.money(0).currency,
        timeline,
        said,
    }
    .draw(size, *voice)
}

/// Which of the two churn charts: customers or MRR.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lost {
    /// Heads.
    Customers,
    /// Minor units.
    Mrr,
}

/// Customers or MRR lost by period: wanted to go, payment failed, not known.
pub(super) fn lost(
    frame: &Frame<'_>,
    what: Lost,
    selected: Period,
    size: Size,
    voice: &Voice,
) -> Chart {
    let losses = frame.losses();
    let place = |figures: &PeriodFigures| frame.shown.iter().position(|one| *one == figures.period);
    let kinds = |figures: &PeriodFigures| {
        let loss = place(figures).and_then(|at| losses.get(at)).copied().unwrap_or_default();
        match what {
            Lost::Customers => loss.map(|kind| kind.customers),
            Lost::Mrr => loss.map(|kind| kind.mrr),
        }
    };
    let text = |value| match what {
        Lost::Customers => voice.count(value),
        Lost::Mrr => voice.money(frame.money(value)),
    };
    let (metric, summary) = match what {
        Lost::Customers => ("metric-customers_churned", "chart-churned"),
        Lost::Mrr => ("metric-churn", "chart-churned-mrr"),
    };
    let roles = [
        (Role::Churn, "kind-voluntary"),
        (Role::Contraction, "kind-involuntary"),
        (Role::C6, "kind-unknown"),
    ];
    let lines = |figures: &PeriodFigures| {
        let values = kinds(figures);
        let line = |role, key: &str, value| {
            MarkLine::new(role, voice.say(key, &[]), text(value))
                .raw((what == Lost::Mrr).then(|| raw::money(frame.money(value))))
        };
        let parts = roles.iter().zip(values).map(|((role, key), value)| line(*role, key, value));
        let all = line(Role::Text, metric, values.iter().sum());
        let all = all.list(format!("churned:{}", figures.period));
        std::iter::once(all).chain(parts).collect()
    };
    let timeline = timeline(frame, selected, voice, "churned:*", lines);
    let parts = roles.iter().enumerate().map(|(kind, (role, _))| BarPart {
        role: *role,
        values: frame.shown().map(|figures| kinds(figures)[kind]).collect(),
    });
    let value = frame.at(selected).map_or(0, |figures| kinds(figures).iter().sum());
    let args = [
        ("period", period_words(frame, selected, voice).into()),
        (if what == Lost::Mrr { "mrr" } else { "count" }, text(value).into()),
    ];
    let said = Said { summary: voice.say(summary, &args), table: table(&timeline, frame, voice) };
    Bars {
        parts: parts.collect(),
        currency: (what == Lost::Mrr).then(|| frame.money(0).currency),
        timeline,
        said,
    }
    .draw(size, *voice)
}
