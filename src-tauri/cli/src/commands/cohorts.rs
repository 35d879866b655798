//! `cohorts`: who stays, by the period they started in.

use crate::args::{Arguments, By, Scope};
use crate::stop::{DONE, Outcome};
use crate::table::TextTable;
use crate::{asked, out};
use clap::{Args, ValueEnum};
use holdfast_core::metrics::{self, Against, Cohorts as Triangle, cohorts};
use holdfast_core::model::{Money, Ratio};
use holdfast_core::voice::Voice;

/// `cohorts [--by month] [--measure customers|net-mrr|gross-mrr|seats] [--as-of D] ...`
#[derive(Debug, Args)]
pub(crate) struct Cohorts {
    #[arg(long, value_name = "month|quarter|year|week", default_value = "month")]
    by: By,
    #[arg(long, value_name = "customers|net-mrr|gross-mrr|seats", default_value = "customers")]
    measure: Measure,
    #[command(flatten)]
    scope: Scope,
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Measure {
    Customers,
    NetMrr,
    GrossMrr,
    Seats,
}

impl From<Measure> for metrics::Measure {
    fn from(measure: Measure) -> Self {
        match measure {
            Measure::Customers => Self::Customers,
            Measure::NetMrr => Self::NetMrr,
            Measure::GrossMrr => Self::GrossMrr,
            Measure::Seats => Self::Seats,
        }
    }
}

impl Cohorts {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        let book = asked::book(arguments, &self.scope, voice)?;
        let members = asked::segment(&book, &self.scope, voice)?;
        let scope = metrics::Scope::new(&book.ledger, book.as_of).within(members.as_ref());
        let triangle = cohorts(&scope, self.by.into(), self.measure.into(), Against::Start);
        if self.json {
            out::json(&triangle)?;
        } else if triangle.cohorts.is_empty() {
            out::say(&voice.say("cli-no-periods", &[]));
        } else {
            let money = |minor| voice.money(Money::new(minor, book.settings.currency));
            let table = table(&triangle, voice, money);
            out::data(|writer| table.write(writer))?;
        }
        Ok(DONE)
    }
}

/// Rates in percent; what is not finished stands in brackets.
fn table(triangle: &Triangle, voice: &Voice, money: impl Fn(i64) -> String) -> TextTable {
    let say = |key: &str| voice.say(key, &[]);
    let base = |base| match triangle.measure {
        metrics::Measure::Customers | metrics::Measure::Seats => voice.count(base),
        metrics::Measure::NetMrr | metrics::Measure::GrossMrr => money(base),
    };
    let mut table =
        TextTable::new().words(say("cohorts-started")).numbers(say(match triangle.measure {
            metrics::Measure::Customers => "cohorts-size-customers",
            metrics::Measure::Seats => "column-quantity",
            metrics::Measure::NetMrr | metrics::Measure::GrossMrr => "cohorts-size-mrr",
        }));
    for mean in &triangle.mean {
        table = table.numbers(mean.k.to_string());
    }
    let rate = |rate: Option<Ratio>| rate.map_or(voice.absent(), |rate| voice.percent(rate, 1));
    for cohort in &triangle.cohorts {
        let mut cells = vec![voice.period_short(cohort.cohort), base(cohort.base)];
        cells.extend(cohort.cells.iter().map(|cell| {
            if cell.finished { rate(cell.rate) } else { format!("({})", rate(cell.rate)) }
        }));
        table.row(cells);
    }
    let mut cells = vec![say("cohorts-mean"), String::new()];
    cells.extend(triangle.mean.iter().map(|mean| rate(mean.rate)));
    table.row(cells);
    table
}
