//! What always holds of a programme (metrics.md 10 and 11).

use super::event::Happened;
use super::testing::{programme, tiers};
use super::walk::Walk;
use super::*;
use crate::model::Day;
use proptest::prelude::*;

/// 1 January 2023.
const FIRST: i32 = 19_358;
/// Days deeds are spread over.
const DAYS: i32 = 1_100;
/// 28 years: the same weekdays and the same leap days.
const YEARS_28: i32 = 10_227;
const CUSTOMERS: u32 = 3;

fn any_day() -> impl Strategy<Value = Day> {
    (0..DAYS).prop_map(|at| Day(FIRST + at))
}

fn earn() -> impl Strategy<Value = Earn> {
    let gifts = (0..3_u32, 0..3_u32, 0..20_u32, 0..20_u32);
    (0..6_u32, 1..200_u32, gifts, prop_oneof![Just(0_u16), 0..40_u16]).prop_map(
        |(per_visit, amount, (per_month, per_referral, birthday, anniversary), pending_days)| {
            Earn {
                per_visit,
                visits: Visits::Both,
                per_amount: Some(PerAmount { points: 1, amount }),
                spend: Spend::Both,
                per_month,
                per_referral,
                to_referred: per_referral,
                birthday,
                anniversary,
                pending_days,
            }
        },
    )
}

fn qualification() -> impl Strategy<Value = Qualification> {
    let measures = [Qualifier::Points, Qualifier::Spend, Qualifier::Visits, Qualifier::Months];
    let times = [QualifyingTime::Rolling, QualifyingTime::CalendarYear, QualifyingTime::Lifetime];
    (0..4_usize, 0..3_usize).prop_map(move |(measure, over)| Qualification {
        measure: measures[measure],
        over: times[over],
    })
}

fn expiry() -> impl Strategy<Value = Expiry> {
    prop_oneof![
        Just(Expiry::Never),
        (1..20_u16).prop_map(Expiry::Each),
        (1..20_u16).prop_map(Expiry::Idle),
    ]
}

fn any_programme() -> impl Strategy<Value = Programme> {
    let steps = (1..20_i64, 1..2_000_i64, 50..300_u16, 50..300_u16);
    let downgrade = (any::<bool>(), 0..60_u16);
    (earn(), qualification(), expiry(), steps, downgrade, any::<bool>()).prop_map(
        |(earn, qualification, expiry, (low, high, one, two), (one_tier, grace_days), all)| {
            let mut tiers = tiers(&[0, low, low + high]);
            (tiers[1].multiplier, tiers[2].multiplier) = (one, two);
            let members = if all { Membership::Everybody } else { Membership::Joined };
            let downgrade = Downgrade { one_tier, grace_days };
            Programme { members, earn, tiers, qualification, downgrade, expiry, ..programme() }
        },
    )
}

fn versions() -> impl Strategy<Value = Vec<Version>> {
    let version = (any_day(), any_programme());
    let version = version.prop_map(|(from, programme)| Version { from, programme });
    prop::collection::vec(version, 1..4)
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        2 => Just(Deed::Came),
        1 => Just(Deed::Left),
        2 => Just(Deed::Joined),
        1 => Just(Deed::Quit),
        3 => (0..30_u32, 1..9_000_i64).prop_map(|(of, amount)| Deed::Refunded { of, amount }),
        1 => (1..9_000_i64).prop_map(|amount| Deed::Returned { by: Payment::Purchase, amount }),
        3 => (1..4_u32).prop_map(|times| Deed::Visited { by: Visit::Purchase, times }),
        9 => (1..9_000_i64, 0..3_u16)
            .prop_map(|(amount, visits)| Deed::Paid { by: Payment::Purchase, of: 0, amount, visits }),
        1 => (0..9_u32).prop_map(|whom| Deed::Brought { whom }),
        1 => (0..50_u32).prop_map(|points| Deed::Opened { of: 0, points }),
        1 => (-60..60_i32).prop_map(|points| Deed::Adjusted { of: 0, points }),
        3 => (0..90_u32).prop_map(|points| Deed::Redeemed { of: 0, points }),
    ]
}

/// Deeds of a few customers; payments are numbered as they come.
fn rows() -> impl Strategy<Value = Vec<(u32, Fact)>> {
    prop::collection::vec((0..CUSTOMERS, any_day(), deed()), 0..60).prop_map(|rows| {
        let numbered = (0..).zip(rows).map(|(number, (customer, day, deed))| {
            let deed = match deed {
                Deed::Paid { by, amount, visits, .. } => {
                    Deed::Paid { by, of: number, amount, visits }
                }
                other => other,
            };
            (customer, Fact { day, deed })
        });
        let begun = (0..CUSTOMERS).flat_map(|customer| {
            [Deed::Came, Deed::Joined].map(|deed| (customer, Fact { day: Day(FIRST), deed }))
        });
        begun.chain(numbered).collect()
    })
}

fn facts(rows: &[(u32, Fact)]) -> Facts {
    Facts::new(CUSTOMERS as usize, rows.iter().copied(), [(0, Day(7_000)), (2, Day(9_555))])
}

fn accounts(rules: &Rules, facts: &Facts, as_of: Day) -> Vec<Account> {
    (0..CUSTOMERS).map(|customer| replay(rules, facts, customer, as_of)).collect()
}

/// What is known on a day of what happened by it; what lies ahead is apart.
type Past = (Vec<Lot>, Vec<Entry>, Vec<TierChange>, i64);

fn past(accounts: Vec<Account>) -> Vec<Past> {
    accounts.into_iter().map(|it| (it.lots, it.statement, it.tiers, it.balance)).collect()
}

proptest! {
    #[test]
    fn the_balance_is_what_the_lots_hold_and_what_the_statement_adds_up_to(
        versions in versions(), rows in rows(), as_of in any_day(),
    ) {
        for account in accounts(&Rules::plain(versions), &facts(&rows), as_of) {
            let (usable, waiting): (Vec<Lot>, Vec<Lot>) =
                account.lots.iter().partition(|lot| lot.usable <= as_of);
            let left = |lots: &[Lot]| lots.iter().map(Lot::left).sum::<i64>();
            prop_assert_eq!(left(&usable), account.balance);
            prop_assert_eq!(left(&waiting), account.pending);
            prop_assert_eq!(Movements::of(&account.statement).sum(), account.balance);
            prop_assert_eq!(account.lots.iter().map(|lot| lot.filled).sum::<i64>(), 0);
            let mut balance = 0;
            for entry in &account.statement {
                balance += entry.points;
                prop_assert_eq!(entry.balance, balance);
            }
            let owes = usable.iter().any(|lot| lot.left() < 0);
            prop_assert!(!owes || usable.iter().all(|lot| lot.left() <= 0), "filled at once");
        }
    }

    #[test]
    fn only_a_reversal_or_what_nothing_covers_takes_a_balance_below_0(
        versions in versions(), rows in rows(), as_of in any_day(),
    ) {
        for account in accounts(&Rules::plain(versions), &facts(&rows), as_of) {
            let mut before = 0;
            for entry in account.statement {
                let taken = match entry.what {
                    What::Reversed { .. } | What::Redeemed { .. } | What::Adjusted { .. } => true,
                    What::Expired { .. } | What::Earned(_) | What::Opened { .. } => false,
                };
                prop_assert!(taken || entry.balance >= before.min(0));
                let is_end = matches!(entry.what, What::Expired { .. });
                prop_assert!(!is_end || entry.balance >= 0);
                before = entry.balance;
            }
        }
    }

    #[test]
    fn the_oldest_points_go_first(
        programme in any_programme(), rows in rows(), as_of in any_day(),
    ) {
        let mut programme = programme;
        programme.earn.pending_days = 0;
        let rules = Rules::plain(vec![Version { from: Day(FIRST), programme }]);
        for account in accounts(&rules, &facts(&rows), as_of) {
            let is_drawn = |lot: &Lot| lot.points > 0 && lot.redeemed + lot.taken > 0;
            let last = account.lots.iter().rposition(is_drawn).unwrap_or(0);
            prop_assert!(account.lots[..last].iter().all(|lot| lot.left() <= 0));
        }
    }

    #[test]
    fn the_order_of_facts_does_not_matter(
        versions in versions(), (rows, mixed) in rows().prop_flat_map(|rows| {
            (Just(rows.clone()), Just(rows).prop_shuffle())
        }), as_of in any_day(),
    ) {
        let rules = Rules::plain(versions);
        let found = accounts(&rules, &facts(&mixed), as_of);
        prop_assert_eq!(accounts(&rules, &facts(&rows), as_of), found);
    }

    #[test]
    fn going_on_day_by_day_is_the_same_as_doing_it_at_once(
        versions in versions(), rows in rows(), as_of in any_day(),
    ) {
        let (rules, facts) = (Rules::plain(versions), facts(&rows));
        let mut walk = Walk::new(&rules, &facts);
        for customer in 0..CUSTOMERS {
            walk.begin(customer);
            let mut told = Vec::new();
            for at in FIRST - 1..=as_of.0 {
                walk.run(Day(at), &mut |happened| told.push(happened));
                walk.measured(Day(at));
            }
            let account = replay(&rules, &facts, customer, as_of);
            let points = told.iter().filter_map(|it| match it {
                Happened::Points(entry) => Some(*entry),
                Happened::Tier(_) => None,
            });
            prop_assert_eq!(points.collect::<Vec<_>>(), account.statement);
            prop_assert_eq!(&walk.lots.lots, &account.lots);
            prop_assert_eq!(walk.measured(as_of), account.measure);
            prop_assert_eq!(walk.holding.tier, account.tier);
        }
    }

    #[test]
    fn what_is_added_later_changes_nothing_before(
        versions in versions(), rows in rows(), as_of in any_day(),
    ) {
        let rules = Rules::plain(versions);
        let known: Vec<(u32, Fact)> = rows.iter().copied().filter(|it| it.1.day <= as_of).collect();
        prop_assert_eq!(
            accounts(&rules, &facts(&rows), as_of),
            accounts(&rules, &facts(&known), as_of)
        );
    }

    #[test]
    fn rules_change_nothing_before_their_day(
        versions in versions(), programme in any_programme(), rows in rows(), from in any_day(),
    ) {
        let (facts, before) = (facts(&rows), from.plus(-1));
        let kept: Vec<Version> = versions.iter().filter(|it| it.from < from).cloned().collect();
        let (old, new) = (Rules::plain(kept), Version { from, programme });
        let changed = old.with(new, None);
        prop_assert_eq!(
            past(accounts(&old, &facts, before)),
            past(accounts(&changed, &facts, before))
        );
    }

    #[test]
    fn months_add_up_to_what_everybody_has(
        versions in versions(), rows in rows(), as_of in any_day(),
    ) {
        let (rules, facts) = (Rules::plain(versions), facts(&rows));
        let standings = Standings::new(&rules, &facts, as_of);
        let found = accounts(&rules, &facts, as_of);
        let mut outstanding = 0;
        for month in &standings.months {
            outstanding += month.points.sum();
            prop_assert_eq!(month.outstanding, outstanding);
        }
        let last = standings.months.last().map(|month| (month.outstanding, month.members));
        let mut members = [0; MOST_TIERS];
        for (row, account) in standings.rows.iter().zip(&found) {
            prop_assert_eq!(
                (row.tier, row.balance, row.pending, row.measure, row.next, row.down),
                (account.tier, account.balance, account.pending, account.measure, account.next,
                    account.down)
            );
            prop_assert_eq!(row.since, account.tiers.last().map(|change| change.day));
            prop_assert_eq!(row.ends, account.expiring.first().map(|it| it.0));
            if let Some(tier) = row.tier {
                members[usize::from(tier)] += 1;
            }
        }
        if let Some(last) = last {
            let balance = found.iter().map(|account| account.balance).sum::<i64>();
            prop_assert_eq!(last, (balance, members));
        }
    }

    #[test]
    fn a_pass_knows_the_tiers_of_twelve_months_ago_and_what_was_paid_since(
        versions in versions(), rows in rows(), as_of in any_day(),
    ) {
        let (rules, facts) = (Rules::plain(versions), facts(&rows));
        let standings = Standings::new(&rules, &facts, as_of);
        let then = standings.year_ago();
        let earlier = Standings::new(&rules, &facts, then);
        for (customer, (row, before)) in (0..).zip(standings.rows.iter().zip(&earlier.rows)) {
            prop_assert_eq!(row.year_ago, before.tier);
            let amount = |fact: &Fact| match fact.deed {
                Deed::Paid { amount, .. } => amount,
                Deed::Refunded { amount, .. } | Deed::Returned { amount, .. } => -amount,
                _ => 0,
            };
            let since = facts.of(customer).iter().filter(|it| then < it.day && it.day <= as_of);
            prop_assert_eq!(row.spent_12, since.map(amount).sum::<i64>());
            let lately = facts.of(customer).iter();
            let lately = lately.filter(|it| as_of.minus_months(3) < it.day && it.day <= as_of);
            prop_assert_eq!(row.spent_3, lately.map(amount).sum::<i64>());
        }
    }

    #[test]
    fn what_moves_between_two_days_is_what_the_statements_say(
        versions in versions(), rows in rows(), from in any_day(), to in any_day(),
    ) {
        let (rules, facts) = (Rules::plain(versions), facts(&rows));
        let found = moved_between(&rules, &facts, from, to);
        for (moved, account) in found.iter().zip(accounts(&rules, &facts, to)) {
            let here: Vec<Entry> =
                account.statement.into_iter().filter(|entry| entry.day >= from).collect();
            prop_assert_eq!(*moved, Movements::of(&here));
        }
    }

    #[test]
    fn standings_with_one_customer_spliced_in_are_those_worked_out_anew(
        versions in versions(), rows in rows(), own in rows(), as_of in any_day(),
    ) {
        let (rules, facts) = (Rules::plain(versions), facts(&rows));
        let known = Standings::new(&rules, &facts, as_of);
        let own: Vec<Fact> = own.iter().filter(|row| row.0 == 1).map(|row| row.1).collect();
        let next = facts.with(1, own);
        let anew = Standings::new(&rules, &next, as_of);
        prop_assert_eq!(&known.with(&rules, [&facts, &next], &[1]), &anew);
        // A day before the first difference needs no look at all.
        if next.first_difference(&facts, 1).is_none_or(|day| day > as_of) {
            prop_assert_eq!(known, anew);
        }
    }

    #[test]
    fn twenty_eight_years_later_it_is_the_same(
        versions in versions(), rows in rows(), as_of in any_day(),
    ) {
        let later = |day: Day| day.plus(YEARS_28);
        let moved = versions.iter().cloned();
        let moved = moved.map(|it| Version { from: later(it.from), ..it }).collect();
        let moved_rows = rows.iter().map(|&(customer, fact)| {
            (customer, Fact { day: later(fact.day), ..fact })
        });
        let born = [(0, later(Day(7_000))), (2, later(Day(9_555)))];
        let moved_facts =
            Facts::new(CUSTOMERS as usize, moved_rows.collect::<Vec<_>>().into_iter(), born);
        let found = accounts(&Rules::plain(moved), &moved_facts, later(as_of));
        let expected = accounts(&Rules::plain(versions), &facts(&rows), as_of);
        for (expected, found) in expected.iter().zip(&found) {
            let lines = |account: &Account, by: i32| {
                let each = account.statement.iter();
                each.map(|it| (it.day.plus(by), it.points)).collect::<Vec<_>>()
            };
            prop_assert_eq!(lines(expected, YEARS_28), lines(found, 0));
            let tiers = |account: &Account, by: i32| {
                let each = account.tiers.iter();
                each.map(|it| (it.day.plus(by), it.tier, it.why)).collect::<Vec<_>>()
            };
            prop_assert_eq!(tiers(expected, YEARS_28), tiers(found, 0));
        }
    }

    #[test]
    fn a_tier_is_never_below_the_one_the_measure_reaches(
        programme in any_programme(), rows in rows(), as_of in any_day(),
    ) {
        let tiers = programme.tiers.clone();
        let rules = Rules::plain(vec![Version { from: Day(FIRST), programme }]);
        for account in accounts(&rules, &facts(&rows), as_of) {
            if let Some(tier) = account.tier {
                let reached = tiers.iter().rposition(|it| it.threshold <= account.measure);
                prop_assert!(usize::from(tier) >= reached.unwrap_or(0));
            }
        }
    }

    #[test]
    fn a_draft_equal_to_the_rules_moves_nobody(
        programme in any_programme(), rows in rows(), as_of in any_day(),
    ) {
        let version = Version { from: Day(FIRST), programme };
        let (rules, facts) = (Rules::plain(vec![version.clone()]), facts(&rows));
        let standings = Standings::new(&rules, &facts, as_of);
        let draft = Draft { version, segment: None };
        let shown = preview(&rules, &facts, &standings, &[100; CUSTOMERS as usize], draft);
        prop_assert_eq!(shown.moved, vec![]);
        prop_assert_eq!(&shown.now, &shown.then);
        prop_assert_eq!(shown.cost_now, shown.cost_then);
        let members = shown.now.iter().map(|group| group.members).sum::<i64>();
        let there = standings.rows.iter().filter(|row| row.tier.is_some()).count();
        prop_assert_eq!(usize::try_from(members), Ok(there));
    }

    #[test]
    fn other_rules_replayed_never_take_what_they_did_not_give(
        versions in versions(), rows in rows(), as_of in any_day(),
    ) {
        let is_given = |row: &&(u32, Fact)| !matches!(
            row.1.deed,
            Deed::Refunded { .. } | Deed::Returned { .. } | Deed::Adjusted { .. }
        );
        let rows: Vec<(u32, Fact)> = rows.iter().filter(is_given).copied().collect();
        let months = simulate(&Rules::plain(versions), &facts(&rows), as_of);
        prop_assert!(months.iter().all(|month| month.outstanding >= 0));
    }
}
