//! What the loyalty programme says of a customer, and who brought whom.

use super::super::{Choice, CustomerLoyalty};
use crate::Result;
use crate::book::Book;
use crate::loyalty::{Programme, Qualifier};
use crate::model::Money;
use crate::voice::{Arg, Voice};

/// His tier, points and referrals; none where there is nothing to say.
pub(super) fn loyal(book: &Book, dense: u32, voice: &Voice) -> Result<Option<CustomerLoyalty>> {
    let loyal = book.loyal(dense)?;
    let (referrals, directory) = (book.referrals()?, book.directory()?);
    let person = |customer: u32| Choice {
        key: format!("/customers/{}", book.ledger.customers.id[customer as usize]),
        label: directory.person(customer).name.to_owned(),
    };
    let referred_by = referrals.brought_by(dense).map(|one| person(one.referrer));
    let referred: Vec<Choice> = referrals.brought(dense).map(|one| person(one.referred)).collect();
    let programme = book.offer()?.on(book.as_of);
    let is_in = loyal.tier.is_some() || loyal.points.is_some();
    if !is_in && referred_by.is_none() && referred.is_empty() {
        return Ok(None);
    }
    let next = match programme {
        Some(programme) => next(book, programme, dense, voice)?,
        None => None,
    };
    Ok(Some(CustomerLoyalty {
        tier: loyal.tier.map(str::to_owned),
        points: loyal.points.map(|points| voice.count(points)),
        next,
        referred_by,
        referred,
    }))
}

/// "702 points to Platinum"
fn next(book: &Book, programme: &Programme, dense: u32, voice: &Voice) -> Result<Option<String>> {
    let next = book.standings()?.rows[dense as usize].next;
    let tier = next.and_then(|next| programme.tiers.get(usize::from(next.tier)));
    let (Some(next), Some(tier)) = (next, tier) else { return Ok(None) };
    let (measure, missing) = match programme.qualification.measure {
        Qualifier::Points => ("points", voice.count(next.missing)),
        Qualifier::Spend => {
            let currency = book.ledger.currency;
            ("spend", voice.money(Money::new(next.missing, currency)))
        }
        Qualifier::Visits => ("visits", voice.count(next.missing)),
        Qualifier::Months => ("months", voice.count(next.missing)),
    };
    let args = [
        ("measure", measure.into()),
        ("count", Arg::from(next.missing)),
        ("missing", missing.into()),
        ("tier", tier.name.as_str().into()),
    ];
    Ok(Some(voice.say("customer-next-tier", &args)))
}
