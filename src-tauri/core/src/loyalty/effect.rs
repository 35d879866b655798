//! Does it work? Members beside comparable people who are no members.
//!
//! Looked at are the customers of the day twelve months ago. Who was a member on that day counts as
//! one throughout, whatever he did afterwards, and so does who was none: leaving out those who
//! joined later would leave out people who stayed. Outcomes: is he a customer today, and what he paid
//! in those twelve months, less what was given back.
//!
//! **Matched exactly** on plan, tenure (under 6 months, under 12, under 36, longer) and MRR (the
//! quarters of all customers of that day). Only groups with members and non-members tell anything.
//! Each group's difference is weighted by its members: the answer is for the members there are.
//!
//! Difference = sum w (member rate - other rate), w = members of the group / matched members.
//! Interval of 95 % (z 1.96): variance of the difference = for each side its variance x sum w^2 / n.
//! Of retention that is p (1 - p) over all matched of the side, with one who stayed and one who left
//! added, so that nobody is ever certain. Of spend it is the variance within groups, pooled; there is
//! no interval where no group has two of a side.
//!
//! It cannot be told, and why: no members, no others, nobody comparable; and it is told with a
//! warning where fewer than 30 of a side are matched, or less than half of the members.

mod groups;
mod interval;

use super::standing::{Standing, Standings};
use crate::ledger::{Ledger, OnDay};
use groups::{Group, MEMBERS, OTHERS, Side, groups};
use interval::{compared, kept_variance, of_difference, spend_variance};

/// Matched people of a side below which chance is all there is to see.
const FEW: i64 = 30;

/// A customer of the day twelve months ago.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Subject {
    /// His dense number.
    pub customer: u32,
    /// Whether he was a member.
    pub member: bool,
    /// His plan, as a place in the ledger's.
    pub plan: u32,
    /// Days since his first paying day.
    pub tenure: i32,
    /// What he paid a month, in minor units.
    pub mrr: i64,
    /// Whether he is a customer twelve months later.
    pub kept: bool,
    /// What he paid in those months, in minor units, less what was given back.
    pub spend: i64,
}

/// Members beside non-members of the same plan, tenure and MRR.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Effect {
    /// Everybody looked at who was a member.
    pub members: i64,
    /// Everybody else.
    pub others: i64,
    /// Members with somebody to be compared with.
    pub matched_members: i64,
    /// Others they are compared with.
    pub matched_others: i64,
    /// Share of customers kept over twelve months, 0 to 1; none where it cannot be told.
    pub retention: Option<Compared>,
    /// Paid in twelve months by one customer, in minor units; none where it cannot be told.
    pub spend: Option<Compared>,
    /// Why it cannot be told, or only with care.
    pub doubts: Vec<Doubt>,
}

/// A mean of members and of the others, weighted alike.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Compared {
    /// Of members.
    pub members: f64,
    /// Of the others, as many in each group as there are members.
    pub others: f64,
    /// Members less others.
    pub difference: f64,
    /// Its interval of 95 %; none where nothing varies that could be seen.
    pub interval: Option<(f64, f64)>,
}

/// Why it cannot be told whether a programme works, or only with care.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doubt {
    /// Nobody was a member twelve months ago.
    NoMembers,
    /// Everybody was: there is nobody to compare with.
    NoOthers,
    /// No member has anybody of his plan, tenure and MRR beside him.
    NoOverlap,
    /// Fewer than half of the members have.
    LittleOverlap,
    /// Fewer than 30 members or 30 others are matched.
    TooFew,
}

impl Compared {
    /// Whether the difference is more than chance: its interval does not hold 0.
    pub fn is_shown(&self) -> bool {
        self.interval.is_some_and(|(low, high)| low > 0.0 || high < 0.0)
    }
}

/// The customers of the day twelve months before the standings, and what became of them since:
/// `then` is that day and `now` the standings' own.
pub fn subjects(ledger: &Ledger, standings: &Standings, then: &OnDay, now: &OnDay) -> Vec<Subject> {
    let there = (0..).zip(&standings.rows).filter(|(customer, _)| then.is_there(*customer));
    let subject = |(customer, row): (u32, &Standing)| Subject {
        customer,
        member: row.year_ago.is_some(),
        plan: then.plan(customer),
        tenure: then.day.0 - ledger.customers.first_paid[customer as usize].0,
        mrr: then.mrr(customer),
        kept: now.is_there(customer),
        spend: row.spent_12,
    };
    there.map(subject).collect()
}

/// Compares the members with the others.
pub fn effect(subjects: &[Subject]) -> Effect {
    let groups = groups(subjects);
    let both: Vec<&Group> = groups.values().filter(|it| it.iter().all(|side| side.n > 0)).collect();
    let total = |side: usize| both.iter().map(|group| group[side].n).sum::<i64>();
    let members = count(subjects, true);
    let others = count(subjects, false);
    let (matched_members, matched_others) = (total(MEMBERS), total(OTHERS));
    Effect {
        members,
        others,
        matched_members,
        matched_others,
        retention: compared(&both, matched_members, Side::kept_mean).map(|found| {
            let sides = [MEMBERS, OTHERS].map(|side| kept_variance(&both, side));
            found.within(Some(of_difference(&both, matched_members, sides)), (-1.0, 1.0))
        }),
        spend: compared(&both, matched_members, Side::spend_mean).map(|found| {
            let sides = [MEMBERS, OTHERS].map(|side| spend_variance(&both, side));
            let variance = sides[MEMBERS].zip(sides[OTHERS]);
            let variance = variance.map(|(a, b)| of_difference(&both, matched_members, [a, b]));
            found.within(variance, (f64::NEG_INFINITY, f64::INFINITY))
        }),
        doubts: doubts((members, others), (matched_members, matched_others)),
    }
}

fn doubts((members, others): (i64, i64), (matched, beside): (i64, i64)) -> Vec<Doubt> {
    let all = [
        (members == 0, Doubt::NoMembers),
        (others == 0, Doubt::NoOthers),
        (members > 0 && others > 0 && matched == 0, Doubt::NoOverlap),
        (matched > 0 && matched * 2 < members, Doubt::LittleOverlap),
        (matched > 0 && matched.min(beside) < FEW, Doubt::TooFew),
    ];
    all.into_iter().filter_map(|(holds, doubt)| holds.then_some(doubt)).collect()
}

fn count(subjects: &[Subject], member: bool) -> i64 {
    let count = subjects.iter().filter(|subject| subject.member == member).count();
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many of one kind, of whom so many stayed.
    fn people(member: bool, plan: u32, n: u32, kept: u32, spend: i64) -> Vec<Subject> {
        let one = |customer| {
            let spend = spend + i64::from(customer % 2);
            Subject {
                customer,
                member,
                plan,
                tenure: 400,
                mrr: 1_000,
                kept: customer < kept,
                spend,
            }
        };
        (0..n).map(one).collect()
    }

    #[test]
    fn who_was_a_member_a_year_ago_counts_as_one_whatever_he_did_since() {
        use crate::ledger::testing::Business;
        use crate::loyalty::testing::{Deeds, day, from, programme};
        use crate::loyalty::{Deed, Facts, Membership, Programme};
        let business = Business::new()
            .until("Member", 1_000, "2024-01-01", "2025-08-01")
            .on("Other", "Pro", 2_000, "2024-06-01")
            .on("Later", "Pro", 2_000, "2025-07-01");
        let ledger = business.book();
        let deeds = Deeds::default().and("2024-02-01", Deed::Joined).and("2025-02-01", Deed::Quit);
        let own = deeds.rows.iter().copied();
        let joined = Deeds::default().and("2025-03-01", Deed::Joined).pays("2025-04-01", 30);
        let joined = joined.refunded("2025-04-09", 0, 10).pays("2024-12-31", 7);
        let other = joined.rows.iter().map(|row| (1, row.1));
        let facts = Facts::new(3, own.chain(other).collect::<Vec<_>>().into_iter(), []);
        let joined = Programme { members: Membership::Joined, ..programme() };
        let standings = Standings::new(&from("2024-01-01", joined), &facts, day("2025-12-31"));
        let [then, now] = ["2024-12-31", "2025-12-31"].map(|it| OnDay::new(&ledger, day(it)));
        let found = subjects(&ledger, &standings, &then, &now);
        let seen = |it: &Subject| (it.customer, it.member, it.kept, it.spend);
        let seen: Vec<_> = found.iter().map(seen).collect();
        assert_eq!(seen, [(0, true, false, 0), (1, false, true, 2_000)]);
        assert_eq!((found[0].tenure, found[0].mrr), (365, 1_000));
    }

    #[test]
    fn each_group_counts_as_much_as_it_has_members() {
        // Plan 0: 90 % against 80 %; plan 1: 50 % against 50 %; three quarters of members in plan 0.
        let subjects = [
            people(true, 0, 150, 135, 300),
            people(false, 0, 50, 40, 200),
            people(true, 1, 50, 25, 100),
            people(false, 1, 300, 150, 100),
        ];
        let found = effect(&subjects.concat());
        let retention = found.retention.unwrap();
        assert!((retention.members - 0.8).abs() < 1e-9 && (retention.others - 0.725).abs() < 1e-9);
        assert!((retention.difference - 0.075).abs() < 1e-9);
        let spend = found.spend.unwrap();
        assert!((spend.difference - 75.0).abs() < 1e-9 && spend.is_shown());
        assert_eq!((found.matched_members, found.matched_others), (200, 350));
        assert_eq!(found.doubts, []);
    }

    #[test]
    fn the_interval_is_that_of_the_groups() {
        // 90 and 70 of 100: with two added 91/102 and 71/102, a margin of 10.87 %.
        let both = [people(true, 0, 100, 90, 0), people(false, 0, 100, 70, 0)].concat();
        let (low, high) = effect(&both).retention.unwrap().interval.unwrap();
        assert!((low - 0.0913).abs() < 1e-3 && (high - 0.3087).abs() < 1e-3, "{low} {high}");
    }

    #[test]
    fn where_it_cannot_be_told_it_says_why() {
        let members = people(true, 0, 40, 30, 100);
        let found = effect(&members);
        assert_eq!((found.retention, found.doubts), (None, vec![Doubt::NoOthers]));
        assert_eq!(effect(&people(false, 0, 40, 30, 100)).doubts, [Doubt::NoMembers]);
        let apart = [members.clone(), people(false, 1, 40, 30, 100)].concat();
        let found = effect(&apart);
        assert_eq!((found.spend, found.doubts), (None, vec![Doubt::NoOverlap]));
        let few = [members, people(false, 0, 5, 4, 100), people(true, 3, 60, 9, 1)].concat();
        assert_eq!(effect(&few).doubts, [Doubt::LittleOverlap, Doubt::TooFew]);
    }

    #[test]
    fn a_group_of_one_on_each_side_is_never_certain() {
        let pair = [people(true, 0, 1, 1, 10), people(false, 0, 1, 0, 10)].concat();
        let found = effect(&pair);
        assert!(!found.retention.unwrap().is_shown());
        assert_eq!(found.spend.unwrap().interval, None, "nothing tells how much spend varies");
    }
}
