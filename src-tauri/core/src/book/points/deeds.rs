//! From the store's rows to what the programme counts.
//!
//! - A visit: what a purchase says it stands for; each day with an event of use.
//! - A payment: a purchase; what the subscription costs (see [`super::paid`]). All of them in the
//!   workspace's currency at the rate of their day; what has no rate stays out.
//! - A purchase below 0 is money given back.
//! - A referral on the day it succeeds.

use super::paid;
use crate::ledger::{Ledger, Prices};
use crate::loyalty::{Deed, Fact, Facts, Payment, Referral, Visit, comings, success};
use crate::model::Day;
use crate::store::facts::Ids;
use crate::store::purchase::{self, Purchase};
use crate::store::{Connection, account, adjustment, event, member, redemption};
use crate::{Error, Result};
use rayon::slice::ParallelSliceMut;
use rustc_hash::FxHashMap;

/// Deeds with who did them.
pub(super) type Rows = Vec<(u32, Fact)>;

/// Customers with their days of birth.
type Birthdays = Vec<(u32, Day)>;

/// Accounts by id: the dense number of their customers.
pub(super) struct Owners {
    /// By id while ids are small: millions of rows are looked up.
    near: Vec<u32>,
    far: FxHashMap<i64, u32>,
}

/// Ids below this are near.
const NEAR: usize = 1 << 22;
/// Of an id that is no account's.
const NOBODY: u32 = u32::MAX;

impl Owners {
    /// Of every account, with the days of birth.
    pub(super) fn read(conn: &Connection, ledger: &Ledger) -> Result<(Self, Birthdays)> {
        let (mut owners, mut birthdays) = (Self::none(), Vec::new());
        account::owners(conn, |id, customer, birthday| {
            if let Some(customer) = ledger.find(customer) {
                owners.put(id, customer);
                birthdays.extend(birthday.map(|day| (customer, day)));
            }
            Ok(())
        })?;
        Ok((owners, birthdays))
    }

    fn none() -> Self {
        Self { near: Vec::new(), far: FxHashMap::default() }
    }

    fn put(&mut self, account: i64, customer: u32) {
        match usize::try_from(account) {
            Ok(at) if at < NEAR => {
                if self.near.len() <= at {
                    self.near.resize(at + 1, NOBODY);
                }
                self.near[at] = customer;
            }
            _ => {
                self.far.insert(account, customer);
            }
        }
    }

    /// Of one customer's accounts.
    fn of_customer(conn: &Connection, ledger: &Ledger, customer: u32) -> Result<Self> {
        let accounts = account::of_customer(conn, ledger.customers.id[customer as usize])?;
        let far = accounts.iter().map(|stored| (stored.id, customer)).collect();
        Ok(Self { far, ..Self::none() })
    }

    /// Of the customer an account belongs to, all his accounts; none where nobody has it.
    pub(super) fn beside(
        conn: &Connection,
        ledger: &Ledger,
        account: i64,
    ) -> Result<Option<(u32, Vec<i64>)>> {
        let stored = account::by_id(conn, account)?;
        let customer = stored.and_then(|stored| ledger.find(stored.customer));
        let Some(customer) = customer else { return Ok(None) };
        let accounts = account::of_customer(conn, ledger.customers.id[customer as usize])?;
        Ok(Some((customer, accounts.iter().map(|stored| stored.id).collect())))
    }

    pub(super) fn of(&self, account: i64) -> Option<u32> {
        let near = usize::try_from(account).ok().and_then(|at| self.near.get(at)).copied();
        near.filter(|customer| *customer != NOBODY).or_else(|| self.far.get(&account).copied())
    }
}

/// Numbers of one table that are told apart from those of others.
#[derive(Clone, Copy)]
pub(super) enum Of {
    Purchase,
    Invoice,
    Payment,
}

impl Of {
    /// One number for a row of any of these tables, among those of one customer.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the low bits tell the rows of one customer apart"
    )]
    pub(super) fn number(self, id: i64) -> u32 {
        (id as u32) << 2 | self as u32
    }
}

/// Rows of purchases room is made for at once: growing a list of millions takes as long as filling it.
const ROOM: usize = 4_000_000;

/// Reads all of it on two connections, which see the same moment closely enough: what is written
/// meanwhile makes the next book.
pub(super) fn read(
    (conn, other): (&Connection, Connection),
    ledger: &Ledger,
    prices: &Prices,
    referrals: &[Referral],
    (first, until): (Option<Day>, Day),
) -> Result<Facts> {
    let (owners, birthdays) = Owners::read(conn, ledger)?;
    let known = &owners;
    let [early, late] = purchase::halves(conn)?;
    let (mut parts, beside) = std::thread::scope(|scope| {
        let beside = scope.spawn(move || {
            let bought = purchases(&other, &late, prices, known)?;
            Ok::<_, Error>([bought, uses(&other, known)?])
        });
        let mut mine = vec![purchases(conn, &early, prices, known)?];
        mine.extend(paid::subscriptions(conn, ledger, prices, known, until)?);
        let stopped = |_| Error::Unexpected("a loading thread stopped".into());
        Ok::<_, Error>((mine, beside.join().map_err(stopped)??))
    })?;
    parts.extend(beside);
    parts.push(comings(ledger));
    parts.push(by_hand(conn, ledger, known, first)?);
    parts.push(referrals.iter().flat_map(|one| referred(ledger, one, until)).flatten().collect());
    Ok(Facts::new(ledger.len(), parts.iter().flatten().copied(), birthdays))
}

fn purchases(conn: &Connection, ids: &Ids, prices: &Prices, owners: &Owners) -> Result<Rows> {
    let span = usize::try_from(ids.end().saturating_sub(*ids.start())).unwrap_or(0);
    let mut rows = Rows::with_capacity(span.saturating_add(1).min(ROOM));
    purchase::each(conn, ids, |id, row| {
        if let Some(customer) = owners.of(row.account) {
            let deeds = bought(id, &row, prices).into_iter().flatten();
            rows.extend(deeds.map(|deed| (customer, Fact { day: row.day, deed })));
        }
        Ok(())
    })?;
    Ok(rows)
}

/// What a purchase counts as: something paid with its visits, or visits and something given back.
pub(super) fn bought(id: i64, row: &Purchase, prices: &Prices) -> [Option<Deed>; 2] {
    let (by, of) = (Payment::Purchase, Of::Purchase.number(id));
    let worth = prices.exchange(row.amount, row.day);
    if let (Some(amount @ 1..), Ok(visits)) = (worth, u16::try_from(row.visits)) {
        return [Some(Deed::Paid { by, of, amount, visits }), None];
    }
    let paid = match worth {
        Some(amount @ 1..) => Some(Deed::Paid { by, of, amount, visits: 0 }),
        Some(amount @ ..=-1) => Some(Deed::Returned { by, amount: amount.saturating_neg() }),
        Some(0) | None => None,
    };
    // To be given something back is no visit.
    let came = row.visits > 0 && row.amount.minor >= 0;
    let visited = Deed::Visited { by: Visit::Purchase, times: row.visits };
    [came.then_some(visited), paid]
}

/// What a referral counts as for both, where it has succeeded by a day.
pub(super) fn referred(ledger: &Ledger, one: &Referral, until: Day) -> Option<[(u32, Fact); 2]> {
    let day = success(ledger, one, until)?;
    let brought = Deed::Brought { whom: one.referred };
    let was_brought = Deed::WasBrought { by: one.referrer };
    Some([
        (one.referrer, Fact { day, deed: brought }),
        (one.referred, Fact { day, deed: was_brought }),
    ])
}

/// What a day with events of use counts as.
pub(super) const USED: Deed = Deed::Visited { by: Visit::Use, times: 1 };

/// One visit for each day with an event of use.
fn uses(conn: &Connection, owners: &Owners) -> Result<Rows> {
    let mut days = Vec::new();
    event::uses(conn, |account, day| {
        days.extend(owners.of(account).map(|customer| (customer, day)));
        Ok(())
    })?;
    days.par_sort_unstable();
    days.dedup();
    let used = |day| Fact { day, deed: USED };
    Ok(days.into_iter().map(|(customer, day)| (customer, used(day))).collect())
}

/// What was typed in or brought along: members, redemptions, adjustments.
pub(super) fn by_hand(
    conn: &Connection,
    ledger: &Ledger,
    owners: &Owners,
    first: Option<Day>,
) -> Result<Rows> {
    let mut rows = Rows::new();
    let mut push = |account: i64, day: Day, deed: Deed| {
        rows.extend(owners.of(account).map(|customer| (customer, Fact { day, deed })));
    };
    for (id, one) in redemption::all(conn)? {
        push(one.account, one.day, Deed::Redeemed { of: number(id), points: points(one.points) });
    }
    for (id, one) in adjustment::all(conn)? {
        let most = i64::from(i32::MAX);
        let points = i32::try_from(one.points.clamp(-most, most)).unwrap_or_default();
        push(one.account, one.day, Deed::Adjusted { of: number(id), points });
    }
    for (id, one) in member::all(conn)? {
        // Who left on the day he joined, or before it, never was a member.
        let never = one.joined.zip(one.left).is_some_and(|(joined, left)| left <= joined);
        let both = [one.joined.zip(Some(Deed::Joined)), one.left.zip(Some(Deed::Quit))];
        for (day, deed) in both.into_iter().flatten().filter(|_| !never) {
            push(one.account, day, deed);
        }
        let came = owners.of(one.account).map(|at| ledger.customers.first_paid[at as usize]);
        // At the earliest where the programme begins: its rules say how long they last.
        let begins = one.opening_on.or(one.joined).map(|day| first.map_or(day, |it| it.max(day)));
        let begins = begins.or_else(|| Some(first?.max(came?)));
        if let (Some(opening), Some(day)) = (one.opening, begins.filter(|day| *day != Day::NEVER)) {
            push(one.account, day, Deed::Opened { of: number(id), points: points(opening) });
        }
    }
    Ok(rows)
}

/// The same of one customer.
pub(super) fn by_hand_of(
    conn: &Connection,
    ledger: &Ledger,
    customer: u32,
    first: Option<Day>,
) -> Result<Vec<Fact>> {
    let owners = Owners::of_customer(conn, ledger, customer)?;
    let rows = by_hand(conn, ledger, &owners, first)?;
    Ok(rows.into_iter().map(|(_, fact)| fact).collect())
}

/// Whether [`by_hand`] gives such deeds.
pub(super) fn is_by_hand(deed: Deed) -> bool {
    match deed {
        Deed::Joined
        | Deed::Quit
        | Deed::Opened { .. }
        | Deed::Adjusted { .. }
        | Deed::Redeemed { .. } => true,
        Deed::Came
        | Deed::Left
        | Deed::Refunded { .. }
        | Deed::Returned { .. }
        | Deed::Visited { .. }
        | Deed::Paid { .. }
        | Deed::Brought { .. }
        | Deed::WasBrought { .. } => false,
    }
}

fn points(typed: i64) -> u32 {
    u32::try_from(typed.max(0)).unwrap_or(u32::MAX)
}

fn number(id: i64) -> u32 {
    u32::try_from(id).unwrap_or(u32::MAX)
}
