//! `loyalty`: the programme by tier, its points and what they will cost; and its rules set.

use crate::args::{self, Arguments, Scope};
use crate::stop::{DONE, Outcome, Stop};
use crate::table::TextTable;
use crate::{asked, clock, out, place};
use clap::Args;
use holdfast_core::Error;
use holdfast_core::book::{LoyaltyFigures, MemberFigures};
use holdfast_core::loyalty::{Programme, Qualifier};
use holdfast_core::model::{Currency, Day, Money};
use holdfast_core::programme::{ProgrammeEntry, by_spend, by_visit};
use holdfast_core::views::loyalty::drops;
use holdfast_core::voice::Voice;

/// `loyalty [--as-of D] [--members] [--json] [--set FILE.json] [--from D]`
#[derive(Debug, Args)]
pub(crate) struct Loyalty {
    #[arg(long, value_name = "D", value_parser = args::day)]
    as_of: Option<Day>,
    #[arg(long)]
    members: bool,
    #[arg(long)]
    json: bool,
    #[arg(long = "set", value_name = "FILE.json", conflicts_with_all = ["as_of", "members", "json"])]
    rules: Option<String>,
    #[arg(long = "from", value_name = "D", value_parser = args::day, requires = "rules")]
    since: Option<Day>,
}

impl Loyalty {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        if let Some(rules) = &self.rules {
            return self.set(rules, arguments, voice);
        }
        let scope = Scope { as_of: self.as_of, segment: None };
        let book = asked::book(arguments, &scope, voice)?;
        let figures = match book.loyalty(self.members) {
            Err(Error::NoProgramme) => return Err(Stop::Usage(voice.say("cli-no-programme", &[]))),
            figures => figures?,
        };
        if self.json {
            out::json(&figures)?;
            return Ok(DONE);
        }
        let (currency, points) = (book.settings.currency, figures.points);
        let measure = Measure { of: book.programme()?.qualification.measure, currency };
        let tiers = tiers(&figures, measure, voice);
        let members = figures.members.as_deref().map(|members| table(members, measure, voice));
        out::data(|writer| {
            tiers.write(writer)?;
            members.iter().try_for_each(|members| {
                writeln!(writer)?;
                members.write(writer)
            })
        })?;
        let money = voice.money(Money::new(figures.liability, currency));
        let args = [
            ("programme", figures.programme.as_str().into()),
            ("points", voice.count(points.outstanding.abs()).into()),
            ("liability", money.into()),
        ];
        let owed = points.outstanding < 0;
        out::say(&voice.say(if owed { "cli-loyalty-owed" } else { "cli-loyalty" }, &args));
        Ok(DONE)
    }

    fn set(&self, rules: &str, arguments: &Arguments, voice: &Voice) -> Outcome {
        let (workspace, today) = place::workspace(arguments, voice)?;
        let currency = workspace.book(today).settings.currency;
        let programme = match rules {
            "spend" => by_spend(currency, voice),
            "visits" => by_visit(currency, voice),
            file => read(file, voice)?,
        };
        let name = programme.name.clone();
        let book = workspace.book(today);
        if let Some(drops) = drops(book.offer()?, self.since.unwrap_or(book.as_of), voice) {
            out::say(&drops);
        }
        let entry = ProgrammeEntry { from: self.since.map(|day| day.to_string()), programme };
        workspace.save_programme(&entry, clock::now(), today).map_err(|error| match error {
            Error::UnsoundProgramme(_) | Error::Segment(_) => Stop::Usage(error.message(voice)),
            other => Stop::Core(other),
        })?;
        out::say(&voice.say("cli-programme-set", &[("programme", name.as_str().into())]));
        Ok(DONE)
    }
}

fn read(file: &str, voice: &Voice) -> Result<Programme, Stop> {
    let io = |source| Stop::Core(Error::Io { file: file.to_owned(), source });
    let text = std::fs::read_to_string(file).map_err(io)?;
    serde_json::from_str(&text).map_err(|error| {
        let args = [("file", file.into()), ("details", error.to_string().into())];
        Stop::Usage(voice.say("cli-bad-rules", &args))
    })
}

/// What is counted for a tier, and the currency where that is money.
#[derive(Clone, Copy, Debug)]
struct Measure {
    of: Qualifier,
    currency: Currency,
}

impl Measure {
    fn words(self, value: i64, voice: &Voice) -> String {
        match self.of {
            Qualifier::Spend => voice.money(Money::new(value, self.currency)),
            Qualifier::Points | Qualifier::Visits | Qualifier::Months => voice.count(value),
        }
    }
}

fn tiers(figures: &LoyaltyFigures, measure: Measure, voice: &Voice) -> TextTable {
    let say = |key: &str| voice.say(key, &[]);
    let mut table = TextTable::new().words(say("column-tier")).numbers(say("cli-column-threshold"));
    table = table.numbers(say("cli-column-members")).numbers(say("column-mrr"));
    table = table.numbers(say("cli-column-kept-12"));
    for one in &figures.tiers {
        table.row(vec![
            one.tier.clone(),
            measure.words(one.threshold, voice),
            voice.count(one.members),
            voice.money(Money::new(one.mrr, measure.currency)),
            one.retention_12.map_or(voice.absent(), |rate| voice.percent(rate, 1)),
        ]);
    }
    table
}

fn table(members: &[MemberFigures], measure: Measure, voice: &Voice) -> TextTable {
    let say = |key: &str| voice.say(key, &[]);
    let mut table = TextTable::new().words(say("column-key")).words(say("column-tier"));
    table = table.numbers(say("column-points")).numbers(say("cli-column-qualifying"));
    table = table.words(say("cli-column-next")).numbers(say("cli-column-missing"));
    for one in members {
        table.row(vec![
            one.key.clone(),
            one.tier.clone(),
            voice.count(one.balance),
            measure.words(one.qualifying, voice),
            one.next.clone().unwrap_or_default(),
            one.missing.map_or(String::new(), |missing| measure.words(missing, voice)),
        ]);
    }
    table
}
