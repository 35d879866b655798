//! Which accounts are one customer, worked out from their mail addresses and what the user
//! decided. Pure: the same accounts give the same customers, in whatever order they came.
//!
//! Accounts of different sources with one mail address are one customer. Within one source its keys
//! decide, never the address, except for files of it that give no key at all. Where an address is doubtful nothing is joined, it becomes a
//! [`Question`]: several customers of one source have it, it is that of a desk (info@), or the
//! names plainly differ. What the user decided counts before all of this.

mod mail;
mod name;
mod sets;
mod settle;
#[cfg(test)]
mod tests;

pub use mail::folded;
pub use settle::settle;

/// What is compared of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its id.
    pub id: i64,
    /// Where it comes from; those of a source that are called by their address alone, for want of
    /// a key, come from another place than those with one.
    pub source: i64,
    /// The customer it belongs to so far.
    pub customer: i64,
    /// Its folded mail address; empty for none.
    pub mail: String,
    /// Name of the person or company; empty for none.
    pub name: String,
    /// Company; empty for none.
    pub company: String,
}

/// What the user decided of two accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The account with the smaller id.
    pub one: i64,
    /// The other one.
    pub other: i64,
    /// They are one customer; else they are kept apart.
    pub joined: bool,
}

/// Why an address is not enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Several customers of one source have it.
    Shared,
    /// It is that of a desk: info@, sales@.
    Desk,
    /// The names plainly differ.
    Names,
}

impl Doubt {
    /// As it crosses to the window.
    pub fn code(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Desk => "desk",
            Self::Names => "names",
        }
    }
}

/// Customers of one address that may be one: only the user knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The address.
    pub mail: String,
    /// Why it is asked.
    pub doubt: Doubt,
    /// The customers as they are so far, by number; at least two.
    pub customers: Vec<i64>,
}

/// What [`settle`] finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// For each account the number of its customer: the smallest id of his accounts.
    pub customers: Vec<i64>,
    /// What remains to be asked, by address.
    pub questions: Vec<Question>,
}
