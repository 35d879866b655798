//! `health`: what is missing in the workspace, and who may be one customer.

use crate::args::{Arguments, Scope};
use crate::stop::{DONE, Outcome};
use crate::{asked, out};
use clap::Args;
use holdfast_core::views::{self, HealthView, Member};
use holdfast_core::voice::Voice;

/// `health [--json]`
#[derive(Debug, Args)]
pub(crate) struct Health {
    #[arg(long)]
    json: bool,
}

impl Health {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        let scope = Scope { as_of: None, segment: None };
        let book = asked::book(arguments, &scope, voice)?;
        let health = views::health(&book, voice)?;
        if self.json {
            out::json(&health)?;
        } else if health.lines.is_empty() {
            out::say(&voice.say("cli-health-good", &[]));
        } else {
            say(&health, voice);
        }
        Ok(DONE)
    }
}

fn say(health: &HealthView, voice: &Voice) {
    for line in &health.lines {
        out::say(&line.text);
        for item in &line.items {
            out::say(&format!("  {}", item.text));
        }
        if line.code == "doubts" {
            for question in &health.questions {
                let names: Vec<String> = question.members.iter().map(named).collect();
                out::say(&format!("  {}: {}", question.mail, names.join(", ")));
            }
            out::say(&voice.say("cli-doubts-say", &[]));
        }
    }
}

/// "Zoë (cus_1, 42)": with the keys to decide by.
fn named(member: &Member) -> String {
    let keys: Vec<&str> = member.accounts.iter().map(|account| account.key.as_str()).collect();
    format!("{} ({})", member.name, keys.join(", "))
}
