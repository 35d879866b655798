//! Two programmes to start from. The names in them are the owner's from then on, so they come from
//! outside, in his language.

use super::programme::{
    Aim, Downgrade, Earn, Expiry, Membership, PerAmount, PointCost, Programme, Qualification,
    Qualifier, QualifyingTime, Spend, Tier, TierColour, Visits,
};

/// Names for a programme and its tiers, the lowest first.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a, const TIERS: usize> {
    /// Of the programme.
    pub programme: &'a str,
    /// Of its tiers.
    pub tiers: [&'a str; TIERS],
}

/// Five points a visit, more in higher tiers (500 and 2,500 points in twelve months); points end
/// after a year without a visit. `unit` is one of the currency's main unit in minor units: 100 cents.
pub fn by_visit(names: Names<'_, 3>, unit: u32) -> Programme {
    let colours = [TierColour::Green, TierColour::Gold, TierColour::Platinum];
    let tiers = tiers(names.tiers, colours, [0, 500, 2_500], [100, 120, 170]);
    let earn = Earn { per_visit: 5, visits: Visits::Both, ..Earn::default() };
    Programme { aim: Aim::Visits, earn, expiry: Expiry::Idle(12), ..usual(&names, tiers, unit) }
}

/// A point for each main unit of the currency that is paid, subscription and purchases; 500, 1,500
/// and 3,000 points in twelve months; points end after two years, a tier is kept for 90 days more.
pub fn by_spend(names: Names<'_, 4>, unit: u32) -> Programme {
    let colours = [TierColour::Bronze, TierColour::Silver, TierColour::Gold, TierColour::Platinum];
    let tiers = tiers(names.tiers, colours, [0, 500, 1_500, 3_000], [100; 4]);
    let per_amount = Some(PerAmount { points: 1, amount: unit.max(1) });
    let earn = Earn { per_amount, spend: Spend::Both, ..Earn::default() };
    Programme { aim: Aim::Spend, earn, expiry: Expiry::Each(24), ..usual(&names, tiers, unit) }
}

fn usual<const TIERS: usize>(names: &Names<'_, TIERS>, tiers: Vec<Tier>, unit: u32) -> Programme {
    let (measure, over) = (Qualifier::Points, QualifyingTime::Rolling);
    Programme {
        name: names.programme.to_owned(),
        aim: Aim::Spend,
        members: Membership::Everybody,
        earn: Earn::default(),
        tiers,
        qualification: Qualification { measure, over },
        downgrade: Downgrade { one_tier: true, grace_days: 90 },
        expiry: Expiry::Never,
        cost: PointCost { points: 100, amount: unit.max(1) },
        expected_redemption: 720,
    }
}

fn tiers<const TIERS: usize>(
    names: [&str; TIERS],
    colours: [TierColour; TIERS],
    thresholds: [i64; TIERS],
    multipliers: [u16; TIERS],
) -> Vec<Tier> {
    let each = names.into_iter().zip(colours).zip(thresholds).zip(multipliers);
    each.map(|(((name, colour), threshold), multiplier)| Tier {
        name: name.to_owned(),
        colour,
        threshold,
        multiplier,
        benefits: String::new(),
        benefits_cost: None,
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_can_be_played() {
        let spend = Names { programme: "Thanks", tiers: ["Bronze", "Silver", "Gold", "Platinum"] };
        assert_eq!(by_spend(spend, 100).unsound(), None);
        let visit = Names { programme: "Thanks", tiers: ["Green", "Gold", "Reserve"] };
        assert_eq!(by_visit(visit, 1).unsound(), None);
    }
}
