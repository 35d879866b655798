//! The points' part of the book: what the programme counts of everybody, and where everybody stands.
//!
//! Read when it is first asked for. What an act by hand changes is spliced in; facts that were imported
//! stay as they were read.

mod acts;
mod attributes;
mod deeds;
mod figures;
mod kept;
mod paid;
mod referrals;
mod splice;

use super::{Book, load};
use crate::ledger::OnDay;
use crate::loyalty::{
    Account, Fact, Facts, Movements, Programme, Rules, Spans, Standings, Version, moved_between,
    replay,
};
use crate::model::Day;
use crate::segment;
use crate::store::adjustment::{self, Adjustment};
use crate::store::redemption::{self, Redemption};
use crate::store::reward::{self, Reward};
use crate::store::{Connection, programme};
use crate::{Error, Result};
use kept::Kept;
use std::sync::Arc;

pub use attributes::Loyal;
pub use figures::{LoyaltyFigures, MemberFigures, PointFigures, TierFigures};
pub use referrals::Introductions;
pub(crate) use splice::{SPLICED, Touched};

/// The tables this part is made of, and what the ledger is made of besides: where none of them was
/// touched, it stays as it is.
pub(super) const SOURCES: [&str; 16] = [
    "account",
    "adjustment",
    "event",
    "invoice",
    "member",
    "payment",
    "plan",
    "plan_change",
    "programme",
    "purchase",
    "rate",
    "redemption",
    "referral",
    "reward",
    "setting",
    "subscription",
];

/// What is offered: the rules with their days, and the rewards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// By the first day they hold.
    pub versions: Vec<Version>,
    /// Those offered first, the cheapest first.
    pub rewards: Vec<Reward>,
}

impl Offer {
    pub(super) fn load(conn: &Connection) -> Result<Self> {
        Ok(Self { versions: programme::all(conn)?, rewards: reward::all(conn)? })
    }

    /// The rules of a day; none before there were any.
    pub fn on(&self, day: Day) -> Option<&Programme> {
        let known = self.versions.partition_point(|version| version.from <= day);
        known.checked_sub(1).map(|at| &self.versions[at].programme)
    }

    /// The reward of this number.
    pub fn reward(&self, id: i64) -> Option<&Reward> {
        self.rewards.iter().find(|reward| reward.id == id)
    }
}

/// What everybody did, as the programme counts it.
#[derive(Clone, Debug)]
pub struct Points {
    /// The rules of every day.
    pub rules: Rules,
    /// What everybody did.
    pub facts: Facts,
    /// Redemptions by day, with their numbers.
    pub redemptions: Vec<(i64, Redemption)>,
    /// Adjustments by day, with their numbers.
    pub adjustments: Vec<(i64, Adjustment)>,
}

impl Points {
    pub(super) fn load(book: &Book) -> Result<Self> {
        let (conn, other) = (book.reader()?, book.reader()?);
        let offer = book.offer()?;
        let ledger = &book.ledger;
        let prices = load::prices(&conn, &book.settings)?;
        let first = offer.versions.first().map(|version| version.from);
        let brought = &book.referrals()?.all;
        let facts = deeds::read((&conn, other), ledger, &prices, brought, (first, book.as_of))?;
        Ok(Self {
            rules: rules(&offer.versions, book)?,
            facts,
            redemptions: redemption::all(&conn)?,
            adjustments: adjustment::all(&conn)?,
        })
    }

    /// The same with these facts of some customers.
    fn changed(&self, facts: impl IntoIterator<Item = (u32, Vec<Fact>)>) -> Self {
        let facts = facts.into_iter();
        Self {
            facts: facts.fold(self.facts.clone(), |all, (customer, own)| all.with(customer, own)),
            ..self.clone()
        }
    }

    /// One customer's account on a day.
    pub fn account(&self, customer: u32, day: Day) -> Account {
        replay(&self.rules, &self.facts, customer, day)
    }
}

/// The rules with who belongs to their segments. One that asks for what nobody has any more has no
/// members: an import may have been undone.
fn rules(versions: &[Version], book: &Book) -> Result<Rules> {
    let spans = |text: &str| {
        let Ok(filter) = segment::parse(text) else { return Ok(Spans::default()) };
        match book.mask_of_members(&filter) {
            Ok(mask) => Ok(Spans::of_segment(&book.ledger, &mask)),
            Err(Error::Segment(_)) => Ok(Spans::default()),
            Err(error) => Err(error),
        }
    };
    Rules::new(versions.to_vec(), spans)
}

/// Everybody's standing and movements on the days that were asked for last.
#[derive(Debug, Default)]
pub(super) struct Days {
    standings: Kept<Day, Standings>,
    moved: Kept<(Day, Day), Vec<Movements>>,
    /// What the ledger says of them, which no deed changes.
    ledger: Kept<Day, OnDay>,
}

impl Days {
    /// How many of each are kept beside the day everything is seen from: four of 100,000 customers
    /// are about 70 MB.
    fn most(customers: usize) -> usize {
        (400_000 / customers.max(1)).clamp(1, 4)
    }

    /// The same under other rules: only what the ledger says stays.
    fn under_other_rules(&self) -> Self {
        let ledger = self.ledger.after(|_, known| Some(Arc::clone(known)));
        Self { ledger, ..Self::default() }
    }

    /// The same after some customers' facts have changed from these to those: nobody else is
    /// replayed, and what was before the change is the same.
    fn after(&self, before: &Points, after: &Points, customers: &[u32]) -> Self {
        let difference = |at: &u32| before.facts.first_difference(&after.facts, *at);
        let since = customers.iter().filter_map(difference).min();
        let is_before = |day: Day| since.is_none_or(|since| day < since);
        let facts = [&before.facts, &after.facts];
        Self {
            standings: self.standings.after(|day, known| {
                Some(if is_before(day) {
                    Arc::clone(known)
                } else {
                    Arc::new(known.with(&after.rules, facts, customers))
                })
            }),
            ledger: self.ledger.after(|_, known| Some(Arc::clone(known))),
            moved: self.moved.after(|(_, to), known| is_before(to).then(|| Arc::clone(known))),
        }
    }
}

impl Book {
    /// Rules and rewards; read when they are first asked for.
    ///
    /// # Errors
    /// What SQLite gives.
    pub fn offer(&self) -> Result<&Offer> {
        self.offer.get_or_read(|| Offer::load(&self.reader()?))
    }

    /// Who brought whom; read when it is first asked for.
    ///
    /// # Errors
    /// What SQLite gives.
    pub fn referrals(&self) -> Result<&Introductions> {
        self.referrals.get_or_read(|| Introductions::load(&self.reader()?, &self.ledger))
    }

    /// The rules of the day the book is seen from.
    ///
    /// # Errors
    /// `NoProgramme` where there are none yet.
    pub fn programme(&self) -> Result<&Programme> {
        self.offer()?.on(self.as_of).ok_or(Error::NoProgramme)
    }

    /// What everybody did, as the programme counts it; read when it is first asked for.
    ///
    /// # Errors
    /// What SQLite gives.
    pub fn points(&self) -> Result<&Points> {
        self.points.get_or_read(|| Points::load(self))
    }

    /// Where everybody stands on the day the book is seen from; worked out when first asked for.
    ///
    /// # Errors
    /// As [`Book::points`].
    pub fn standings(&self) -> Result<&Arc<Standings>> {
        if let Some(standings) = self.standings.get() {
            return Ok(standings);
        }
        let points = self.points()?;
        let standings = || Arc::new(Standings::new(&points.rules, &points.facts, self.as_of));
        Ok(self.standings.get_or_init(standings))
    }

    /// Where everybody stood on a day; worked out when first asked for, and kept for a while.
    ///
    /// # Errors
    /// As [`Book::points`].
    pub fn standings_on(&self, day: Day) -> Result<Arc<Standings>> {
        if day == self.as_of {
            return self.standings().map(Arc::clone);
        }
        let points = self.points()?;
        let slot = self.days.standings.slot(day, Days::most(self.ledger.len()));
        let standings = || Arc::new(Standings::new(&points.rules, &points.facts, day));
        Ok(Arc::clone(slot.get_or_init(standings)))
    }

    /// What everybody was on a day; worked out when first asked for, and kept for a while.
    pub fn ledger_on(&self, day: Day) -> Arc<OnDay> {
        // A page looks at its day and at the one a year before.
        let slot = self.days.ledger.slot(day, 2 * Days::most(self.ledger.len()));
        Arc::clone(slot.get_or_init(|| Arc::new(OnDay::new(&self.ledger, day))))
    }

    /// What everybody's points moved by from one day to another, both included, by dense number.
    ///
    /// # Errors
    /// As [`Book::points`].
    pub fn points_moved(&self, from: Day, to: Day) -> Result<Arc<Vec<Movements>>> {
        let points = self.points()?;
        let slot = self.days.moved.slot((from, to), Days::most(self.ledger.len()));
        let moved = || Arc::new(moved_between(&points.rules, &points.facts, from, to));
        Ok(Arc::clone(slot.get_or_init(moved)))
    }
}
