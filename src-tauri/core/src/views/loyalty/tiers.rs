//! The tiers with their members: what they pay, whether they stay, what they say, what they spend.

use super::frame::{Frame, counted, mark};
use super::{KeptBar, TierCard};
use crate::Result;
use crate::loyalty::{Standing, Tier, same_tier};
use crate::model::Ratio;
use crate::survey::{Class, Kind, Tally, View};
use crate::views::{Part, raw};
use crate::voice::Voice;

/// What a tier comes to.
#[derive(Clone, Debug, Default)]
struct Sums {
    members: i64,
    mrr: i64,
    spend: i64,
    tally: Tally,
    /// Who was in it twelve months before as a customer, and how many of them still are one.
    before: i64,
    kept: i64,
}

/// The tiers from the lowest.
pub(super) fn cards(frame: &Frame<'_>, voice: &Voice) -> Result<Vec<TierCard>> {
    let tiers = frame.tiers();
    let mut sums = vec![Sums::default(); tiers.len()];
    let (classes, was_in) = (classes(frame)?, was_in(frame));
    for (customer, row) in (0..).zip(&frame.standings.rows) {
        if let Some(sum) = row.tier.and_then(|tier| sums.get_mut(usize::from(tier))) {
            sum.members += 1;
            sum.mrr += frame.mrr(customer);
            sum.spend += row.spent_12;
            if let Some(class) = classes[customer as usize] {
                sum.tally.add_group(class);
            }
        }
        if let Some(sum) = was_in(customer, row).and_then(|place| sums.get_mut(usize::from(place)))
        {
            sum.before += 1;
            sum.kept += i64::from(frame.now.is_there(customer));
        }
    }
    let card = |(place, (tier, sum)): (usize, (&Tier, &Sums))| card(frame, place, tier, sum, voice);
    Ok(tiers.iter().zip(&sums).enumerate().map(card).collect())
}

/// The tier by today's tiers of who was a member and a customer twelve months before.
pub(super) fn was_in<'f>(frame: &'f Frame<'_>) -> impl Fn(u32, &Standing) -> Option<u8> + 'f {
    let old = frame.offer.on(frame.then.day).map_or(&[][..], |old| &old.tiers);
    // Worked out once for each tier: names are compared.
    let places = (0_u8..).take(old.len()).map(|tier| same_tier(old, frame.tiers(), tier));
    let places: Vec<u8> = places.collect();
    move |customer, row| {
        let tier = row.year_ago?;
        let place = places.get(usize::from(tier)).copied()?;
        frame.then.is_there(customer).then_some(place)
    }
}

/// What each customer's last answer to a question for a net promoter score says of him.
pub(super) fn classes(frame: &Frame<'_>) -> Result<Vec<Option<Class>>> {
    let answers = frame.book.answers()?;
    let is_nps = |survey: u32| {
        answers.surveys.get(survey as usize).is_some_and(|survey| survey.kind == Kind::Nps)
    };
    let asked = answers.rows.iter().filter(|row| row.day <= frame.day && is_nps(row.survey));
    let mut classes = vec![None; frame.book.ledger.len()];
    for answer in View::Latest.scored(asked) {
        if let (Some(customer), class @ Some(_)) = (answer.customer, answer.class())
            && let Some(slot) = classes.get_mut(customer as usize)
        {
            *slot = class;
        }
    }
    Ok(classes)
}

fn card(frame: &Frame<'_>, place: usize, tier: &Tier, sum: &Sums, voice: &Voice) -> TierCard {
    let mrr = frame.money(sum.mrr);
    TierCard {
        mark: mark(tier, place, frame.tiers().len()),
        from: from(frame, place, tier, voice),
        members: Part {
            key: format!("tier-{place}"),
            label: counted("loyalty-members", sum.members, voice),
            value: sum.members,
            text: voice.count(sum.members),
            raw: None,
            role: None,
            list: Some(frame.list(&format!("tier={place}"))),
        },
        mrr: voice.say("loyalty-mrr", &[("mrr", voice.money(mrr).into())]),
        mrr_raw: raw::money(mrr),
        kept: kept(frame, place, sum, voice),
        nps: nps(&sum.tally, voice),
        spend: spend(frame, sum, voice),
        benefits: tier.benefits.clone(),
    }
}

/// "from 500 points"; of the lowest what the tick on the bars is.
fn from(frame: &Frame<'_>, place: usize, tier: &Tier, voice: &Voice) -> String {
    if place > 0 {
        let measure = frame.measured(tier.threshold, voice);
        return voice.say("loyalty-from", &[("measure", measure.into())]);
    }
    let target = frame.book.settings.targets.yearly_retention;
    match target.and_then(|target| Ratio::of(target, 10_000)) {
        None => voice.say("loyalty-lowest", &[]),
        Some(target) => voice.say("loyalty-tick", &[("target", voice.percent(target, 0).into())]),
    }
}

fn kept(frame: &Frame<'_>, place: usize, sum: &Sums, voice: &Voice) -> Option<KeptBar> {
    let rate = Ratio::of(sum.kept, sum.before)?;
    let target = frame.book.settings.targets.yearly_retention;
    Some(KeptBar {
        share: rate.value() * 100.0,
        target: target.map(|target| f64::from(target) / 100.0),
        text: voice.say("loyalty-kept", &[("rate", voice.percent(rate, 1).into())]),
        of: voice.part_of(sum.kept, sum.before),
        list: frame.list(&format!("before={place}")),
    })
}

/// "NPS +35 of 18 answers"
fn nps(tally: &Tally, voice: &Voice) -> String {
    match tally.score().filter(|_| tally.answers() > 0) {
        None => voice.say("loyalty-no-nps", &[]),
        Some(score) => {
            let args = [
                ("score", voice.signed_count(score.scaled(100)).into()),
                ("answers", voice.count(tally.answers()).into()),
            ];
            voice.say("loyalty-nps", &args)
        }
    }
}

fn spend(frame: &Frame<'_>, sum: &Sums, voice: &Voice) -> String {
    match Ratio::of(sum.spend, sum.members) {
        None => voice.absent(),
        Some(each) => {
            let money = voice.money(frame.money(each.scaled(1)));
            voice.say("loyalty-spend", &[("money", money.into())])
        }
    }
}
