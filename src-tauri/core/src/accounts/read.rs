//! The accounts that matter for who is one customer: a million others never leave the file.

use crate::Result;
use crate::identity::{Decision, Known, folded};
use crate::store::{account, bond};
use crate::task::Beat;
use rusqlite::Connection;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::hash::BuildHasher;

/// Accounts with what was decided of them.
pub(super) struct Accounts {
    pub(super) known: Vec<Known>,
    pub(super) decisions: Vec<Decision>,
}

/// Reads the accounts whose address is in several sources, that were joined or decided about, and
/// those of some customers.
pub(super) fn read(conn: &Connection, customers: &[i64], beat: &mut Beat<'_>) -> Result<Accounts> {
    let decisions = bond::all(conn)?;
    let mut wanted: FxHashSet<i64> = decisions.iter().flat_map(|d| [d.one, d.other]).collect();
    let mut sources: FxHashMap<u64, i64> = FxHashMap::default();
    let mut count = 0_usize;
    account::mails(conn, |id, origin, customer, mail| {
        count += 1;
        if count.is_multiple_of(4096) {
            beat()?;
        }
        if customer != id || customers.contains(&customer) {
            wanted.extend([id, customer]);
        }
        if let Some(mail) = folded(mail) {
            let first = sources.entry(hash(&mail)).or_insert(origin);
            if *first != origin {
                *first = SEVERAL;
            }
        }
        Ok(())
    })?;
    let mut known = Vec::new();
    account::profiles(conn, |profile| {
        count += 1;
        if count.is_multiple_of(4096) {
            beat()?;
        }
        let source =
            account::origin(profile.source, profile.key, profile.email.unwrap_or_default());
        let mail = profile.email.and_then(folded).unwrap_or_default();
        let shared = !mail.is_empty() && sources.get(&hash(&mail)) == Some(&SEVERAL);
        if shared || wanted.contains(&profile.id) {
            known.push(Known {
                id: profile.id,
                source,
                customer: profile.customer,
                mail: mail.into_owned(),
                name: profile.name.unwrap_or_default().to_owned(),
                company: profile.company.unwrap_or_default().to_owned(),
            });
        }
        Ok(())
    })?;
    Ok(Accounts { known, decisions })
}

/// In place of a source: the address is in several.
const SEVERAL: i64 = 0;

/// Two addresses of one hash only bring accounts along that are compared whole afterwards.
fn hash(mail: &str) -> u64 {
    FxBuildHasher.hash_one(mail)
}
