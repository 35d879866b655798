//! The loyalty programme at 100,000 customers with fifty deeds each: everybody's standing from all
//! facts, and what a changed threshold would do.

use super::stages::{Measured, What, median, milliseconds};
use super::{Outcome, machine};
use holdfast_core::loyalty::{
    Deed, Draft, Fact, Facts, Names, Payment, Rules, Standings, Version, Visit, by_spend, by_visit,
    preview, simulate,
};
use holdfast_core::model::Day;
use std::time::Instant;

/// Customers the bars are for.
pub(crate) const CUSTOMERS: u32 = 100_000;
/// Deeds of each: purchases of three years, a refund, two redemptions.
const DEEDS: u32 = 50;
/// 21 November 2023 and three years later.
const FIRST: i32 = 19_682;
const TODAY: Day = Day(20_777);

pub(crate) fn measure() -> Outcome<Vec<Measured>> {
    let rows = rows();
    let (mut sorting, mut rebuilding, mut previewing) = (vec![], vec![], vec![]);
    let (spend, visits) = (spend(), visits());
    let rules = Rules::plain(vec![Version { from: Day(FIRST), programme: spend.clone() }]);
    let mrr = vec![4_900; CUSTOMERS as usize];
    let mut facts = Facts::default();
    for _ in 0..3 {
        let begun = Instant::now();
        facts = Facts::new(CUSTOMERS as usize, rows.iter().copied(), []);
        sorting.push(milliseconds(begun));
        let begun = Instant::now();
        let standings = Standings::new(&rules, &facts, TODAY);
        rebuilding.push(milliseconds(begun));
        for threshold in [900, 1_200, 1_400, 1_600] {
            let mut programme = spend.clone();
            programme.tiers[2].threshold = threshold;
            let draft = Draft { version: Version { from: TODAY, programme }, segment: None };
            let begun = Instant::now();
            let shown = preview(&rules, &facts, &standings, &mrr, draft);
            previewing.push(milliseconds(begun));
            assert!(!shown.moved.is_empty(), "a threshold moves somebody");
        }
    }
    let other = Rules::plain(vec![Version { from: Day(FIRST), programme: visits }]);
    let begun = Instant::now();
    let months = simulate(&other, &facts, TODAY);
    let simulating = milliseconds(begun);
    assert_eq!(months.len(), 37, "from November to November");
    let mut measured = vec![
        Measured { what: What::LoyaltyFacts, value: median(sorting) },
        Measured { what: What::LoyaltyStandings, value: median(rebuilding) },
        Measured { what: What::LoyaltyPreview, value: median(previewing) },
        Measured { what: What::LoyaltySimulation, value: simulating },
    ];
    measured
        .extend(machine::peak_memory().map(|value| Measured { what: What::LoyaltyMemory, value }));
    Ok(measured)
}

pub(crate) fn spend() -> holdfast_core::loyalty::Programme {
    let tiers = ["Bronze", "Silver", "Gold", "Platinum"];
    by_spend(Names { programme: "By spend", tiers }, 100)
}

fn visits() -> holdfast_core::loyalty::Programme {
    by_visit(Names { programme: "By visit", tiers: ["Green", "Gold", "Reserve"] }, 100)
}

/// Everybody's deeds, the customers mixed as files mix them.
fn rows() -> Vec<(u32, Fact)> {
    let span = TODAY.0 - FIRST;
    let mut rows = Vec::with_capacity((CUSTOMERS * DEEDS) as usize);
    for at in 0..DEEDS {
        for customer in 0..CUSTOMERS {
            // Neither of them has a factor in common with the numbers it is taken of.
            let dice = u64::from(customer * DEEDS + at) * 2_654_435_761 % 4_294_967_291;
            let amount = 2_000 + i64::try_from(dice % 16_000).unwrap_or(0);
            let day = Day(FIRST + i32::try_from(dice / 7 % 1_096).unwrap_or(0).min(span));
            let deed = match at {
                0 => Deed::Came,
                1 => Deed::Refunded { of: 20, amount },
                2 | 3 => Deed::Redeemed { of: at, points: 100 },
                4..=8 => Deed::Visited { by: Visit::Purchase, times: 1 },
                _ => Deed::Paid { by: Payment::Purchase, of: at, amount, visits: 0 },
            };
            let day = if at == 0 { Day(FIRST) } else { day };
            rows.push((customer, Fact { day, deed }));
        }
    }
    rows
}
