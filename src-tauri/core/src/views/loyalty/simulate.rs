//! Other rules played over the months behind, beside the present ones played over the same months.
//!
//! Both are played from the first day anything is known of, so that neither begins with empty
//! balances; the last twelve finished months are shown.

use super::frame::Frame;
use super::{LoyaltyQuery, SimulationView, preview};
use crate::Result;
use crate::book::Book;
use crate::loyalty::{Programme, Rules, SimulatedMonth, Version, simulate};
use crate::views::{Align, Cell, Column, Row, Table, raw};
use crate::voice::Voice;

/// Months that are shown.
const SHOWN: usize = 12;

/// What they would have come to.
///
/// # Errors
/// What SQLite gives.
pub fn loyalty_simulate(
    book: &Book,
    programme: &Programme,
    voice: &Voice,
) -> Result<SimulationView> {
    let frame = Frame::new(book, &LoyaltyQuery::default())?;
    if let Some(why) = preview::unsound(&frame, programme, voice) {
        let (say, table) = (String::new(), Table::default());
        return Ok(SimulationView { unsound: Some(why), say, table });
    }
    let other = play(&frame, programme)?;
    let known = frame.programme.or_else(|| frame.offer.versions.first().map(|it| &it.programme));
    let present = known.map(|it| play(&frame, it)).transpose()?;
    Ok(SimulationView {
        unsound: None,
        say: say(&frame, &other, present.as_deref(), voice),
        table: table(&frame, programme, (&other, present.as_deref()), voice),
    })
}

/// The last months of these rules, played from the first day on.
fn play(frame: &Frame<'_>, programme: &Programme) -> Result<Vec<SimulatedMonth>> {
    let firsts = frame.customers().filter_map(|it| frame.points.facts.of(it).first());
    let first = firsts.map(|fact| fact.day).min().filter(|day| *day <= frame.day);
    let version = Version { from: first.unwrap_or(frame.day), programme: programme.clone() };
    let rules = Rules::default().with(version, preview::spans(frame, programme)?);
    let mut months = simulate(&rules, &frame.points.facts, frame.day);
    months.retain(|month| month.finished);
    Ok(months.split_off(months.len().saturating_sub(SHOWN)))
}

fn say(
    frame: &Frame<'_>,
    months: &[SimulatedMonth],
    present: Option<&[SimulatedMonth]>,
    voice: &Voice,
) -> String {
    let issued = |months: &[SimulatedMonth]| months.iter().map(|it| it.issued).sum::<i64>();
    let cost =
        |months: &[SimulatedMonth]| voice.money(frame.money(months.iter().map(|it| it.cost).sum()));
    let own = [("points", voice.count(issued(months)).into()), ("cost", cost(months).into())];
    let Some(before) = present else { return voice.say("loyalty-simulated-first", &own) };
    let [points, cost_then] = own;
    let args = [
        points,
        cost_then,
        ("before", voice.count(issued(before)).into()),
        ("costbefore", cost(before).into()),
    ];
    voice.say("loyalty-simulated", &args)
}

/// One month a row: members of each tier, points, cost, liability; in the last columns what it would
/// have been by the present rules.
fn table(
    frame: &Frame<'_>,
    programme: &Programme,
    (months, present): (&[SimulatedMonth], Option<&[SimulatedMonth]>),
    voice: &Voice,
) -> Table {
    let column = |key: String, label: String, align| Column { key, label, align, sortable: false };
    let head = |key: &str, align| {
        column(key.to_owned(), voice.say(&format!("loyalty-column-{key}"), &[]), align)
    };
    let tiers = programme.tiers.iter().enumerate();
    let mut columns = vec![head("month", Align::Start)];
    columns.extend(
        tiers.map(|(at, tier)| column(format!("tier-{at}"), tier.name.clone(), Align::End)),
    );
    columns.extend(["issued", "cost", "liability"].map(|key| head(key, Align::End)));
    if present.is_some() {
        columns
            .extend(["issued-now", "cost-now", "liability-now"].map(|key| head(key, Align::End)));
    }
    let row = |month: &SimulatedMonth| {
        let mut cells = vec![Cell::text(voice.period_short(month.month))];
        let members = month.members.iter().take(programme.tiers.len());
        cells.extend(members.map(|members| Cell::text(voice.count(*members))));
        cells.extend(figures(frame, month, voice));
        match present.map(|before| before.iter().find(|it| it.month == month.month)) {
            None => {}
            Some(None) => cells.extend([(); 3].map(|()| Cell::text(voice.absent()))),
            Some(Some(before)) => cells.extend(figures(frame, before, voice)),
        }
        Row { key: month.month.to_string(), cells, open: None }
    };
    let rows: Vec<Row> = months.iter().rev().map(row).collect();
    Table { columns, count: rows.len(), rows, total: None }
}

/// Points issued, their cost and the liability of a month.
fn figures(frame: &Frame<'_>, month: &SimulatedMonth, voice: &Voice) -> [Cell; 3] {
    let money = |minor: i64| {
        let money = frame.money(minor);
        Cell::number(voice.money(money), raw::money(money))
    };
    [Cell::text(voice.count(month.issued)), money(month.cost), money(month.liability)]
}
