//! The programme on one day, worked out once for a page.

use super::{LoyaltyBar, LoyaltyQuery};
use crate::Result;
use crate::book::{Book, Offer, Points};
use crate::ledger::OnDay;
use crate::loyalty::{Programme, Qualifier, Standings, Tier, TierColour};
use crate::model::{Day, Money};
use crate::views::{TierMark, raw};
use crate::voice::{Arg, Voice};
use std::sync::Arc;

/// What a loyalty page is about.
pub(super) struct Frame<'a> {
    pub(super) book: &'a Book,
    /// Rules and rewards.
    pub(super) offer: &'a Offer,
    pub(super) points: &'a Points,
    /// The day it is looked at.
    pub(super) day: Day,
    /// The rules of that day; `None` before the first.
    pub(super) programme: Option<&'a Programme>,
    /// Where everybody stands on the day.
    pub(super) standings: Arc<Standings>,
    /// What everybody was on the day, and twelve months before.
    pub(super) now: Arc<OnDay>,
    pub(super) then: Arc<OnDay>,
    /// Width of the page's content in CSS pixels.
    pub(super) width: u32,
}

/// The narrowest page a chart is drawn for, the widest, and the usual one (CSS pixels).
const WIDTH: (u32, u32, u32) = (480, 1440, 1024);

impl<'a> Frame<'a> {
    /// A day that has not come, or that is none, is the last one: an old link still opens.
    pub(super) fn new(book: &'a Book, ask: &LoyaltyQuery) -> Result<Self> {
        let day = ask.day.as_deref().and_then(Day::parse).filter(|day| *day < book.as_of);
        let day = day.unwrap_or(book.as_of);
        let (offer, points) = (book.offer()?, book.points()?);
        let width = ask.width.unwrap_or(WIDTH.2).clamp(WIDTH.0, WIDTH.1);
        let standings = book.standings_on(day)?;
        let [now, then] = [day, standings.year_ago()].map(|day| book.ledger_on(day));
        Ok(Self { book, offer, points, day, programme: offer.on(day), standings, now, then, width })
    }

    /// The tiers of the day; none before the programme.
    pub(super) fn tiers(&self) -> &'a [Tier] {
        self.programme.map_or(&[], |programme| &programme.tiers)
    }

    /// A tier of the day by its place.
    pub(super) fn mark(&self, place: u8) -> Option<TierMark> {
        let tiers = self.tiers();
        tiers.get(usize::from(place)).map(|tier| mark(tier, usize::from(place), tiers.len()))
    }

    /// Everybody by dense number.
    pub(super) fn customers(&self) -> impl Iterator<Item = u32> + use<> {
        0..u32::try_from(self.book.ledger.len()).unwrap_or(u32::MAX)
    }

    /// What a customer pays a month on the day, in minor units.
    pub(super) fn mrr(&self, customer: u32) -> i64 {
        self.now.mrr(customer)
    }

    /// Whether he is a customer on a day.
    pub(super) fn is_there(&self, customer: u32, day: Day) -> bool {
        if day == self.day {
            return self.now.is_there(customer);
        }
        let ledger = &self.book.ledger;
        ledger.state_on(customer, day).is_some_and(|state| ledger.states.is_present(state))
    }

    /// An amount in the workspace's currency.
    pub(super) fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.book.ledger.currency)
    }

    /// The name of a list of this day.
    pub(super) fn list(&self, what: &str) -> String {
        format!("loyalty:{}:{what}", self.day)
    }

    /// What counts for a tier, in words: "1,200 points", "€1,200", "12 visits".
    pub(super) fn measured(&self, value: i64, voice: &Voice) -> String {
        self.programme.map_or_else(
            || voice.count(value),
            |programme| self.in_measure(programme.qualification.measure, value, voice),
        )
    }

    /// A value of a measure in words.
    pub(super) fn in_measure(&self, measure: Qualifier, value: i64, voice: &Voice) -> String {
        let unit = match measure {
            Qualifier::Spend => return voice.money(self.money(value)),
            Qualifier::Points => "loyalty-points",
            Qualifier::Visits => "loyalty-visits",
            Qualifier::Months => "loyalty-months",
        };
        counted(unit, value, voice)
    }

    /// The same without its unit, as it stands in a column: "1,200", "€1,200".
    pub(super) fn bare(&self, value: i64, voice: &Voice) -> String {
        match self.programme.map(|programme| programme.qualification.measure) {
            Some(Qualifier::Spend) => voice.money(self.money(value)),
            _ => voice.count(value),
        }
    }

    /// The same for other programs.
    pub(super) fn raw(&self, value: i64) -> String {
        match self.programme.map(|programme| programme.qualification.measure) {
            Some(Qualifier::Spend) => raw::money(self.money(value)),
            _ => value.to_string(),
        }
    }

    /// The top of the page.
    pub(super) fn bar(&self, voice: &Voice) -> LoyaltyBar {
        let known = self.programme.or_else(|| self.offer.versions.first().map(|it| &it.programme));
        LoyaltyBar {
            name: known.map_or_else(String::new, |programme| programme.name.clone()),
            day: self.day.to_string(),
            day_words: voice.day(self.day),
            last: self.book.as_of.to_string(),
            past: self.day != self.book.as_of,
        }
    }
}

/// "1 point", "1,200 points"
pub(super) fn counted(key: &str, value: i64, voice: &Voice) -> String {
    voice.say(key, &[("count", Arg::from(value)), ("text", voice.count(value).into())])
}

/// Bars and word of a tier.
pub(in crate::views) fn mark(tier: &Tier, place: usize, of: usize) -> TierMark {
    TierMark { name: tier.name.clone(), role: role(tier.colour).to_owned(), filled: place + 1, of }
}

/// The colour role of a tier.
pub(super) fn role(colour: TierColour) -> &'static str {
    use crate::chart::Role;
    match colour {
        TierColour::Bronze => Role::TierBronze,
        TierColour::Silver => Role::TierSilver,
        TierColour::Gold => Role::TierGold,
        TierColour::Platinum => Role::TierPlatinum,
        TierColour::Green => Role::TierGreen,
        TierColour::Violet => Role::TierViolet,
    }
    .name()
}
