//! What other rules would make of the members of today.
//!
//! Where a draft changes nothing of who is a member, what earns and what is counted, everybody's
//! measure stays what it is: then = the tier his measure reaches by the draft. Who holds his present
//! tier only because its time is not over keeps it. So a draft equal to the present rules moves
//! nobody. Up is at once on the day the draft is applied; down is at the end of the time a tier is
//! valid for.
//!
//! Any other draft is replayed over all facts as though it had held from the programme's first day.
//!
//! Cost a month: benefits = members of each tier x what its benefits cost (tiers nobody gave a cost
//! cost nothing here); points = a twelfth of what was earned in the last twelve months x expected
//! redemption x cost of a point, each customer's at the multiplier of his tier.

use super::fact::Facts;
use super::holding::{reached, same_tier};
use super::members::Spans;
use super::programme::{Programme, Version};
use super::rules::Rules;
use super::standing::{Standing, Standings};
use crate::model::round_div;

/// Rules somebody thinks of.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The rules, and from when they are to hold.
    pub version: Version,
    /// Who belongs to the segment they name.
    pub segment: Option<Spans>,
}

/// Members of one tier.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Group {
    /// How many.
    pub members: i64,
    /// What they pay a month, in minor units.
    pub mrr: i64,
}

/// What a programme costs a month, in minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct MonthlyCost {
    /// Benefits of the tiers.
    pub benefits: i64,
    /// Points that will probably be redeemed.
    pub points: i64,
}

/// A customer who would have another tier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moved {
    /// His dense number.
    pub customer: u32,
    /// Place of his tier now, among the present ones.
    pub from: Option<u8>,
    /// Place of his tier then, among those of the draft.
    pub to: Option<u8>,
    /// Whether it is a better one: above the present one's namesake, or a member at all.
    pub is_up: bool,
}

/// The present rules and a draft beside each other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preview {
    /// By tier of the present rules; none where there is no programme.
    pub now: Vec<Group>,
    /// By tier of the draft.
    pub then: Vec<Group>,
    /// Who moves, by dense number.
    pub moved: Vec<Moved>,
    /// What it costs now.
    pub cost_now: MonthlyCost,
    /// What it would cost.
    pub cost_then: MonthlyCost,
}

/// Whether a draft changes who is a member, what earns or what is counted: then everything has to
/// be replayed.
pub fn is_replayed(present: Option<&Programme>, draft: &Programme) -> bool {
    present.is_none_or(|present| {
        present.members != draft.members
            || present.earn != draft.earn
            || present.qualification != draft.qualification
    })
}

/// What a draft would make of everybody: `standings` by the present `rules`, `mrr` by dense number.
pub fn preview(
    rules: &Rules,
    facts: &Facts,
    standings: &Standings,
    mrr: &[i64],
    draft: Draft,
) -> Preview {
    let present = rules.on(standings.as_of);
    let programme = draft.version.programme.clone();
    let then = match present.filter(|present| !is_replayed(Some(present), &programme)) {
        Some(present) => in_place(present, &programme, &standings.rows),
        None => replayed(rules, facts, standings, draft),
    };
    beside(present, &programme, &standings.rows, &then, mrr)
}

/// Tier and points of the last twelve months by a draft.
type Then = (Option<u8>, i64);

fn in_place(present: &Programme, draft: &Programme, rows: &[Standing]) -> Vec<Then> {
    let then = |row: &Standing| {
        let Some(tier) = row.tier else {
            return (None, row.earned_12);
        };
        let by_draft = reached(&draft.tiers, row.measure);
        let is_held = tier > reached(&present.tiers, row.measure);
        let kept = same_tier(&present.tiers, &draft.tiers, tier);
        let place = if is_held { by_draft.max(kept) } else { by_draft };
        let multiplier = |programme: &Programme, place: u8| {
            programme.tiers.get(usize::from(place)).map_or(100, |tier| i128::from(tier.multiplier))
        };
        let (old, new) = (multiplier(present, tier), multiplier(draft, place));
        (Some(place), round_div(i128::from(row.earned_12) * new, old))
    };
    rows.iter().map(then).collect()
}

fn replayed(rules: &Rules, facts: &Facts, standings: &Standings, draft: Draft) -> Vec<Then> {
    let Draft { version, segment } = draft;
    let first = rules.first().unwrap_or(version.from).min(version.from);
    let always = Rules::default().with(Version { from: first, ..version }, segment);
    let then = Standings::new(&always, facts, standings.as_of);
    then.rows.iter().map(|row| (row.tier, row.earned_12)).collect()
}

fn beside(
    present: Option<&Programme>,
    draft: &Programme,
    rows: &[Standing],
    then: &[Then],
    mrr: &[i64],
) -> Preview {
    let tiers = present.map_or(&[][..], |it| &it.tiers);
    let mut now = Count { groups: vec![Group::default(); tiers.len()], points: 0 };
    let mut next = Count { groups: vec![Group::default(); draft.tiers.len()], points: 0 };
    let mut moved = Vec::new();
    for (customer, ((row, &(to, points)), &mrr)) in (0..).zip(rows.iter().zip(then).zip(mrr)) {
        now.add(row.tier, mrr, row.earned_12);
        next.add(to, mrr, points);
        let own = row.tier.map(|tier| same_tier(tiers, &draft.tiers, tier));
        if own != to {
            moved.push(Moved { customer, from: row.tier, to, is_up: to > own });
        }
    }
    Preview {
        cost_now: present.map_or_else(MonthlyCost::default, |it| now.cost(it)),
        cost_then: next.cost(draft),
        now: now.groups,
        then: next.groups,
        moved,
    }
}

struct Count {
    groups: Vec<Group>,
    points: i128,
}

impl Count {
    fn add(&mut self, tier: Option<u8>, mrr: i64, points: i64) {
        self.points += i128::from(points);
        if let Some(group) = tier.and_then(|tier| self.groups.get_mut(usize::from(tier))) {
            group.members += 1;
            group.mrr += mrr;
        }
    }

    fn cost(&self, programme: &Programme) -> MonthlyCost {
        let members: Vec<i64> = self.groups.iter().map(|group| group.members).collect();
        let share = i128::from(programme.expected_redemption);
        let num = self.points * share * i128::from(programme.cost.amount);
        let points = round_div(num, 12 * 1000 * i128::from(programme.cost.points));
        MonthlyCost { benefits: benefits(programme, &members), points }
    }
}

/// What the benefits of so many members by tier cost a month.
pub(super) fn benefits(programme: &Programme, members: &[i64]) -> i64 {
    let each = programme.tiers.iter().zip(members);
    each.map(|(tier, members)| tier.benefits_cost.unwrap_or(0).saturating_mul(*members)).sum()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Deeds, day, from, programme, tiers};
    use super::*;
    use crate::loyalty::Fact;

    fn three_spenders() -> Facts {
        let spend = [400, 600, 3_000];
        let rows: Vec<(u32, Fact)> = (0..)
            .zip(spend)
            .flat_map(|(customer, units)| {
                let deeds = Deeds::since("2026-01-01").pays("2026-02-01", units);
                deeds.rows.into_iter().map(move |row| (customer, row.1))
            })
            .collect();
        Facts::new(3, rows.into_iter(), [])
    }

    fn shown(draft: Programme) -> Preview {
        let (rules, facts) = (from("2026-01-01", programme()), three_spenders());
        let standings = Standings::new(&rules, &facts, day("2026-06-01"));
        let version = Version { from: day("2026-06-01"), programme: draft };
        preview(&rules, &facts, &standings, &[100, 200, 400], Draft { version, segment: None })
    }

    #[test]
    fn a_lower_threshold_lifts_who_reaches_it() {
        let mut draft = programme();
        draft.tiers = tiers(&[0, 400, 2_500]);
        (draft.tiers[1].benefits_cost, draft.tiers[1].multiplier) = (Some(150), 200);
        let shown = shown(draft);
        assert_eq!(shown.now[1], Group { members: 1, mrr: 200 });
        assert_eq!(shown.then[1], Group { members: 2, mrr: 300 });
        assert_eq!(shown.moved, [Moved { customer: 0, from: Some(0), to: Some(1), is_up: true }]);
        assert_eq!((shown.cost_now.benefits, shown.cost_then.benefits), (0, 300));
        // 4,000 points a year, 70 % redeemed at 0.01: 28.00 / 12; then (400 + 600) x 2 + 3,000.
        assert_eq!((shown.cost_now.points, shown.cost_then.points), (233, 292));
    }

    #[test]
    fn other_ways_to_earn_are_replayed() {
        let mut draft = programme();
        draft.earn = crate::loyalty::Earn { per_visit: 1, ..Default::default() };
        let shown = shown(draft);
        assert_eq!(shown.then[0], Group { members: 3, mrr: 700 });
        let down: Vec<u32> =
            shown.moved.iter().filter(|it| !it.is_up).map(|it| it.customer).collect();
        assert_eq!(down, [1, 2]);
        assert_eq!(shown.cost_then.points, 0);
    }

    #[test]
    fn without_a_programme_a_draft_is_replayed_from_its_own_day() {
        let facts = three_spenders();
        let rules = Rules::default();
        let standings = Standings::new(&rules, &facts, day("2026-06-01"));
        let version = Version { from: day("2026-01-01"), programme: programme() };
        let draft = Draft { version, segment: None };
        let shown = preview(&rules, &facts, &standings, &[100, 200, 400], draft);
        assert_eq!(shown.now, []);
        assert_eq!(shown.then.iter().map(|it| it.members).collect::<Vec<_>>(), [1, 1, 1]);
        assert_eq!(shown.moved.len(), 3);
    }
}
