//! Who changes his tier this month and the next.

use super::frame::{Frame, mark};
use super::{MoveRow, MoveSet, TierMark};
use crate::Result;
use crate::loyalty::{Move, Moves, moves};
use crate::model::{Grain, Period};
use crate::views::Part;
use crate::voice::Voice;

/// Rows a card shows.
const SHOWN: usize = 8;

/// Which month, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way {
    /// 0: the rest of this month; 1: the next.
    month: usize,
    is_up: bool,
}

impl Way {
    pub(super) const UP: Self = Self { month: 0, is_up: true };
    pub(super) const DOWN: Self = Self { month: 0, is_up: false };
    const ALL: [Self; 4] =
        [Self::UP, Self::DOWN, Self { month: 1, is_up: true }, Self { month: 1, is_up: false }];

    /// `this-up`, `next-down`
    pub(super) fn name(self) -> &'static str {
        match (self.month, self.is_up) {
            (0, true) => "this-up",
            (0, false) => "this-down",
            (_, true) => "next-up",
            (_, false) => "next-down",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }

    fn period(self, frame: &Frame<'_>) -> Period {
        let month = Period::of(Grain::Month, frame.day);
        if self.month == 0 { month } else { month.plus(1) }
    }
}

/// Who goes which way, the nearest first.
pub(super) struct Going([Moves; 2]);

impl Going {
    pub(super) fn of(frame: &Frame<'_>) -> Self {
        let found = frame.programme.map(|programme| moves(programme, &frame.standings));
        let mut months = found.unwrap_or_default();
        let both = months.iter_mut().flat_map(|month| [&mut month.up, &mut month.down]);
        both.for_each(|moves| moves.sort_by_key(|one| (one.missing, one.on, one.customer)));
        Self(months)
    }

    pub(super) fn way(&self, way: Way) -> &[Move] {
        let month = &self.0[way.month];
        if way.is_up { &month.up } else { &month.down }
    }
}

/// "Up in November 2026"
pub(super) fn title(frame: &Frame<'_>, way: Way, voice: &Voice) -> String {
    let key = if way.is_up { "loyalty-list-up" } else { "loyalty-list-down" };
    voice.say(key, &[("month", voice.period(way.period(frame)).into())])
}

/// The four ways with the first who go them.
pub(super) fn sets(frame: &Frame<'_>, voice: &Voice) -> Result<Vec<MoveSet>> {
    let going = Going::of(frame);
    Way::ALL.into_iter().map(|way| set(frame, way, going.way(way), voice)).collect()
}

fn set(frame: &Frame<'_>, way: Way, moving: &[Move], voice: &Voice) -> Result<MoveSet> {
    let (key, none) = if way.is_up {
        ("loyalty-up", "loyalty-nobody-up")
    } else {
        ("loyalty-down", "loyalty-nobody-down")
    };
    let value = i64::try_from(moving.len()).unwrap_or(i64::MAX);
    let month = way.period(frame);
    let label = voice.say(key, &[("month", voice.month_short(month).into())]);
    let rows = moving.iter().take(SHOWN).map(|one| row(frame, one, voice));
    Ok(MoveSet {
        key: way.name().to_owned(),
        count: Part {
            key: way.name().to_owned(),
            label: label.clone(),
            value,
            text: voice.count(value),
            raw: None,
            role: None,
            list: Some(frame.list(&format!("move={}", way.name()))),
        },
        label,
        rows: rows.collect::<Result<_>>()?,
        none: voice.say(none, &[("month", voice.period(month).into())]),
    })
}

fn row(frame: &Frame<'_>, one: &Move, voice: &Voice) -> Result<MoveRow> {
    let standing = &frame.standings.rows[one.customer as usize];
    let tiers = frame.tiers();
    let tier = |place: u8| {
        let at = usize::from(place);
        let blank = || TierMark { name: voice.absent(), role: String::new(), filled: 0, of: 0 };
        tiers.get(at).map_or_else(blank, |tier| mark(tier, at, tiers.len()))
    };
    let remark = match one.on {
        Some(day) => voice.say("loyalty-down-on", &[("day", voice.day(day).into())]),
        None => {
            let missing = frame.measured(one.missing, voice);
            voice.say("loyalty-to-go", &[("measure", missing.into())])
        }
    };
    Ok(MoveRow {
        open: format!("/customers/{}", frame.book.ledger.customers.id[one.customer as usize]),
        name: frame.book.directory()?.person(one.customer).name.to_owned(),
        from: tier(one.from),
        to: tier(one.to),
        value: frame.bare(standing.measure, voice),
        remark,
    })
}
