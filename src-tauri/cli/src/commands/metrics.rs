//! `metrics`: the figures of every period.

use crate::args::{self, Arguments, By, Scope};
use crate::stop::{DONE, Outcome};
use crate::table::TextTable;
use crate::{asked, out};
use clap::Args;
use holdfast_core::metrics::{self, PeriodFigures, figures};
use holdfast_core::model::{Money, Period, Ratio};
use holdfast_core::voice::Voice;

/// `metrics [--from P] [--to P] [--by month|quarter|year|week] [--as-of D] [--segment EXPR] [--json]`
#[derive(Debug, Args)]
pub(crate) struct Metrics {
    #[arg(long, value_name = "P", value_parser = args::period)]
    from: Option<Period>,
    #[arg(long, value_name = "P", value_parser = args::period)]
    to: Option<Period>,
    #[arg(long, value_name = "month|quarter|year|week", default_value = "month")]
    by: By,
    #[command(flatten)]
    scope: Scope,
    #[arg(long)]
    json: bool,
}

impl Metrics {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        let book = asked::book(arguments, &self.scope, voice)?;
        let members = asked::segment(&book, &self.scope, voice)?;
        let scope = metrics::Scope::new(&book.ledger, book.as_of).within(members.as_ref());
        let periods = figures(&scope, self.by.into(), self.from, self.to);
        if self.json {
            out::json(&periods)?;
        } else if periods.is_empty() {
            out::say(&voice.say("cli-no-periods", &[]));
        } else {
            let table = table(&periods, voice);
            out::data(|writer| table.write(writer))?;
        }
        Ok(DONE)
    }
}

/// An amount of every period, whole units.
type Amount = fn(&PeriodFigures) -> i64;

/// The movements shown; those of segments, and what exchange rates did, only where there are any.
const MOVEMENTS: [(&str, Amount); 8] = [
    ("new", |p| p.new),
    ("expansion", |p| p.expansion),
    ("reactivation", |p| p.reactivation),
    ("contraction", |p| -p.contraction),
    ("churn", |p| -p.churn),
    ("entered", |p| p.entered),
    ("left", |p| -p.left),
    ("fx", |p| p.fx),
];

fn table(periods: &[PeriodFigures], voice: &Voice) -> TextTable {
    let moved = |(name, of): &&(&str, Amount)| {
        !matches!(*name, "entered" | "left" | "fx") || periods.iter().any(|period| of(period) != 0)
    };
    let movements: Vec<_> = MOVEMENTS.iter().filter(moved).collect();
    let say = |key: &str| voice.say(key, &[]);
    let mut table = TextTable::new().words(say("column-period"));
    for name in ["customers_end", "retention_rate", "churn_rate", "mrr_end"] {
        table = table.numbers(say(&format!("metric-{name}")));
    }
    for (name, _) in &movements {
        table = table.numbers(say(&format!("movement-{name}")));
    }
    for name in ["nrr", "grr", "arpa"] {
        table = table.numbers(say(&format!("metric-{name}")));
    }
    for period in periods {
        let mut cells = vec![name(period, voice), voice.count(period.customers_end)];
        let at_start = period.customers_start;
        cells.push(voice.share(at_start - period.customers_churned, at_start, 1));
        cells.push(voice.share(period.customers_churned, at_start, 1));
        let money = |minor| Money::new(minor, period.currency);
        cells.push(voice.money(money(period.mrr_end)));
        cells.extend(movements.iter().map(|(_, of)| voice.signed_money_plain(money(of(period)))));
        cells.extend([rate(period.nrr, voice), rate(period.grr, voice)]);
        cells.push(period.arpa.map_or(voice.absent(), |arpa| voice.money_cents(money(arpa))));
        table.row(cells);
    }
    table
}

fn name(period: &PeriodFigures, voice: &Voice) -> String {
    let name = voice.period_short(period.period);
    if period.finished { name } else { voice.say("cli-unfinished", &[("period", name.into())]) }
}

fn rate(rate: Option<Ratio>, voice: &Voice) -> String {
    rate.map_or(voice.absent(), |rate| voice.percent(rate, 1))
}
