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
use crate::store::{Connection, account, adjustment, event, member, purchase, redemption};
use crate::{Error, Result};
use rayon::slice::ParallelSliceMut;
use rustc_hash::FxHashMap;

/// Deeds with who did them.
pub(super) type Rows = Vec<(u32, Fact)>;

/// Customers with their days of birth.
type Birthdays = Vec<(u32, Day)>;

/// Accounts by id: the dense number of their customers.
pub(super) struct Owners(FxHashMap<i64, u32>);

impl Owners {
    /// Of every account, with the days of birth.
    pub(super) fn read(conn: &Connection, ledger: &Ledger) -> Result<(Self, Birthdays)> {
        let (mut owners, mut birthdays) = (FxHashMap::default(), Vec::new());
        account::owners(conn, |id, customer, birthday| {
            if let Some(customer) = ledger.find(customer) {
                owners.insert(id, customer);
                birthdays.extend(birthday.map(|day| (customer, day)));
            }
            Ok(())
        })?;
        Ok((Self(owners), birthdays))
    }

    pub(super) fn of(&self, account: i64) -> Option<u32> {
        self.0.get(&account).copied()
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
    let (mut rows, paid) = std::thread::scope(|scope| {
        let beside = scope.spawn(move || {
            let mut rows = uses(&other, known)?;
            rows.extend(paid::subscriptions(&other, ledger, prices, known, until)?);
            Ok::<_, Error>(rows)
        });
        let mine = purchases(conn, prices, known)?;
        let stopped = |_| Error::Unexpected("a loading thread stopped".into());
        Ok::<_, Error>((mine, beside.join().map_err(stopped)??))
    })?;
    rows.extend(paid);
    rows.extend(comings(ledger));
    rows.extend(by_hand(conn, ledger, known, first)?);
    for one in referrals {
        if let Some(day) = success(ledger, one, until) {
            rows.push((one.referrer, Fact { day, deed: Deed::Brought { whom: one.referred } }));
            rows.push((one.referred, Fact { day, deed: Deed::WasBrought { by: one.referrer } }));
        }
    }
    Ok(Facts::new(ledger.len(), rows.iter().copied(), birthdays))
}

fn purchases(conn: &Connection, prices: &Prices, owners: &Owners) -> Result<Rows> {
    let mut rows = Rows::new();
    purchase::each(conn, |id, row| {
        let Some(customer) = owners.of(row.account) else { return Ok(()) };
        let mut push = |deed| rows.push((customer, Fact { day: row.day, deed }));
        if row.visits > 0 {
            push(Deed::Visited { by: Visit::Purchase, times: row.visits });
        }
        let (by, of) = (Payment::Purchase, Of::Purchase.number(id));
        match prices.exchange(row.amount, row.day) {
            Some(amount @ 1..) => push(Deed::Paid { by, of, amount }),
            Some(amount @ ..=-1) => push(Deed::Returned { amount: amount.saturating_neg() }),
            Some(0) | None => {}
        }
        Ok(())
    })?;
    Ok(rows)
}

/// One visit for each day with an event of use.
fn uses(conn: &Connection, owners: &Owners) -> Result<Rows> {
    let mut days = Vec::new();
    event::uses(conn, |account, day| {
        days.extend(owners.of(account).map(|customer| (customer, day)));
        Ok(())
    })?;
    days.par_sort_unstable();
    days.dedup();
    let deed = Deed::Visited { by: Visit::Use, times: 1 };
    Ok(days.into_iter().map(|(customer, day)| (customer, Fact { day, deed })).collect())
}

/// What was typed in or brought along: members, redemptions, adjustments.
fn by_hand(
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
        if let Some(joined) = one.joined {
            push(one.account, joined, Deed::Joined);
        }
        if let Some(left) = one.left {
            push(one.account, left, Deed::Quit);
        }
        let came = owners.of(one.account).map(|at| ledger.customers.first_paid[at as usize]);
        let begins = one.opening_on.or(one.joined).or_else(|| Some(first?.max(came?)));
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
    let accounts = account::of_customer(conn, ledger.customers.id[customer as usize])?;
    let owners = Owners(accounts.iter().map(|stored| (stored.id, customer)).collect());
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
