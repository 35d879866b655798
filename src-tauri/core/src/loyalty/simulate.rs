//! Rules replayed over past data: what they would have done, month by month.
//!
//! Points issued are those that entered balances. Cost of a month = points issued x expected
//! redemption x cost of a point + members at its end x what their benefits cost. Liability is that
//! of what was outstanding at its end. Redemptions are those that were made, as far as the points of
//! these rules would have covered them: nobody would have been given what he did not have.

use super::cost::liability;
use super::fact::Facts;
use super::months::{MOST_TIERS, Month};
use super::preview::benefits;
use super::rules::Rules;
use super::standing::Standings;
use crate::model::{Day, Period};

/// One month by some rules.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SimulatedMonth {
    /// Which.
    pub month: Period,
    /// Whether it is over.
    pub finished: bool,
    /// Members at its end, by place of their tier.
    pub members: [i64; MOST_TIERS],
    /// Points that entered balances.
    pub issued: i64,
    /// What they and the benefits of the tiers cost, in minor units.
    pub cost: i64,
    /// Points outstanding at its end.
    pub outstanding: i64,
    /// What those will probably cost, in minor units.
    pub liability: i64,
}

/// The months from the first day of some rules to a day. To see two programmes beside each other,
/// ask for both: months of one name belong together.
pub fn simulate(rules: &Rules, facts: &Facts, as_of: Day) -> Vec<SimulatedMonth> {
    let months = Standings::simulated(rules, facts, as_of).months;
    months.into_iter().filter_map(|month| simulated(rules, month, as_of)).collect()
}

fn simulated(rules: &Rules, month: Month, as_of: Day) -> Option<SimulatedMonth> {
    let programme = rules.on(month.month.last().min(as_of))?;
    let Month { month, finished, points, outstanding, members } = month;
    let points_cost = liability(programme, points.earned);
    Some(SimulatedMonth {
        month,
        finished,
        members,
        issued: points.earned,
        cost: points_cost.saturating_add(benefits(programme, &members)),
        outstanding,
        liability: liability(programme, outstanding),
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Deeds, day, from, programme};
    use super::*;

    #[test]
    fn each_month_shows_what_the_rules_would_have_done() {
        let mut rules = programme();
        rules.tiers[1].benefits_cost = Some(1_000);
        let deeds = Deeds::since("2026-01-01").pays("2026-01-10", 100).pays("2026-02-10", 450);
        let facts = deeds.redeems("2026-02-11", 5_000).facts();
        let months = simulate(&from("2026-01-05", rules), &facts, day("2026-02-20"));
        let [january, february] = &months[..] else { panic!("two months") };
        assert_eq!((january.issued, january.cost, january.liability), (100, 70, 70));
        assert!(january.finished && !february.finished);
        assert_eq!((february.issued, february.outstanding), (450, 0), "no more than there was");
        assert_eq!((february.members[1], february.cost), (1, 1_000 + 315));
    }
}
