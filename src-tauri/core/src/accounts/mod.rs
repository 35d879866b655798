//! Accounts and customers: who is one, in the store. The rule itself is in [`crate::identity`].

mod decide;
mod read;
#[cfg(test)]
mod tests;

pub use decide::{Decided, decide};

use crate::Result;
use crate::identity::{Question, settle};
use crate::shown::{Notice, NoticeTone};
use crate::store::{account, brought};
use crate::task::Beat;
use crate::voice::{Arg, Voice};
use rusqlite::{Connection, Transaction};

/// What an import brought together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Joined {
    /// Accounts that belong to another customer than before.
    pub moved: usize,
    /// Questions that are open now, earlier ones too.
    pub questions: usize,
}

impl Joined {
    /// What there is to say of it.
    pub(crate) fn notices(self, voice: &Voice) -> Vec<Notice> {
        let said = |code: &str, key: &str, count: usize, tone| {
            let text = voice.count(i64::try_from(count).unwrap_or(i64::MAX));
            let args = [("count", Arg::from(count)), ("text", text.into())];
            Notice { code: code.to_owned(), tone, text: voice.say(key, &args), link: None }
        };
        let mut notices = Vec::new();
        if self.moved > 0 {
            let key = "import-notice-joined";
            notices.push(said("joined", key, self.moved, NoticeTone::Info));
        }
        if self.questions > 0 {
            let key = "import-notice-doubtful";
            let mut notice = said("doubtful", key, self.questions, NoticeTone::Warn);
            let link = voice.say("import-notice-doubtful-link", &[]);
            notice.link = Some(("/import/health".to_owned(), link));
            notices.push(notice);
        }
        notices
    }
}

/// Joins what an import opened or altered to the customers of other sources with the same mail
/// address. Part of its change; an import that touches no account touches no customer either, so
/// the same file again changes nothing.
///
/// # Errors
/// `Cancelled`; what can go wrong with the file.
pub(crate) fn after_import(
    tx: &Transaction<'_>,
    change: i64,
    beat: &mut Beat<'_>,
) -> Result<Joined> {
    if !account::of_several_sources(tx)? || !brought(tx, change, "account")? {
        return Ok(Joined::default());
    }
    let read::Accounts { known, decisions } = read::read(tx, &[], beat)?;
    let settled = settle(&known, &decisions);
    let mut joined = Joined { moved: 0, questions: settled.questions.len() };
    for (account, customer) in known.iter().zip(settled.customers) {
        if account.customer != customer {
            account::set_customer(tx, account.id, customer)?;
            joined.moved += 1;
            if joined.moved.is_multiple_of(4096) {
                beat()?;
            }
        }
    }
    Ok(joined)
}

/// What has to be asked: customers of one mail address that may be one. Computed, never stored.
///
/// # Errors
/// What can go wrong with the file.
pub fn questions(conn: &Connection) -> Result<Vec<Question>> {
    if !account::of_several_sources(conn)? {
        return Ok(Vec::new());
    }
    let read::Accounts { known, decisions } = read::read(conn, &[], &mut || Ok(()))?;
    Ok(settle(&known, &decisions).questions)
}
