//! Names, mail addresses and keys of customers: what lists show and what is searched.

use crate::Result;
use crate::ledger::Ledger;
use crate::store::account;
use rusqlite::Connection;

/// Who the customers of a ledger are, in its dense order.
#[derive(Debug, Default)]
pub struct Directory {
    names: Texts,
    emails: Texts,
    keys: Texts,
    /// The same three in lower case, for search.
    folded: Texts,
    /// Places in alphabetical order of the names: the rank of each customer.
    ranks: Vec<u32>,
}

/// One customer as a list shows him.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person<'a> {
    /// His name; company, mail address or key where there is none.
    pub name: &'a str,
    /// Mail address; empty for none.
    pub email: &'a str,
    /// The exporter's key of his first account.
    pub key: &'a str,
}

/// Many short texts in one piece of memory: a million names are one allocation.
#[derive(Debug, Default)]
struct Texts {
    all: String,
    ends: Vec<u32>,
}

impl Texts {
    fn push(&mut self, text: &str) {
        self.all.push_str(text);
        self.ends.push(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
    }

    fn at(&self, at: u32) -> &str {
        let at = at as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.all[start..self.ends[at] as usize]
    }
}

/// What the accounts of one customer say, the first one that says anything counts.
#[derive(Clone, Debug, Default)]
struct Told {
    name: String,
    company: String,
    email: String,
    key: String,
}

impl Directory {
    /// Reads who the customers of the ledger are.
    pub(super) fn load(conn: &Connection, ledger: &Ledger) -> Result<Self> {
        let mut told: Vec<Told> = vec![Told::default(); ledger.len()];
        account::profiles(conn, |profile| {
            // An account that came after the book was read is not in it.
            if let Some(customer) = ledger.find(profile.customer) {
                let told = &mut told[customer as usize];
                first(&mut told.name, profile.name);
                first(&mut told.company, profile.company);
                first(&mut told.email, profile.email);
                first(&mut told.key, Some(profile.key));
            }
            Ok(())
        })?;
        let mut directory = Self::default();
        for one in &told {
            let shown = [&one.name, &one.company, &one.email, &one.key];
            let shown = shown.into_iter().find(|text| !text.is_empty()).unwrap_or(&one.key);
            directory.names.push(shown);
            directory.emails.push(&one.email);
            directory.keys.push(&one.key);
            let folded = [shown, one.company.as_str(), &one.email, &one.key].join("\n");
            directory.folded.push(&folded.to_lowercase());
        }
        directory.ranks = directory.rank(told.len());
        Ok(directory)
    }

    fn rank(&self, count: usize) -> Vec<u32> {
        let mut order: Vec<u32> = (0..u32::try_from(count).unwrap_or(u32::MAX)).collect();
        order.sort_by_cached_key(|at| self.names.at(*at).to_lowercase());
        let mut ranks = vec![0; count];
        for (rank, at) in (0..).zip(order) {
            ranks[at as usize] = rank;
        }
        ranks
    }

    /// One customer by dense number.
    pub fn person(&self, customer: u32) -> Person<'_> {
        Person {
            name: self.names.at(customer),
            email: self.emails.at(customer),
            key: self.keys.at(customer),
        }
    }

    /// His place in alphabetical order.
    pub fn rank_of(&self, customer: u32) -> u32 {
        self.ranks[customer as usize]
    }

    /// Everybody whose name, company, mail address or key holds this text, which is in lower case.
    pub fn matching(&self, folded: &str) -> impl Iterator<Item = u32> {
        // Made once: making it again for each of a hundred thousand takes longer than to search.
        let finder = memchr::memmem::Finder::new(folded);
        let all = 0..u32::try_from(self.ranks.len()).unwrap_or(u32::MAX);
        all.filter(move |at| finder.find(self.folded.at(*at).as_bytes()).is_some())
    }

    /// Whether his name begins with this text, which is in lower case.
    pub fn begins(&self, customer: u32, folded: &str) -> bool {
        self.folded.at(customer).starts_with(folded)
    }

    /// Whether name, company, mail address or key holds this text, which is in lower case.
    pub fn matches(&self, customer: u32, folded: &str) -> bool {
        memchr::memmem::find(self.folded.at(customer).as_bytes(), folded.as_bytes()).is_some()
    }
}

fn first(known: &mut String, said: Option<&str>) {
    if known.is_empty() {
        known.push_str(said.unwrap_or_default());
    }
}
