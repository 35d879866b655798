//! Where the customers live, what they pay in, what the plans cost.

use crate::model::{Currency, Day, Interval, Plan, Unit};

/// A country the sample business sells to.
#[derive(Debug)]
pub(super) struct Country {
    /// ISO 3166.
    pub(super) code: &'static str,
    /// How many of a hundred sign-ups, roughly.
    pub(super) weight: u32,
    /// What its customers pay in.
    pub(super) money: Coin,
    /// Which names its companies carry.
    pub(super) tongue: Tongue,
}

/// The currencies of the price list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Coin {
    Eur,
    Sek,
    Gbp,
    Usd,
}

/// The languages the names are made in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tongue {
    Dutch,
    Swedish,
    German,
    French,
    English,
    Danish,
    Finnish,
}

const fn country(code: &'static str, weight: u32, money: Coin, tongue: Tongue) -> Country {
    Country { code, weight, money, tongue }
}

/// All of them.
pub(super) const COUNTRIES: [Country; 14] = [
    country("NL", 25, Coin::Eur, Tongue::Dutch),
    country("SE", 16, Coin::Sek, Tongue::Swedish),
    country("DE", 14, Coin::Eur, Tongue::German),
    country("BE", 8, Coin::Eur, Tongue::Dutch),
    country("BE", 4, Coin::Eur, Tongue::French),
    country("GB", 9, Coin::Gbp, Tongue::English),
    country("FR", 7, Coin::Eur, Tongue::French),
    country("US", 5, Coin::Usd, Tongue::English),
    country("DK", 3, Coin::Eur, Tongue::Danish),
    country("NO", 2, Coin::Eur, Tongue::Danish),
    country("FI", 2, Coin::Eur, Tongue::Finnish),
    country("IE", 2, Coin::Eur, Tongue::English),
    country("AT", 2, Coin::Eur, Tongue::German),
    country("LU", 1, Coin::Eur, Tongue::French),
];

impl Coin {
    /// All of them, the workspace's own first.
    pub(super) const ALL: [Self; 4] = [Self::Eur, Self::Sek, Self::Gbp, Self::Usd];

    pub(super) fn currency(self) -> Currency {
        let code = match self {
            Self::Eur => return Currency::EUR,
            Self::Sek => "SEK",
            Self::Gbp => "GBP",
            Self::Usd => "USD",
        };
        Currency::parse(code).unwrap_or(Currency::EUR)
    }

    /// What one unit is worth in euros; none for the euro itself.
    pub(super) fn rate(self) -> Option<&'static str> {
        match self {
            Self::Eur => None,
            Self::Sek => Some("0.091"),
            Self::Gbp => Some("1.16"),
            Self::Usd => Some("0.87"),
        }
    }

    /// What `euros` cost in it, in whole units, roughly.
    pub(super) fn whole(self, euros: i64) -> i64 {
        match self {
            Self::Eur => euros,
            Self::Sek => euros * 11,
            Self::Gbp => euros * 86 / 100,
            Self::Usd => euros * 115 / 100,
        }
    }
}

/// The plans, smallest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Tier {
    /// One price, one seat.
    Starter,
    /// Priced by seat, two to about fifteen.
    Team,
    /// Priced by seat, six and more.
    Business,
}

/// Which price list a subscription is on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum PriceList {
    /// Until the price change.
    First,
    /// After it.
    Second,
}

impl Tier {
    pub(super) const ALL: [Self; 3] = [Self::Starter, Self::Team, Self::Business];

    /// The place of its plan in the sample, counted from 1.
    pub(super) fn number(self) -> i64 {
        match self {
            Self::Starter => 1,
            Self::Team => 2,
            Self::Business => 3,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Starter => "Starter",
            Self::Team => "Team",
            Self::Business => "Business",
        }
    }

    /// The price of one seat for a month, in minor units of the coin.
    pub(super) fn price(self, list: PriceList, coin: Coin) -> i64 {
        let [eur, sek, gbp, usd] = match (self, list) {
            (Self::Starter, PriceList::First) => [25, 279, 22, 29],
            (Self::Starter, PriceList::Second) => [29, 319, 25, 33],
            (Self::Team, PriceList::First) => [13, 145, 11, 15],
            (Self::Team, PriceList::Second) => [15, 165, 13, 17],
            (Self::Business, PriceList::First) => [17, 189, 15, 19],
            (Self::Business, PriceList::Second) => [19, 209, 17, 22],
        };
        100 * match coin {
            Coin::Eur => eur,
            Coin::Sek => sek,
            Coin::Gbp => gbp,
            Coin::Usd => usd,
        }
    }

    pub(super) fn higher(self) -> Option<Self> {
        match self {
            Self::Starter => Some(Self::Team),
            Self::Team => Some(Self::Business),
            Self::Business => None,
        }
    }

    pub(super) fn lower(self) -> Option<Self> {
        match self {
            Self::Starter => None,
            Self::Team => Some(Self::Starter),
            Self::Business => Some(Self::Team),
        }
    }
}

/// The price list of today: euros, by the month.
pub(super) fn plans(today: Day, price_change: Day) -> Vec<Plan> {
    let list = if today < price_change { PriceList::First } else { PriceList::Second };
    let plan = |tier: Tier| Plan {
        key: tier.name().to_lowercase(),
        name: Some(tier.name().to_owned()),
        amount: Some(tier.price(list, Coin::Eur)),
        currency: Some(Currency::EUR),
        interval: Some(Interval::MONTH),
    };
    Tier::ALL.into_iter().map(plan).collect()
}

/// A year, paid in advance, costs ten months.
pub(super) const MONTHS_PAID_A_YEAR: i64 = 10;

/// The interval of a subscription.
pub(super) fn interval(yearly: bool) -> Interval {
    if yearly { Interval { unit: Unit::Year, count: 1 } } else { Interval::MONTH }
}
