//! Who is on a list of the loyalty pages.

use super::frame::Frame;
use super::list::Field;
use super::moves::{self, Going, Way};
use super::{referred, tiers};
use crate::Result;
use crate::loyalty::{Movements, Programme, Standing, by_tenure};
use crate::model::{Day, Period};
use crate::segment;
use crate::voice::Voice;

/// One row of such a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) customer: u32,
    pub(super) tier: Option<u8>,
    pub(super) balance: i64,
    pub(super) counted: i64,
    pub(super) missing: Option<i64>,
    pub(super) ending: i64,
    pub(super) day: Option<Day>,
    /// What he counts for in the sum.
    pub(super) amount: i64,
}

/// What the last column of a list is, and sums to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sum {
    /// What they pay a month.
    Mrr,
    /// Points.
    Points,
}

/// A list with its words.
pub(super) struct Lines {
    pub(super) title: String,
    pub(super) fields: &'static [Field],
    pub(super) lines: Vec<Line>,
    pub(super) sum: Sum,
}

const MEMBERS: &[Field] = &[
    Field::Customer,
    Field::Tier,
    Field::Balance,
    Field::Counted,
    Field::Missing,
    Field::Ending,
    Field::Mrr,
];
const POINTS: &[Field] = &[Field::Customer, Field::Tier, Field::Points];
const MOVING: &[Field] =
    &[Field::Customer, Field::Tier, Field::Counted, Field::Missing, Field::Day, Field::Mrr];
const PEOPLE: &[Field] = &[Field::Customer, Field::Tier, Field::Day, Field::Mrr];

/// The list that is called so; `None` where none is.
pub(super) fn find(frame: &Frame<'_>, what: &str, voice: &Voice) -> Result<Option<Lines>> {
    let (kind, value) = what.split_once('=').unwrap_or((what, ""));
    let by_mrr = |title: String, fields, keep: &dyn Fn(u32, &Standing) -> bool| {
        Some(Lines { title, fields, lines: of_mrr(frame, keep), sum: Sum::Mrr })
    };
    let day = voice.day(frame.day);
    let say = |key: &str| voice.say(key, &[("day", day.as_str().into())]);
    Ok(match kind {
        "members" => by_mrr(say("loyalty-list-members"), MEMBERS, &|_, row| row.tier.is_some()),
        "tier" => {
            let Some(place) = value.parse::<u8>().ok() else { return Ok(None) };
            let Some(mark) = frame.mark(place) else { return Ok(None) };
            let args = [("tier", mark.name.into()), ("day", day.as_str().into())];
            let title = voice.say("loyalty-list-tier", &args);
            by_mrr(title, MEMBERS, &|_, row| row.tier == Some(place))
        }
        "before" => {
            let Some(place) = value.parse::<u8>().ok() else { return Ok(None) };
            let Some(mark) = frame.mark(place) else { return Ok(None) };
            let then = voice.day(frame.standings.year_ago());
            let args = [("tier", mark.name.into()), ("day", then.into())];
            let title = voice.say("loyalty-list-before", &args);
            let was_in = tiers::was_in(frame);
            by_mrr(title, MEMBERS, &|customer, row| was_in(customer, row) == Some(place))
        }
        "move" => Way::named(value).map(|way| moving(frame, way, voice)),
        "ending" => Some(points(frame, say("loyalty-list-ending"), |row| row.ending)),
        "negative" => {
            let owed = |row: &Standing| row.balance.min(0);
            Some(points(frame, say("loyalty-list-negative"), owed))
        }
        "balance" => Some(points(frame, say("loyalty-list-balance"), |row| row.balance)),
        "draft" => drafted(frame, value, voice),
        "segment" => {
            let of = of_segment(frame, value)?;
            let lines = of.into_iter().map(|it| line(frame, it, frame.mrr(it))).collect();
            let title = say("loyalty-list-segment");
            Some(Lines { title, fields: MEMBERS, lines, sum: Sum::Mrr })
        }
        "earned" | "redeemed" | "expired" | "reversed" | "adjusted" => {
            Period::parse(value).map(|month| moved(frame, kind, month, voice)).transpose()?
        }
        "tenure-long" | "tenure-new" => {
            let (long, new) = by_tenure(&frame.book.ledger, &frame.standings, &frame.now);
            let group = if kind == "tenure-long" { long } else { new };
            let first = |it: u32| frame.book.ledger.customers.first_paid[it as usize];
            let of = |it: &u32| Line { day: Some(first(*it)), ..line(frame, *it, frame.mrr(*it)) };
            let title = say(&format!("loyalty-list-{kind}"));
            Some(people(title, group.customers.iter().map(of).collect()))
        }
        _ => referred::lines(frame, kind, voice)?,
    })
}

/// A customer as he stands, who counts for something.
pub(super) fn line(frame: &Frame<'_>, customer: u32, amount: i64) -> Line {
    let row = &frame.standings.rows[customer as usize];
    Line {
        customer,
        tier: row.tier,
        balance: row.balance,
        counted: row.measure,
        missing: row.next.map(|next| next.missing),
        ending: row.ending,
        day: None,
        amount,
    }
}

fn of_mrr(frame: &Frame<'_>, keep: &dyn Fn(u32, &Standing) -> bool) -> Vec<Line> {
    let rows = frame.customers().zip(&frame.standings.rows);
    let kept = rows.filter(|(customer, row)| keep(*customer, row));
    kept.map(|(customer, _)| line(frame, customer, frame.mrr(customer))).collect()
}

fn points(frame: &Frame<'_>, title: String, of: impl Fn(&Standing) -> i64) -> Lines {
    let rows = frame.customers().zip(&frame.standings.rows);
    let some = rows.map(|(customer, row)| (customer, of(row))).filter(|(_, points)| *points != 0);
    let lines = some.map(|(customer, points)| line(frame, customer, points)).collect();
    Lines { title, fields: POINTS, lines, sum: Sum::Points }
}

fn moving(frame: &Frame<'_>, way: Way, voice: &Voice) -> Lines {
    let going = Going::of(frame);
    let lines = going.way(way).iter().map(|one| Line {
        day: one.on,
        missing: one.on.is_none().then_some(one.missing),
        ..line(frame, one.customer, frame.mrr(one.customer))
    });
    let title = moves::title(frame, way, voice);
    Lines { title, fields: MOVING, lines: lines.collect(), sum: Sum::Mrr }
}

/// Who earned, redeemed, lost or was given points in a month, and how many.
fn moved(frame: &Frame<'_>, kind: &str, month: Period, voice: &Voice) -> Result<Lines> {
    let args = [("month", voice.period(month).into())];
    let title = voice.say(&format!("loyalty-list-{kind}"), &args);
    // What is dated before the programme's first month counts in that.
    let first = frame.standings.months.first().map(|it| it.month);
    let from = if first == Some(month) { Day::MIN } else { month.first() };
    let moved = frame.book.points_moved(from, month.last().min(frame.day))?;
    let of = |sum: &Movements| match kind {
        "earned" => sum.earned,
        "redeemed" => -sum.redeemed,
        "expired" => -sum.expired,
        "reversed" => -sum.reversed,
        _ => sum.adjusted,
    };
    let found = frame.customers().zip(moved.iter().map(of));
    let some = found.filter(|(_, points)| *points != 0);
    let lines = some.map(|(customer, points)| line(frame, customer, points)).collect();
    Ok(Lines { title, fields: POINTS, lines, sum: Sum::Points })
}

/// Who would be in a tier of other rules: `draft=2:{"name":...}`.
fn drafted(frame: &Frame<'_>, value: &str, voice: &Voice) -> Option<Lines> {
    let (place, rules) = value.split_once(':')?;
    let place: u8 = place.parse().ok()?;
    let programme: Programme = serde_json::from_str(rules).ok()?;
    let tier = programme.tiers.get(usize::from(place))?.name.clone();
    let then = super::preview::tiers(frame, &programme).ok()?;
    let lines = frame.customers().zip(then).filter(|(_, tier)| *tier == Some(place));
    let lines = lines.map(|(customer, _)| line(frame, customer, frame.mrr(customer))).collect();
    let title = voice.say("loyalty-list-draft", &[("tier", tier.into())]);
    Some(Lines { title, fields: MEMBERS, lines, sum: Sum::Mrr })
}

/// The customers of the day whom a segment means.
///
/// # Errors
/// A segment that cannot be read, or asks for what nobody has.
pub(super) fn of_segment(frame: &Frame<'_>, text: &str) -> Result<Vec<u32>> {
    let ledger = &frame.book.ledger;
    let mask = frame.book.mask_of_members(&segment::parse(text)?)?;
    let is_in = |customer: &u32| {
        let state = ledger.state_on(*customer, frame.day);
        state.is_some_and(|it| ledger.states.is_present(it) && mask.has(*customer, it))
    };
    Ok(frame.customers().filter(is_in).collect())
}

/// Columns of a list of people with a day.
pub(super) fn people(title: String, lines: Vec<Line>) -> Lines {
    Lines { title, fields: PEOPLE, lines, sum: Sum::Mrr }
}
