//! `customers`: everybody, with what is known of them.

use crate::args::{Arguments, Scope};
use crate::stop::{DONE, Outcome};
use crate::table::TextTable;
use crate::{asked, out};
use clap::Args;
use holdfast_core::book::RollEntry;
use holdfast_core::model::{Currency, Day, Money};
use holdfast_core::voice::Voice;

/// `customers [--as-of D] [--segment EXPR] [--json]`
#[derive(Debug, Args)]
pub(crate) struct Customers {
    #[command(flatten)]
    scope: Scope,
    #[arg(long)]
    json: bool,
}

impl Customers {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        let book = asked::whole_book(arguments, &self.scope, voice)?;
        let members = asked::segment(&book, &self.scope, voice)?;
        let everybody = book.roll(members.as_ref())?;
        if self.json {
            out::json(&everybody)?;
        } else if everybody.is_empty() {
            out::say(&voice.say("cli-no-customers", &[]));
        } else {
            let table = table(&everybody, book.settings.currency, voice);
            out::data(|writer| table.write(writer))?;
        }
        Ok(DONE)
    }
}

fn table(everybody: &[RollEntry], currency: Currency, voice: &Voice) -> TextTable {
    let say = |key: &str| voice.say(key, &[]);
    let mut table = TextTable::new().words(say("column-key")).words(say("column-customer"));
    table = table.words(say("column-country")).words(say("column-plan")).numbers(say("column-mrr"));
    table = table.words(say("column-status")).words(say("column-since"));
    table = table.words(say("cli-column-left-on"));
    let day = |day: Option<Day>| day.map_or(String::new(), |day| voice.day(day));
    for one in everybody {
        table.row(vec![
            one.key.clone(),
            one.name.clone(),
            one.country.clone().unwrap_or_default(),
            one.plan.clone().unwrap_or_default(),
            voice.money(Money::new(one.mrr, currency)),
            say(&format!("status-{}", one.status.name())),
            day(one.first_paid),
            day(one.churned_on),
        ]);
    }
    table
}
