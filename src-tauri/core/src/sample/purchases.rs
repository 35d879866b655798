//! What customers buy beside their subscription: training days, templates, set-up.

use super::dice::Topic;
use super::facts::Purchase;
use super::people::Person;
use super::story::Story;

/// Prices in euros, what they are worth in visits, and how often of a hundred.
const GOODS: [(i64, u32, u32); 5] =
    [(19, 0, 34), (49, 0, 26), (120, 1, 20), (290, 1, 12), (560, 2, 8)];

/// Adds what one customer bought. Three in ten buy at all, each at a pace of his own.
pub(super) fn purchases(story: &Story, person: &Person, out: &mut Vec<Purchase>) {
    let mut dice = person.dice(story, Topic::Purchases);
    if !dice.chance(3_000) {
        return;
    }
    let pace = dice.between(40, 240);
    let mut day = person.since().plus(dice.between(3, pace));
    let coin = person.profile.coin;
    while day <= story.last {
        if person.is_on(day) {
            let (euros, visits, _) = *dice.weighted(&GOODS, |g| g.2);
            let amount = coin.whole(euros) * 100;
            let account = person.account();
            out.push(Purchase { account, day, amount, currency: coin.currency(), visits });
        }
        day = day.plus(dice.between(pace / 3, pace * 5 / 3));
    }
}
