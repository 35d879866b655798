//! Who moves to another tier: this month so far, in the rest of it, and next month.
//!
//! Down is certain unless something is done: the time his tier is valid for ends in the month.
//! Up is expected: what will still count on the month's last day, and until then as much a day as
//! in the last 91 days, reach the next tier: kept + pace x days / 91 >= threshold. Who is expected
//! to go up is not listed as going down, and who goes up this month not again next month.

use super::programme::Programme;
use super::standing::{PACE, Standing, Standings, ends_of_months};
use crate::model::Day;

/// Somebody who has another tier soon.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Move {
    /// His dense number.
    pub customer: u32,
    /// Place of the tier he has.
    pub from: u8,
    /// Place of the tier he will have.
    pub to: u8,
    /// Missing to it today; 0 of who comes down.
    pub missing: i64,
    /// The first day of the other tier, where it is known: of who comes down.
    pub on: Option<Day>,
}

/// Who moves in a month, by dense number.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Moves {
    /// Expected to go up.
    pub up: Vec<Move>,
    /// Comes down unless something is done.
    pub down: Vec<Move>,
}

/// Who moves in the rest of the month of the standings' day, and in the next month.
pub fn moves(programme: &Programme, standings: &Standings) -> [Moves; 2] {
    let as_of = standings.as_of;
    let ends = ends_of_months(as_of);
    let mut all: [Moves; 2] = Default::default();
    for (customer, row) in (0..).zip(&standings.rows) {
        if let Some((month, up)) = goes_up(programme, row, customer, as_of, ends) {
            all[month].up.push(up);
        } else if let Some((month, down)) = comes_down(row, customer, ends) {
            all[month].down.push(down);
        }
    }
    all
}

fn goes_up(
    programme: &Programme,
    row: &Standing,
    customer: u32,
    as_of: Day,
    ends: [Day; 2],
) -> Option<(usize, Move)> {
    let (from, next) = (row.tier?, row.next?);
    let threshold = programme.tiers.get(usize::from(next.tier))?.threshold;
    let reaches = |month: &usize| {
        let days = i128::from(ends[*month].0 - as_of.0);
        let expected =
            i128::from(row.kept[*month]) * i128::from(PACE) + i128::from(row.pace) * days;
        expected >= i128::from(threshold) * i128::from(PACE)
    };
    let month = (0..ends.len()).find(reaches)?;
    Some((month, Move { customer, from, to: next.tier, missing: next.missing, on: None }))
}

fn comes_down(row: &Standing, customer: u32, ends: [Day; 2]) -> Option<(usize, Move)> {
    let (from, down) = (row.tier?, row.down?);
    let month = ends.iter().position(|end| down.on <= *end)?;
    Some((month, Move { customer, from, to: down.to, missing: 0, on: Some(down.on) }))
}

/// Who changed tiers from this day up to the standings' day: his tier before and the one he has.
pub fn moved_since(standings: &Standings, from: Day) -> Moves {
    let mut moves = Moves::default();
    for (customer, row) in (0..).zip(&standings.rows) {
        let (Some(before), Some(tier)) = (row.before, row.tier) else {
            continue;
        };
        let on = row.since.filter(|since| *since >= from);
        let moved = Move { customer, from: before, to: tier, missing: 0, on };
        if on.is_some() && tier > before {
            moves.up.push(moved);
        } else if on.is_some() && tier < before {
            moves.down.push(moved);
        }
    }
    moves
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Deeds, day, from, programme};
    use super::*;

    fn of(deeds: &Deeds, as_of: &str) -> [Moves; 2] {
        let rules = from("2025-01-01", programme());
        let standings = Standings::new(&rules, &deeds.facts(), day(as_of));
        moves(&programme(), &standings)
    }

    #[test]
    fn who_goes_on_as_in_the_last_thirteen_weeks_goes_up_when_that_reaches_the_threshold() {
        // 450 in 91 days, a last 50 missing: 4.95 a day, ten days to the end of November.
        let deeds = Deeds::since("2025-09-01").pays("2025-10-01", 250).pays("2025-11-01", 200);
        let [this, next] = of(&deeds, "2025-11-20");
        assert_eq!(this.up, [], "499.45 on 30 November");
        let up = Move { customer: 0, from: 0, to: 1, missing: 50, on: None };
        assert_eq!(next.up, [up]);
        let more = deeds.pays("2025-11-02", 1);
        assert_eq!(of(&more, "2025-11-20")[0].up.len(), 1, "451 + 49.56");
    }

    #[test]
    fn what_falls_out_of_the_time_does_not_help() {
        let deeds = Deeds::since("2025-01-01").pays("2025-01-05", 400).pays("2025-12-20", 90);
        let [this, next] = of(&deeds, "2025-12-31");
        assert_eq!((this.up.len(), next.up.len()), (0, 0), "400 of a year ago are gone in January");
    }

    #[test]
    fn whose_time_ends_comes_down_in_that_month() {
        let deeds = Deeds::since("2025-01-01").pays("2025-01-05", 600);
        let [this, next] = of(&deeds, "2025-12-10");
        assert_eq!(this, Moves::default());
        let on = Some(day("2026-01-05"));
        assert_eq!(next.down, [Move { customer: 0, from: 1, to: 0, missing: 0, on }]);
        let standings =
            Standings::new(&from("2025-01-01", programme()), &deeds.facts(), day("2026-01-31"));
        assert_eq!(moved_since(&standings, day("2026-01-01")).down.len(), 1);
        assert_eq!(moved_since(&standings, day("2026-01-06")), Moves::default());
    }
}
