//! Two programmes to start from, their thresholds fitted to what is imported.
//!
//! Half of the members stay in the lowest tier, three in ten come to the second and fifteen in a
//! hundred to the third, at the nearest round numbers; what is left over comes to the highest.
//! Where many pay the same, so that two tiers would begin at one number, the higher begins at the
//! next one.

use super::frame::Frame;
use super::{ReadyProgramme, preview};
use crate::Result;
use crate::loyalty::{Deed, Payment, Programme, Rules, Spend, Standings, Version, Visit, Visits};
use crate::programme::{by_spend, by_visit};
use crate::voice::Voice;

/// Of a hundred members so many stay below the second, the third and the fourth tier.
const BELOW: [usize; 3] = [50, 80, 95];

/// The programme for spend and the one for visits, each with what it would give.
pub(super) fn ready(frame: &Frame<'_>, voice: &Voice) -> Result<Vec<ReadyProgramme>> {
    let found = Found::of(frame);
    let currency = frame.book.ledger.currency;
    let mut spend = by_spend(currency, voice);
    spend.earn.spend = found.spend();
    let mut visits = by_visit(currency, voice);
    visits.earn.visits = found.visits();
    [("spend", spend), ("visits", visits)]
        .into_iter()
        .map(|(key, programme)| {
            let programme = fitted(frame, programme)?;
            Ok(ReadyProgramme {
                key: key.to_owned(),
                title: voice.say(&format!("loyalty-ready-{key}"), &[]),
                say: voice.say(&format!("loyalty-ready-{key}-say"), &[]),
                preview: preview::of(frame, &programme, None, voice)?,
                programme,
            })
        })
        .collect()
}

/// What of visits and payments is known at all.
#[derive(Default)]
struct Found {
    purchases: bool,
    uses: bool,
    subscriptions: bool,
}

impl Found {
    fn of(frame: &Frame<'_>) -> Self {
        let mut found = Self::default();
        for fact in frame.customers().flat_map(|it| frame.points.facts.of(it)) {
            match fact.deed {
                Deed::Visited { by: Visit::Use, .. } => found.uses = true,
                Deed::Paid { by: Payment::Purchase, .. }
                | Deed::Visited { by: Visit::Purchase, .. } => found.purchases = true,
                Deed::Paid { by: Payment::Subscription, .. } => found.subscriptions = true,
                _ => {}
            }
        }
        found
    }

    /// Purchases where there are any: a day of use is a visit only where nothing better is known.
    fn visits(&self) -> Visits {
        match (self.purchases, self.uses) {
            (true, _) => Visits::Purchases,
            (false, true) => Visits::Use,
            (false, false) => Visits::Both,
        }
    }

    fn spend(&self) -> Spend {
        match (self.purchases, self.subscriptions) {
            (true, true) => Spend::Both,
            (true, false) => Spend::Purchases,
            (false, _) => Spend::Subscription,
        }
    }
}

/// The same with thresholds that part the members of today; as it is where most have nothing yet.
fn fitted(frame: &Frame<'_>, mut programme: Programme) -> Result<Programme> {
    let from = preview::usual_start(frame.day);
    let version = Version { from, programme: programme.clone() };
    let rules = Rules::default().with(version, preview::spans(frame, &programme)?);
    let standings = Standings::new(&rules, &frame.points.facts, frame.day);
    let members = standings.rows.iter().filter(|row| row.tier.is_some());
    let mut measures: Vec<i64> = members.map(|row| row.measure).collect();
    measures.sort_unstable();
    let at = |below: usize| measures.get(measures.len() * below / 100).copied().unwrap_or(0);
    let above = programme.tiers.len().saturating_sub(1);
    let below = &BELOW[BELOW.len().saturating_sub(above)..];
    let found = parted(below.iter().map(|below| round(at(*below))));
    for (tier, threshold) in programme.tiers.iter_mut().skip(1).zip(found) {
        tier.threshold = threshold;
    }
    Ok(programme)
}

/// Numbers that rise: each the one found, or the next round one above the one before. None where the
/// first is 0.
fn parted(found: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut rising: Vec<i64> = Vec::new();
    for one in found {
        match rising.last() {
            None if one == 0 => return rising,
            Some(last) if one <= *last => rising.push(above(*last)),
            _ => rising.push(one),
        }
    }
    rising
}

/// The nearest of 1, 1.5, 2, 3, 5, 7 times a power of ten.
fn round(value: i64) -> i64 {
    let mut best = 0;
    let mut power = 1_i64;
    while power <= value {
        for tenths in [10, 15, 20, 30, 50, 70, 100] {
            let step = power.saturating_mul(tenths) / 10;
            if (step - value).abs() < (best - value).abs() {
                best = step;
            }
        }
        power = power.saturating_mul(10);
    }
    best
}

/// The first of these above a number.
fn above(value: i64) -> i64 {
    let mut power = 1_i64;
    while power.saturating_mul(10) <= value {
        power = power.saturating_mul(10);
    }
    let steps = [10, 15, 20, 30, 50, 70, 100].map(|tenths| power.saturating_mul(tenths) / 10);
    steps.into_iter().find(|step| *step > value).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thresholds_are_round_numbers_near_what_was_found() {
        for (value, expected) in
            [(0, 0), (1, 1), (487, 500), (1_437, 1_500), (2_890, 3_000), (84, 70)]
        {
            assert_eq!(round(value), expected, "{value}");
        }
    }

    #[test]
    fn tiers_of_people_who_pay_the_same_begin_one_above_the_other() {
        let of = |found: [i64; 3]| parted(found.into_iter());
        assert_eq!(of([500, 1_500, 3_000]), [500, 1_500, 3_000]);
        assert_eq!(of([500, 1_000, 1_000]), [500, 1_000, 1_500]);
        assert_eq!(of([1, 1, 1]), [1, 2, 3]);
        assert_eq!(of([700, 700, 2_000]), [700, 1_000, 2_000]);
        assert_eq!(of([0, 0, 100]), [0_i64; 0], "most have nothing: nothing to part");
    }
}
