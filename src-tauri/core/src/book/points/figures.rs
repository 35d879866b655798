//! What the programme comes to on the day the book is seen from, under the names of
//! `loyalty --json`.

use super::super::Book;
use crate::Result;
use crate::loyalty::{Movements, Programme, Standings, liability};
use crate::model::{Day, Ratio};
use serde::Serialize;

/// The programme on a day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LoyaltyFigures {
    /// What members know it by.
    pub programme: String,
    /// The day.
    pub as_of: Day,
    /// From the lowest to the highest.
    pub tiers: Vec<TierFigures>,
    /// Points since the programme began.
    pub points: PointFigures,
    /// What outstanding points will probably cost, in minor units.
    pub liability: i64,
    /// Everybody who is a member, in alphabetical order; only where that is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub members: Option<Vec<MemberFigures>>,
}

/// One tier.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TierFigures {
    /// Its name.
    pub tier: String,
    /// From how much of what is counted.
    pub threshold: i64,
    /// How many are in it.
    pub members: i64,
    /// What they pay a month, in minor units.
    pub mrr: i64,
    /// Of the customers who were in it twelve months ago those who are customers today; none where
    /// there was nobody in it.
    pub retention_12: Option<Ratio>,
}

/// Points since the programme began: earned - redeemed - expired - reversed + adjusted = outstanding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PointFigures {
    /// All balances added up.
    pub outstanding: i64,
    /// Entered balances.
    pub earned: i64,
    /// Used.
    pub redeemed: i64,
    /// Ended.
    pub expired: i64,
    /// Taken because a payment was given back.
    pub reversed: i64,
    /// Given less taken by hand, brought along included.
    pub adjusted: i64,
}

/// One member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MemberFigures {
    /// The exporter's key of his first account.
    pub key: String,
    /// His tier.
    pub tier: String,
    /// His points.
    pub balance: i64,
    /// What counts for a tier.
    pub qualifying: i64,
    /// The tier above; none in the highest.
    pub next: Option<String>,
    /// What is missing to it.
    pub missing: Option<i64>,
}

impl Book {
    /// What the programme comes to on the day the book is seen from, with every member where that is
    /// asked for.
    ///
    /// # Errors
    /// `NoProgramme`; what SQLite gives.
    pub fn loyalty(&self, with_members: bool) -> Result<LoyaltyFigures> {
        let (programme, standings) = (self.programme()?, self.standings()?);
        let points = points_of(standings);
        Ok(LoyaltyFigures {
            programme: programme.name.clone(),
            as_of: self.as_of,
            tiers: self.tier_figures(programme, standings)?,
            points,
            liability: liability(programme, points.outstanding),
            members: with_members.then(|| self.members(programme, standings)).transpose()?,
        })
    }

    fn tier_figures(
        &self,
        programme: &Programme,
        standings: &Standings,
    ) -> Result<Vec<TierFigures>> {
        let tier = |tier: &crate::loyalty::Tier| TierFigures {
            tier: tier.name.clone(),
            threshold: tier.threshold,
            members: 0,
            mrr: 0,
            retention_12: None,
        };
        let mut found: Vec<TierFigures> = programme.tiers.iter().map(tier).collect();
        for (customer, row) in (0..).zip(&standings.rows) {
            if let Some(tier) = row.tier.and_then(|place| found.get_mut(usize::from(place))) {
                tier.members += 1;
                tier.mrr += self.ledger.worth_on(customer, self.as_of).mrr;
            }
        }
        let kept = self.kept(standings)?;
        for tier in &mut found {
            let of = kept.iter().find(|(name, ..)| *name == tier.tier);
            tier.retention_12 = of.and_then(|(_, kept, all)| Ratio::of(*kept, *all));
        }
        Ok(found)
    }

    /// By tier of twelve months ago: how many of its customers are still there, and how many it had.
    fn kept(&self, standings: &Standings) -> Result<Vec<(String, i64, i64)>> {
        let then = standings.year_ago();
        let Some(programme) = self.offer()?.on(then) else { return Ok(Vec::new()) };
        let is_there = |customer, day| {
            let state = self.ledger.state_on(customer, day);
            state.is_some_and(|state| self.ledger.states.is_present(state))
        };
        let names = programme.tiers.iter().map(|tier| (tier.name.clone(), 0, 0));
        let mut kept: Vec<(String, i64, i64)> = names.collect();
        for (customer, row) in (0..).zip(&standings.rows) {
            let place = row.year_ago.filter(|_| is_there(customer, then));
            if let Some(tier) = place.and_then(|place| kept.get_mut(usize::from(place))) {
                tier.1 += i64::from(is_there(customer, self.as_of));
                tier.2 += 1;
            }
        }
        Ok(kept)
    }

    fn members(&self, programme: &Programme, standings: &Standings) -> Result<Vec<MemberFigures>> {
        let directory = self.directory()?;
        let name = |place: u8| programme.tiers.get(usize::from(place)).map(|it| it.name.clone());
        let mut found = Vec::new();
        for (customer, row) in (0..).zip(&standings.rows) {
            if let Some(tier) = row.tier.and_then(name) {
                found.push((
                    directory.rank_of(customer),
                    MemberFigures {
                        key: directory.person(customer).key.to_owned(),
                        tier,
                        balance: row.balance,
                        qualifying: row.measure,
                        next: row.next.and_then(|next| name(next.tier)),
                        missing: row.next.map(|next| next.missing),
                    },
                ));
            }
        }
        found.sort_by_key(|(rank, _)| *rank);
        Ok(found.into_iter().map(|(_, member)| member).collect())
    }
}

fn points_of(standings: &Standings) -> PointFigures {
    let mut sum = Movements::default();
    standings.months.iter().for_each(|month| sum.add(&month.points));
    PointFigures {
        outstanding: standings.months.last().map_or(0, |month| month.outstanding),
        earned: sum.earned,
        redeemed: sum.redeemed,
        expired: sum.expired,
        reversed: sum.reversed,
        adjusted: sum.adjusted,
    }
}
