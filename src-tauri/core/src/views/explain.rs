//! How a figure is computed: formula, numbers put in, rules, and the customers behind each number.

use super::frame::Frame;
use super::raw;
use super::{ExplainRef, ExplainView, Fraction, FractionTerm, Part, Query};
use crate::book::Book;
use crate::metrics::explain::{self, Explained, Input, Metric, Number, RuleValue};
use crate::model::Period;
use crate::voice::{Arg, Voice};
use crate::{Error, Result};

/// How the metric of this name comes to its value in this period.
///
/// # Errors
/// `NoSuchFigure` for a metric or a period that is none.
pub fn explain(
    book: &Book,
    query: &Query,
    metric: &str,
    period: &str,
    voice: &Voice,
) -> Result<ExplainView> {
    let missing = || Error::NoSuchFigure { metric: metric.to_owned(), period: period.to_owned() };
    let frame = Frame::new(book, query)?;
    let of = Metric::parse(metric).zip(Period::parse(period));
    let (metric, at) = of.ok_or_else(missing)?;
    let explained = explain::explain(&frame.scope(), metric, at).ok_or_else(missing)?;
    let pen = Pen { frame: &frame, voice, explained: &explained };
    Ok(ExplainView {
        revision: book.revision,
        title: titled(metric, at, voice),
        formula: voice.say(&format!("formula-{}", metric.name()), &[]),
        fraction: pen.fraction(),
        inputs: explained
            .inputs
            .iter()
            .filter(|input| !idle(input))
            .map(|input| pen.input(input))
            .collect(),
        rules: explained.rules.iter().map(|rule| pen.rule(rule)).collect(),
    })
}

/// A figure and its period: "MRR, end of October 2026" of what stands at its end, "Retention, October
/// 2026" of what happens in it.
pub fn titled(metric: Metric, period: Period, voice: &Voice) -> String {
    let name = voice.say(&format!("metric-{}", metric.name()), &[]);
    let args = [("metric", name.into()), ("period", voice.period(period).into())];
    let stands = matches!(
        metric,
        Metric::MrrEnd | Metric::CustomersEnd | Metric::Arr | Metric::CommittedMrr
    );
    voice.say(if stands { "metric-end-of" } else { "metric-at" }, &args)
}

/// Whether an input is there only for segments or for rates that change and is nothing: it is left
/// out.
fn idle(input: &Input) -> bool {
    let not_always = ["entered", "left", "customers_entered", "customers_left", "fx"];
    not_always.contains(&input.name) && input.number.minor() == 0
}

struct Pen<'a> {
    frame: &'a Frame<'a>,
    voice: &'a Voice,
    explained: &'a Explained,
}

impl Pen<'_> {
    fn name(&self) -> String {
        self.voice.say(&format!("metric-{}", self.explained.metric.name()), &[])
    }

    /// The formula with the numbers in place of their names.
    fn fraction(&self) -> Fraction {
        let (above, below) = match self.explained.formula.rsplit_once(" / ") {
            Some((above, below)) => (above, below),
            None => (self.explained.formula, ""),
        };
        let percent = matches!(self.explained.value, Some(Number::Rate(_)));
        Fraction {
            label: self.name(),
            numerator: self.terms(above),
            denominator: self.terms(below),
            times: if percent { self.voice.say("fraction-times", &[]) } else { "=".to_owned() },
            result: self
                .explained
                .value
                .map_or_else(|| self.voice.absent(), |value| self.number(value)),
            raw: self.explained.value.and_then(|value| self.raw(value)),
            list: None,
            sentence: String::new(),
            goal: None,
            explain: Some(ExplainRef {
                metric: self.explained.metric.name().to_owned(),
                period: self.explained.period.to_string(),
            }),
        }
    }

    /// `(E - N)` as terms; a name that is no input stands as it is (12).
    fn terms(&self, formula: &str) -> Vec<FractionTerm> {
        let mut sign = "";
        let mut terms = Vec::new();
        for token in formula.trim_matches(['(', ')']).split_whitespace() {
            match token {
                "+" => sign = "+",
                "-" => sign = "−",
                "x" => sign = "×",
                name => {
                    let input = self.explained.inputs.iter().find(|input| input.name == name);
                    if input.is_some_and(idle) {
                        continue;
                    }
                    terms.push(FractionTerm {
                        sign: sign.to_owned(),
                        text: input
                            .map_or_else(|| name.to_owned(), |input| self.plain(input.number)),
                        label: input.map_or_else(String::new, |input| self.label(input)),
                        list: input.map(|input| self.list(input)),
                    });
                }
            }
        }
        terms
    }

    fn input(&self, input: &Input) -> Part {
        Part {
            key: input.name.to_owned(),
            label: self.label(input),
            value: input.number.minor(),
            text: self.number(input.number),
            raw: self.raw(input.number),
            role: None,
            list: Some(self.list(input)),
        }
    }

    fn label(&self, input: &Input) -> String {
        self.voice.say(&format!("input-{}", input.name), &[])
    }

    fn list(&self, input: &Input) -> String {
        let Explained { metric, period, .. } = self.explained;
        format!("input:{}:{period}:{}", metric.name(), input.name)
    }

    fn number(&self, number: Number) -> String {
        match number {
            Number::Money(minor) => self.voice.money_cents(self.frame.money(minor)),
            Number::Count(count) => self.voice.count(count),
            Number::Rate(ratio) => self.voice.percent(ratio, 2),
            Number::Times(ratio) => self.voice.decimal(ratio, 2),
        }
    }

    fn raw(&self, number: Number) -> Option<String> {
        match number {
            Number::Money(minor) => Some(raw::money(self.frame.money(minor))),
            Number::Count(_) => None,
            Number::Rate(ratio) => Some(raw::percent(ratio)),
            Number::Times(ratio) => Some(raw::times(ratio)),
        }
    }

    /// Within a formula amounts stand without their symbol.
    fn plain(&self, number: Number) -> String {
        match number {
            Number::Money(minor) => self.voice.money_plain_cents(self.frame.money(minor)),
            other => self.number(other),
        }
    }

    fn rule(&self, rule: &explain::Rule) -> String {
        let mut args: Vec<(&str, Arg)> = Vec::new();
        for (name, value) in &rule.values {
            let text = match value {
                RuleValue::Day(day) => self.voice.day(*day),
                RuleValue::Count(count) => self.voice.count(*count),
            };
            args.push((name, text.into()));
        }
        if rule.key == "segment" {
            let words = self.frame.segment_words(self.voice).unwrap_or_default();
            args.push(("segment", words.into()));
        }
        self.voice.say(&format!("rule-{}", rule.key), &args)
    }
}
