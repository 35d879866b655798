//! `explain`: how one figure is computed, with the customers behind it.

use crate::args::{self, Arguments, Scope};
use crate::stop::{DONE, Outcome, Stop};
use crate::table::TextTable;
use crate::{asked, out};
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use holdfast_core::book::Book;
use holdfast_core::metrics;
use holdfast_core::metrics::explain::{self, Explained, Metric, Number, Rule, RuleValue};
use holdfast_core::model::{Money, Period};
use holdfast_core::views;
use holdfast_core::voice::{Arg, Voice};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// `explain METRIC PERIOD [--segment EXPR] [--as-of D] [--json]`
#[derive(Debug, Args)]
pub(crate) struct Explain {
    #[arg(value_name = "METRIC", value_parser = metrics())]
    metric: Metric,
    #[arg(value_name = "PERIOD", value_parser = args::period)]
    period: Period,
    #[command(flatten)]
    scope: Scope,
    #[arg(long)]
    json: bool,
}

fn metrics() -> impl TypedValueParser<Value = Metric> {
    let name = |metric: &Metric| match metric {
        Metric::MrrEnd => PossibleValue::new("mrr_end").alias("mrr"),
        Metric::CustomersEnd => PossibleValue::new("customers_end").alias("customers"),
        other => PossibleValue::new(other.name()),
    };
    PossibleValuesParser::new(Metric::ALL.iter().map(name))
        .try_map(|name| Metric::parse(&name).ok_or("metric"))
}

impl Explain {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        let book = asked::book(arguments, &self.scope, voice)?;
        let members = asked::segment(&book, &self.scope, voice)?;
        let scope = metrics::Scope::new(&book.ledger, book.as_of).within(members.as_ref());
        let Some(explained) = explain::explain(&scope, self.metric, self.period) else {
            let args = [
                ("period", voice.period(self.period).into()),
                ("day", voice.day(book.as_of).into()),
            ];
            return Err(Stop::Usage(voice.say("cli-not-begun", &args)));
        };
        let segment = self.scope.segment.as_deref().unwrap_or_default();
        let rules = explained.rules.iter().map(|rule| sentence(rule, segment, voice)).collect();
        if self.json {
            out::json(&Answer::of(&explained, rules, &book)?)?;
        } else {
            let page = Page { explained: &explained, rules, book: &book, voice };
            let customers = page.customers()?;
            out::data(|writer| page.write(&customers, writer))?;
        }
        Ok(DONE)
    }
}

/// A rule in words.
fn sentence(rule: &Rule, segment: &str, voice: &Voice) -> String {
    let text = |value: &RuleValue| match value {
        RuleValue::Day(day) => voice.day(*day),
        RuleValue::Count(count) => voice.count(*count),
    };
    let mut args: Vec<(&str, Arg)> =
        rule.values.iter().map(|(name, value)| (*name, text(value).into())).collect();
    if rule.key == "segment" {
        args.push(("segment", segment.into()));
    }
    voice.say(&format!("rule-{}", rule.key), &args)
}

/// The explanation as the contract has it.
#[derive(Serialize)]
struct Answer<'a> {
    metric: &'static str,
    period: Period,
    finished: bool,
    value: Option<Figure>,
    formula: &'static str,
    inputs: Inputs<'a>,
    made_of: MadeOf<'a>,
    rules: Vec<String>,
    customers: Vec<Behind<'a>>,
}

#[derive(Serialize)]
struct Behind<'a> {
    key: &'a str,
    role: &'static str,
    amount: Option<i64>,
}

/// A number: minor units and counts whole, shares as fractions.
struct Figure(Number);

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Number::Money(number) | Number::Count(number) => serializer.serialize_i64(number),
            Number::Rate(ratio) | Number::Times(ratio) => ratio.serialize(serializer),
        }
    }
}

/// In the order of the formula.
struct Inputs<'a>(&'a [explain::Input]);

impl Serialize for Inputs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|input| (input.name, Figure(input.number))))
    }
}

/// Of each input the roles of the customers it is made of, and whether they are counted or their
/// amounts are added: `{"B":{"count":["kept","lost"]}}`.
struct MadeOf<'a>(&'a [explain::Input]);

impl Serialize for MadeOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let by = |input: &explain::Input| match input.by {
            explain::By::Count => "count",
            explain::By::Sum => "sum",
        };
        let made = |input: &explain::Input| BTreeMap::from([(by(input), input.roles)]);
        serializer.collect_map(self.0.iter().map(|input| (input.name, made(input))))
    }
}

impl<'a> Answer<'a> {
    fn of(explained: &'a Explained, rules: Vec<String>, book: &'a Book) -> Result<Self, Stop> {
        let directory = book.directory()?;
        let behind = |one: &explain::Listed| Behind {
            key: directory.person(one.customer).key,
            role: one.role,
            amount: one.amount,
        };
        Ok(Self {
            metric: explained.metric.name(),
            period: explained.period,
            finished: explained.finished,
            value: explained.value.map(Figure),
            formula: explained.formula,
            inputs: Inputs(&explained.inputs),
            made_of: MadeOf(&explained.inputs),
            rules,
            customers: explained.customers.iter().map(behind).collect(),
        })
    }
}

/// The explanation for people.
struct Page<'a> {
    explained: &'a Explained,
    rules: Vec<String>,
    book: &'a Book,
    voice: &'a Voice,
}

impl Page<'_> {
    fn write(&self, customers: &TextTable, writer: &mut dyn Write) -> io::Result<()> {
        let Explained { metric, period, .. } = self.explained;
        let title = views::titled(*metric, *period, self.voice);
        let value = self.explained.value.map_or(self.voice.absent(), |value| self.number(value));
        writeln!(writer, "{title}: {value}")?;
        writeln!(writer, "{}\n", self.explained.formula)?;
        self.inputs().write(writer)?;
        writeln!(writer)?;
        for rule in &self.rules {
            writeln!(writer, "- {}", out::harmless(rule, false))?;
        }
        if self.explained.customers.is_empty() {
            return Ok(());
        }
        writeln!(writer)?;
        customers.write(writer)
    }

    fn inputs(&self) -> TextTable {
        let head = self.voice.say("cli-column-number", &[]);
        let mut table = TextTable::new().words(head).numbers("");
        for input in &self.explained.inputs {
            table.row(vec![input.name.to_owned(), self.number(input.number)]);
        }
        table
    }

    fn customers(&self) -> Result<TextTable, Stop> {
        let directory = self.book.directory()?;
        let say = |key: &str| self.voice.say(key, &[]);
        let mut table = TextTable::new().words(say("column-key")).words(say("column-customer"));
        table = table.words(say("cli-column-role"));
        if self.explained.customers.iter().any(|one| one.amount.is_some()) {
            table = table.numbers(say("cli-column-amount"));
        }
        for one in &self.explained.customers {
            let person = directory.person(one.customer);
            let amount = one.amount.map(|amount| self.number(Number::Money(amount)));
            table.row(vec![
                person.key.to_owned(),
                person.name.to_owned(),
                say(&format!("role-{}", one.role)),
                amount.unwrap_or_default(),
            ]);
        }
        Ok(table)
    }

    fn number(&self, number: Number) -> String {
        match number {
            Number::Money(minor) => {
                self.voice.money_cents(Money::new(minor, self.book.settings.currency))
            }
            Number::Count(count) => self.voice.count(count),
            Number::Rate(ratio) => self.voice.percent(ratio, 2),
            Number::Times(ratio) => self.voice.decimal(ratio, 2),
        }
    }
}
