//! Missing features: who asked, what they pay, and whom to tell that one is there.

use super::follow::mrr;
use super::list::{Field, Line, Lines};
use super::{FeatureRow, Person};
use crate::Result;
use crate::book::{Book, Feedback};
use crate::model::Money;
use crate::store::feature::{Feature, State};
use crate::store::theme::Said;
use crate::survey::{Demand, demand};
use crate::voice::Voice;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How many names a page shows.
const WAITING: usize = 200;

fn wishes(feedback: &Feedback, feature: i64) -> Demand {
    let of = feedback.requests.iter().filter(|wish| wish.request.feature == feature);
    demand(of.map(|wish| (wish.customer, wish.request.told.is_some())))
}

/// A feature with who asked for it.
pub(super) fn feature_row(
    book: &Book,
    feedback: &Feedback,
    feature: &Feature,
    voice: &Voice,
) -> Result<FeatureRow> {
    let directory = book.directory()?;
    let demand = wishes(feedback, feature.id);
    let sum: i64 = demand.customers().map(|customer| mrr(book, Some(customer))).sum();
    let (state, words) = match feature.state {
        State::Asked => ("asked", voice.say("feature-asked", &[])),
        State::Planned => ("planned", voice.say("feature-planned", &[])),
        State::Shipped(day) => {
            let done = demand.waiting.is_empty() && !demand.told.is_empty();
            let key = if done { "feature-all-told" } else { "feature-shipped" };
            ("shipped", voice.say(key, &[("day", voice.day_short(day).into())]))
        }
    };
    let mut waiting = demand.waiting.clone();
    waiting.sort_by_key(|customer| Reverse(mrr(book, Some(*customer))));
    let person = |customer: u32| Person {
        customer: book.ledger.customers.id[customer as usize],
        name: directory.person(customer).name.to_owned(),
        detail: voice.money(Money::new(mrr(book, Some(customer)), book.ledger.currency)),
    };
    let told = [
        ("told", voice.count(demand.told.len() as i64).into()),
        ("waiting", voice.count(demand.waiting.len() as i64).into()),
    ];
    Ok(FeatureRow {
        id: feature.id,
        name: feature.name.clone(),
        state: state.to_owned(),
        words,
        asked: voice.count(demand.customers().count() as i64 + demand.anonymous),
        mrr: voice.money(Money::new(sum, book.ledger.currency)),
        list: format!("wish:{}", feature.id),
        waiting: waiting.into_iter().take(WAITING).map(person).collect(),
        told: voice.say("feature-told", &told),
    })
}

/// Who asked for a feature, the largest first; anonymous ones are lines of their own.
pub(super) fn wish_lines(book: &Book, feature: i64, voice: &Voice) -> Result<Option<Lines>> {
    let feedback = book.feedback()?;
    let Some(known) = feedback.features.iter().find(|known| known.id == feature) else {
        return Ok(None);
    };
    let words = |said: Option<Said>| {
        let comment = feedback.comments.iter().find(|comment| Some(comment.said) == said);
        comment.map_or_else(String::new, |comment| comment.text.to_string())
    };
    let mut seen = BTreeSet::new();
    let asked = feedback.requests.iter().filter(|wish| wish.request.feature == feature);
    let lines = asked.filter(|wish| wish.customer.is_none_or(|customer| seen.insert(customer)));
    let lines = lines.enumerate().map(|(at, wish)| Line {
        key: format!("wish-{at}"),
        customer: wish.customer,
        comment: words(wish.request.said),
        day: Some(wish.request.day),
        mrr: mrr(book, wish.customer),
        ..Line::default()
    });
    let mut lines: Vec<Line> = lines.collect();
    lines.sort_by_key(|line| Reverse(line.mrr));
    Ok(Some(Lines {
        title: voice.say("list-wish", &[("feature", known.name.as_str().into())]),
        fields: &[Field::Customer, Field::Comment, Field::Day, Field::Mrr],
        lines,
        are_customers: true,
    }))
}
