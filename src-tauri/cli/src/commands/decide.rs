//! `join`, `apart`, `split`: which accounts are one customer, decided by hand as in the window.

use crate::args::Arguments;
use crate::stop::{DONE, Outcome, Stop};
use crate::{clock, out, place};
use clap::Args;
use holdfast_core::accounts::Decided;
use holdfast_core::store::{Connection, account, source};
use holdfast_core::voice::Voice;
use serde::Serialize;

/// `join KEY... [--json]`
#[derive(Debug, Args)]
pub(crate) struct Join {
    #[arg(required = true, num_args = 2.., value_name = "KEY")]
    keys: Vec<String>,
    #[arg(long)]
    json: bool,
}

/// `apart KEY... [--json]`
#[derive(Debug, Args)]
pub(crate) struct Apart {
    #[arg(required = true, num_args = 2.., value_name = "KEY")]
    keys: Vec<String>,
    #[arg(long)]
    json: bool,
}

/// `split KEY [--json]`
#[derive(Debug, Args)]
pub(crate) struct Split {
    #[arg(value_name = "KEY")]
    key: String,
    #[arg(long)]
    json: bool,
}

impl Join {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        decide(arguments, &self.keys, self.json, voice, |chosen| {
            let all = customers(chosen);
            Decided::Customers { one: all.clone(), all }
        })
    }
}

impl Apart {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        decide(arguments, &self.keys, self.json, voice, |chosen| Decided::Customers {
            all: customers(chosen),
            one: Vec::new(),
        })
    }
}

impl Split {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        let key = std::slice::from_ref(&self.key);
        decide(arguments, key, self.json, voice, |chosen| Decided::Split {
            account: chosen.first().map_or(0, |stored| stored.id),
        })
    }
}

/// What was decided, and who they are now.
#[derive(Debug, Serialize)]
struct Done {
    /// The number to undo it by; null where it was so already.
    change: Option<i64>,
    customers: Vec<Customer>,
}

#[derive(Debug, Serialize)]
struct Customer {
    key: String,
    name: String,
    accounts: Vec<Account>,
}

#[derive(Debug, Serialize)]
struct Account {
    /// `stripe`; empty for files of no known program.
    source: String,
    key: String,
    name: Option<String>,
    email: Option<String>,
}

/// The numbers of the customers of accounts, each once.
fn customers(chosen: &[account::Stored]) -> Vec<i64> {
    let mut all: Vec<i64> = chosen.iter().map(|stored| stored.customer).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn decide(
    arguments: &Arguments,
    keys: &[String],
    as_json: bool,
    voice: &Voice,
    decided: impl Fn(&[account::Stored]) -> Decided,
) -> Outcome {
    let (workspace, today) = place::workspace(arguments, voice)?;
    let conn = workspace.store().reader()?;
    let found = keys.iter().map(|key| find(&conn, key, voice));
    let chosen = found.collect::<Result<Vec<_>, Stop>>()?;
    let decided = decided(&chosen);
    let one_already =
        matches!(&decided, Decided::Customers { all, one } if all.len() < 2 && !one.is_empty());
    let change =
        if one_already { None } else { workspace.decide(&decided, clock::now(), today)?.change };
    let conn = workspace.store().reader()?;
    // Whoever was one with them before is told of, too.
    let mut concerned = Vec::new();
    for before in customers(&chosen) {
        concerned.extend(account::of_customer(&conn, before)?.into_iter().map(|one| one.customer));
    }
    for stored in &chosen {
        concerned.extend(account::by_id(&conn, stored.id)?.map(|one| one.customer));
    }
    concerned.sort_unstable();
    concerned.dedup();
    let named = concerned.into_iter().map(|id| customer(&conn, id));
    tell(&Done { change, customers: named.collect::<Result<_, Stop>>()? }, as_json, voice)
}

fn tell(done: &Done, as_json: bool, voice: &Voice) -> Outcome {
    match done.change {
        Some(change) => {
            out::say(&voice.say("cli-decided", &[("change", change.to_string().into())]));
        }
        None => out::say(&voice.say("cli-decided-already", &[])),
    }
    if as_json {
        out::json(done)?;
        return Ok(DONE);
    }
    for customer in &done.customers {
        let keys = customer.accounts.iter().map(|account| match account.source.as_str() {
            "" => account.key.clone(),
            source => format!("{source}:{}", account.key),
        });
        out::say(&format!("  {}: {}", customer.name, keys.collect::<Vec<_>>().join(", ")));
    }
    Ok(DONE)
}

/// The account of a key. Where several sources know it, the source stands before it: `stripe:42`.
fn find(conn: &Connection, key: &str, voice: &Voice) -> Result<account::Stored, Stop> {
    let mut found = with_key(conn, key)?;
    if found.is_empty()
        && let Some((name, key)) = key.split_once(':')
        && let Some(source) = source::find(conn, name)?
    {
        found = with_key(conn, key)?;
        found.retain(|stored| stored.source == source);
    }
    let args = [("key", key.into())];
    match (found.pop(), found.is_empty()) {
        (Some(only), true) => Ok(only),
        (None, _) => Err(Stop::Usage(voice.say("cli-no-such-key", &args))),
        (Some(_), false) => Err(Stop::Usage(voice.say("cli-several-sources", &args))),
    }
}

fn with_key(conn: &Connection, key: &str) -> Result<Vec<account::Stored>, Stop> {
    let mut found = Vec::new();
    for customer in account::customers_with_key(conn, key)? {
        found.extend(account::of_customer(conn, customer)?);
    }
    found.retain(|stored| stored.account.key == key);
    Ok(found)
}

fn customer(conn: &Connection, id: i64) -> Result<Customer, Stop> {
    let sources = source::all(conn)?;
    let accounts = account::of_customer(conn, id)?.into_iter().map(|stored| {
        let source = sources.iter().find(|(id, _)| *id == stored.source);
        Account {
            source: source.map(|(_, name)| name.clone()).unwrap_or_default(),
            key: stored.account.key,
            name: stored.account.name,
            email: stored.account.email,
        }
    });
    let accounts: Vec<Account> = accounts.collect();
    let key = accounts.first().map_or_else(String::new, |one| one.key.clone());
    let name = accounts.iter().find_map(|one| one.name.clone().or_else(|| one.email.clone()));
    Ok(Customer { name: name.unwrap_or_else(|| key.clone()), key, accounts })
}
