//! What there is to choose from in a field, or is known and may be typed.

use super::super::super::facts::{self, Read};
use super::super::super::problem::spoken_interval;
use super::super::super::{Field, Kind};
use super::super::{RecordChoice, RecordInput};
use super::{Draft, name_of, source_name, state};
use crate::Result;
use crate::model::Status;
use crate::store::{account, plan, rate, source, subscription};
use std::collections::BTreeSet;

impl Draft<'_> {
    pub(super) fn choices(
        &self,
        field: Field,
        value: &str,
    ) -> Result<(RecordInput, Vec<RecordChoice>)> {
        use RecordInput as I;
        let same = |text: &String| RecordChoice { key: text.clone(), label: text.clone() };
        Ok(match field {
            Field::Customer => (I::Choice, self.account_choices()?),
            Field::Referrer | Field::Referred => (I::Customer, self.person(value)?),
            Field::Subscription => (I::Choice, self.subscriptions(value)?),
            Field::Status => (I::Choice, self.states()),
            Field::Interval => (I::Choice, self.intervals(value)),
            Field::AtPeriodEnd => {
                let yes_or_no = ["false", "true"].map(|key| RecordChoice {
                    key: key.to_owned(),
                    label: self.voice().say(&format!("hand-{key}"), &[]),
                });
                (I::Choice, yes_or_no.into())
            }
            Field::Comment => (I::Text, Vec::new()),
            Field::Plan => (I::Line, self.plans()?.iter().map(same).collect()),
            Field::Currency => (I::Line, self.currencies()?.iter().map(same).collect()),
            Field::Reason | Field::CancelReason => {
                (I::Line, self.hand.reasons.iter().map(same).collect())
            }
            _ => (I::Line, Vec::new()),
        })
    }

    fn account_choices(&self) -> Result<Vec<RecordChoice>> {
        let sources = source::all(self.conn)?;
        let choice = |stored: &account::Stored| {
            let source = sources.iter().find(|one| one.0 == stored.source);
            let source = source.map_or("", |(_, name)| name.as_str());
            let source = source_name(source, self.voice());
            let label = format!("{source} · {}", stored.account.key);
            RecordChoice { key: stored.id.to_string(), label }
        };
        Ok(self.accounts.iter().map(choice).collect())
    }

    fn person(&self, customer: &str) -> Result<Vec<RecordChoice>> {
        let Ok(number) = customer.parse() else { return Ok(Vec::new()) };
        let first = account::of_customer(self.conn, number)?.into_iter().next();
        let choice = |one| RecordChoice { key: customer.to_owned(), label: name_of(&one) };
        Ok(first.map(choice).into_iter().collect())
    }

    /// His subscriptions by key; none of them first.
    fn subscriptions(&self, chosen: &str) -> Result<Vec<RecordChoice>> {
        let none = RecordChoice {
            key: String::new(),
            label: self.voice().say("hand-no-subscription", &[]),
        };
        let plans = plan::all(self.conn)?;
        let mut choices = vec![none];
        for account in &self.accounts {
            for stored in subscription::of_account(self.conn, account.id)? {
                let one = stored.subscription;
                let plan = plans.iter().find(|plan| Some(plan.id) == one.terms.plan);
                let plan = plan.map(|stored| stored.plan.name.as_ref().unwrap_or(&stored.plan.key));
                let plan = plan.cloned().unwrap_or_else(|| self.voice().say("unknown-plan", &[]));
                let label = format!("{plan} · {}", self.voice().day(one.start));
                choices.push(RecordChoice { key: one.key, label });
            }
        }
        if choices.iter().all(|choice| choice.key != chosen) {
            choices.push(RecordChoice { key: chosen.to_owned(), label: chosen.to_owned() });
        }
        Ok(choices)
    }

    fn states(&self) -> Vec<RecordChoice> {
        let codes: Vec<&str> = match facts::of(self.kind) {
            None => Status::ALL.map(Status::code).into(),
            Some(facts) => facts
                .columns
                .iter()
                .filter_map(|(_, read)| match read {
                    Read::OneOf(Field::Status, words) => Some(words.iter().map(|(code, _)| *code)),
                    _ => None,
                })
                .flatten()
                .collect(),
        };
        let choice = |code: &str| RecordChoice {
            key: code.to_owned(),
            label: state(self.kind, code, self.voice()),
        };
        codes.into_iter().map(choice).collect()
    }

    fn intervals(&self, chosen: &str) -> Vec<RecordChoice> {
        let mut codes = vec!["1 month", "3 month", "6 month", "1 year", "2 year", "1 week"];
        if !codes.contains(&chosen) {
            codes.push(chosen);
        }
        let label = |code: &str| match code {
            "" if self.kind == Kind::Plans => self.voice().absent(),
            "" => self.voice().say("hand-listed-interval", &[]),
            code => spoken_interval(self.voice(), code),
        };
        let choice = |code: &str| RecordChoice { key: code.to_owned(), label: label(code) };
        codes.into_iter().map(choice).collect()
    }

    fn plans(&self) -> Result<BTreeSet<String>> {
        let plans = plan::all(self.conn)?.into_iter();
        Ok(plans.map(|stored| stored.plan.name.unwrap_or(stored.plan.key)).collect())
    }

    fn currencies(&self) -> Result<BTreeSet<String>> {
        let rated = rate::all(self.conn)?.into_iter().map(|rate| rate.currency);
        let all = rated.chain([self.hand.context.currency]);
        Ok(all.map(|currency| currency.to_string()).collect())
    }
}
