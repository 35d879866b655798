//! Who changes his tier: this month so far, in the rest of it, and in the next.

use super::frame::{Frame, mark};
use super::{MoveRow, MoveSet};
use crate::Result;
use crate::loyalty::{Move, Moves, moved_since, moves};
use crate::model::{Grain, Period};
use crate::views::{Part, TierMark};
use crate::voice::Voice;
use std::cmp::Reverse;

/// Rows a card shows.
const SHOWN: usize = 8;

/// Which part of which month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// This month up to the day.
    Moved,
    /// The rest of it.
    Rest,
    /// The next month.
    Next,
}

/// When, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way {
    when: When,
    is_up: bool,
}

impl Way {
    pub(super) const UP: Self = Self { when: When::Rest, is_up: true };
    pub(super) const DOWN: Self = Self { when: When::Rest, is_up: false };
    const ALL: [Self; 6] = [
        Self { when: When::Moved, is_up: true },
        Self { when: When::Moved, is_up: false },
        Self::UP,
        Self::DOWN,
        Self { when: When::Next, is_up: true },
        Self { when: When::Next, is_up: false },
    ];

    /// `moved-up`, `this-up`, `next-down`
    pub(super) fn name(self) -> &'static str {
        match (self.when, self.is_up) {
            (When::Moved, true) => "moved-up",
            (When::Moved, false) => "moved-down",
            (When::Rest, true) => "this-up",
            (When::Rest, false) => "this-down",
            (When::Next, true) => "next-up",
            (When::Next, false) => "next-down",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }

    /// Its words: on a card, where nobody goes this way, above the list of those who do.
    fn keys(self) -> [&'static str; 3] {
        match (self.when == When::Moved, self.is_up) {
            (true, true) => {
                ["loyalty-moved-up", "loyalty-nobody-moved-up", "loyalty-list-moved-up"]
            }
            (true, false) => {
                ["loyalty-moved-down", "loyalty-nobody-moved-down", "loyalty-list-moved-down"]
            }
            (false, true) => ["loyalty-up", "loyalty-nobody-up", "loyalty-list-up"],
            (false, false) => ["loyalty-down", "loyalty-nobody-down", "loyalty-list-down"],
        }
    }

    fn period(self, frame: &Frame<'_>) -> Period {
        let month = Period::of(Grain::Month, frame.day);
        match self.when {
            When::Moved | When::Rest => month,
            When::Next => month.plus(1),
        }
    }
}

/// Who went and who goes which way: who moved last first, then the nearest.
pub(super) struct Going {
    moved: Moves,
    ahead: [Moves; 2],
}

impl Going {
    pub(super) fn of(frame: &Frame<'_>) -> Self {
        let month = Period::of(Grain::Month, frame.day);
        let mut moved = moved_since(&frame.standings, month.first());
        let sides = [&mut moved.up, &mut moved.down];
        for moves in sides {
            moves.sort_by_key(|one| (Reverse(one.on), one.customer));
        }
        let found = frame.programme.map(|programme| moves(programme, &frame.standings));
        let mut ahead = found.unwrap_or_default();
        let sides = ahead.iter_mut().flat_map(|month| [&mut month.up, &mut month.down]);
        sides.for_each(|moves| moves.sort_by_key(|one| (one.missing, one.on, one.customer)));
        Self { moved, ahead }
    }

    pub(super) fn way(&self, way: Way) -> &[Move] {
        let moves = match way.when {
            When::Moved => &self.moved,
            When::Rest => &self.ahead[0],
            When::Next => &self.ahead[1],
        };
        if way.is_up { &moves.up } else { &moves.down }
    }
}

/// "Up in November 2026"
pub(super) fn title(frame: &Frame<'_>, way: Way, voice: &Voice) -> String {
    let [.., list] = way.keys();
    voice.say(list, &[("month", voice.period(way.period(frame)).into())])
}

/// The six ways with the first who go them.
pub(super) fn sets(frame: &Frame<'_>, voice: &Voice) -> Result<Vec<MoveSet>> {
    let going = Going::of(frame);
    Way::ALL.into_iter().map(|way| set(frame, way, going.way(way), voice)).collect()
}

fn set(frame: &Frame<'_>, way: Way, moving: &[Move], voice: &Voice) -> Result<MoveSet> {
    let value = i64::try_from(moving.len()).unwrap_or(i64::MAX);
    let month = way.period(frame);
    let [label, nobody, _] = way.keys();
    let label = voice.say(label, &[("month", voice.month_short(month).into())]);
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
        none: voice.say(nobody, &[("month", voice.period(month).into())]),
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
