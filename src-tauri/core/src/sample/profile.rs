//! Who a customer is: everything about him that does not depend on what becomes of him.

use super::dice::Dice;
use super::market::{COUNTRIES, Coin, Country, Tier};
use super::names::{Name, Names};
use super::story::{SignUp, Story};
use crate::model::{Account, Day, Grain, Period};

/// A customer before anything happened to him.
#[derive(Debug)]
pub(super) struct Profile {
    pub(super) name: Name,
    pub(super) country: &'static Country,
    pub(super) coin: Coin,
    pub(super) tier: Tier,
    pub(super) seats: u32,
    pub(super) yearly: bool,
    /// Days he tries before he pays; 0 for none.
    pub(super) trial_days: i32,
    /// Recurring discount in hundredths of a percent.
    pub(super) discount: u32,
    /// How glad he is with the service: 0 to 99, around 50.
    pub(super) content: u32,
    pub(super) channel: &'static str,
    size: &'static str,
    birthday: Option<Day>,
    tags: Option<&'static str>,
}

/// Where customers come from, and how many of a hundred.
const CHANNELS: [(&str, u32); 7] = [
    ("Search", 29),
    ("Referral", 15),
    ("Partner", 14),
    ("Newsletter", 12),
    ("Advert", 12),
    ("Trade fair", 9),
    ("Social", 9),
];

/// What the channel of a referred customer is called.
pub(super) const REFERRAL: &str = "Referral";

const TAGS: [&str; 5] =
    ["pilot group", "case study", "multi-site", "invoice by post", "early access"];

const TRIAL_DAYS: i32 = 14;

impl Profile {
    pub(super) fn new(sign_up: SignUp, names: &mut Names, dice: &mut Dice) -> Self {
        let tier = dice
            .weighted(&[(Tier::Starter, 47), (Tier::Team, 37), (Tier::Business, 16)], |t| t.1)
            .0;
        let country = dice.weighted(&COUNTRIES, |c| c.weight);
        let alone = tier == Tier::Starter && dice.chance(2_200);
        let name = names.give(country.tongue, alone, dice);
        let tries =
            !sign_up.pays || dice.chance(if tier == Tier::Business { 2_500 } else { 6_000 });
        let discount = if dice.chance(700) { dice.pick(&[1_000, 1_000, 2_000]) } else { 0 };
        let channel = dice.weighted(&CHANNELS, |c| c.1).0;
        Self {
            coin: country.money,
            seats: first_seats(tier, dice),
            yearly: dice.chance(match tier {
                Tier::Starter => 1_400,
                Tier::Team => 2_800,
                Tier::Business => 4_500,
            }),
            trial_days: if tries { TRIAL_DAYS } else { 0 },
            content: dice.below(34) + dice.below(34) + dice.below(34),
            size: size(tier, alone, dice),
            birthday: (alone && dice.chance(7_000)).then(|| Day(dice.between(-3_600, 11_600))),
            tags: dice.chance(600).then(|| dice.pick(&TAGS)),
            name,
            country,
            tier,
            discount,
            channel,
        }
    }

    /// What the customer list says of him.
    pub(super) fn account(
        &self,
        number: usize,
        since: Day,
        gone: bool,
        story: &Story,
        dice: &mut Dice,
    ) -> Account {
        let attributes = [
            ("channel", self.channel),
            ("industry", self.name.industry.name()),
            ("size", self.size),
        ];
        Account {
            key: format!("FJ-{}", 1_000 + number),
            name: Some(self.name.text.clone()),
            email: Some(self.name.email.clone()),
            company: None,
            country: Some(self.country.code.to_owned()),
            created: Some(since),
            birthday: self.birthday,
            card_expires: card(since, gone, story, dice),
            tags: self.tags.map(str::to_owned),
            attributes: attributes.map(|(k, v)| (k.to_owned(), v.to_owned())).to_vec(),
        }
    }
}

fn first_seats(tier: Tier, dice: &mut Dice) -> u32 {
    match tier {
        Tier::Starter => 1,
        Tier::Team => 2 + dice.below(4) + dice.below(4),
        Tier::Business => 6 + dice.below(5) + dice.below(6),
    }
}

fn size(tier: Tier, alone: bool, dice: &mut Dice) -> &'static str {
    let sizes = match tier {
        _ if alone => return "1",
        Tier::Starter => ["2-9", "2-9", "10-49"],
        Tier::Team => ["2-9", "10-49", "10-49"],
        Tier::Business => ["10-49", "50-249", "50-249"],
    };
    dice.pick(&sizes)
}

/// The last day of the card: some pay by bank; of the others most cards are good for years, a few
/// run out within two months, and who has gone has often let his run out.
fn card(since: Day, gone: bool, story: &Story, dice: &mut Dice) -> Option<Day> {
    if dice.chance(2_500) {
        return None;
    }
    let from = if gone { since } else { story.last };
    let month = Period::of(Grain::Month, from).plus(dice.between(0, 44));
    Some(month.last())
}
