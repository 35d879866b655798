//! One answer typed in: checked once, here, then written.

use super::{account_of, named};
use crate::book::Answers;
use crate::import::{Kind, hand};
use crate::model::Day;
use crate::store::answer;
use crate::survey::{ItemKey, Scale, Survey};
use crate::{Error, Result};
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An answer as it is typed in, or corrected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct AnswerEntry {
    /// The answer that is corrected; a new one without.
    pub id: Option<i64>,
    /// Name of its survey.
    pub survey: String,
    /// The wave it belongs to; without, the calendar quarter of its day.
    pub wave: Option<String>,
    /// The customer, by number; anonymous without.
    pub customer: Option<i64>,
    /// `2026-11-20`; today without.
    pub day: Option<String>,
    /// The score on the scale of the survey.
    pub score: Option<i64>,
    /// An answer for each item of the survey, in its order.
    pub items: Vec<Option<i64>>,
    /// In the customer's words.
    pub comment: String,
}

/// What was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Saved {
    /// Number of the answer.
    pub answer: i64,
    /// The change, to undo it by; absent where it was so already.
    pub change: Option<i64>,
}

/// Writes an answer; its number.
///
/// # Errors
/// `BadAnswer` for one that is not on its scale or says nothing, `BadDay`, `NoSuchCustomer`,
/// `NoSuchAnswer` where the one to correct is gone.
pub fn enter(
    tx: &Transaction<'_>,
    answers: &Answers,
    entry: &AnswerEntry,
    today: Day,
) -> Result<i64> {
    let has_items = entry.items.iter().any(Option::is_some);
    let survey = named(answers, &entry.survey, has_items)?;
    let items = checked_items(&survey, entry)?;
    let comment = entry.comment.trim();
    let score = match entry.score {
        Some(score) if survey.has_score() => Some(on_scale(survey.scale, score)?),
        _ => None,
    };
    if score.is_none() && comment.is_empty() && items.iter().all(|(_, value)| value.is_none()) {
        return Err(off_scale(survey.scale, ""));
    }
    let value = |key| items.iter().find(|(item, _)| *item == key).and_then(|(_, value)| *value);
    let row = answer::Answer {
        account: entry.customer.map(|customer| account_of(tx, customer)).transpose()?,
        survey: survey.name.clone(),
        wave: entry
            .wave
            .as_deref()
            .map(str::trim)
            .filter(|wave| !wave.is_empty())
            .map(str::to_owned),
        day: day(entry, today)?,
        score,
        quality: value(ItemKey::Quality),
        service: value(ItemKey::Service),
        experience: value(ItemKey::Experience),
        comment: (!comment.is_empty()).then(|| comment.to_owned()),
        category: None,
    };
    let id = write(tx, entry.id, &row)?;
    let own = items.iter().filter_map(|(key, value)| match key {
        ItemKey::Own(item) => value.map(|value| (*item, value)),
        ItemKey::Quality | ItemKey::Service | ItemKey::Experience => None,
    });
    let own: Vec<(i64, u8)> = own.collect();
    if !own.is_empty() || entry.id.is_some() {
        answer::set_items(tx, id, &own)?;
    }
    Ok(id)
}

fn write(tx: &Transaction<'_>, id: Option<i64>, row: &answer::Answer) -> Result<i64> {
    let Some(id) = id else { return answer::add(tx, row) };
    let old = answer::by_id(tx, id)?.ok_or(Error::NoSuchAnswer)?;
    // The same customer keeps the account his answer came with.
    let same = match (old.account, row.account) {
        (Some(old), Some(new)) => account_customer(tx, old)? == account_customer(tx, new)?,
        (old, new) => old == new,
    };
    let account = if same { old.account } else { row.account };
    // A score that was typed in takes the place of the group that stood for it.
    let category = old.category.filter(|_| row.score.is_none());
    answer::update(tx, id, &answer::Answer { account, category, ..row.clone() })?;
    Ok(id)
}

fn account_customer(tx: &Transaction<'_>, id: i64) -> Result<Option<i64>> {
    Ok(crate::store::account::by_id(tx, id)?.map(|account| account.customer))
}

/// Takes an answer away, with what was made of it.
///
/// # Errors
/// `NoSuchAnswer` where it is gone.
pub fn remove(tx: &Transaction<'_>, id: i64) -> Result<()> {
    answer::by_id(tx, id)?.ok_or(Error::NoSuchAnswer)?;
    hand::remember(tx, Kind::Answers, id)?;
    answer::remove(tx, id)
}

fn day(entry: &AnswerEntry, today: Day) -> Result<Day> {
    match entry.day.as_deref().map(str::trim) {
        None | Some("") => Ok(today),
        Some(text) => Day::parse(text).ok_or_else(|| Error::BadDay { value: text.to_owned() }),
    }
}

type Items = Vec<(ItemKey, Option<u8>)>;

fn checked_items(survey: &Survey, entry: &AnswerEntry) -> Result<Items> {
    let given = |at: usize| entry.items.get(at).copied().flatten();
    // What nobody asked for is not dropped in silence.
    let beyond = entry.items.iter().skip(survey.items.len()).copied().flatten().next();
    if let Some(value) = beyond {
        return Err(off_scale(survey.scale, &value.to_string()));
    }
    let item = |(at, item): (usize, &crate::survey::Item)| {
        let value = given(at).map(|value| on_scale(item.scale, value)).transpose()?;
        Ok((item.key, value))
    };
    survey.items.iter().enumerate().map(item).collect()
}

fn on_scale(scale: Scale, value: i64) -> Result<u8> {
    let value = u8::try_from(value).ok().filter(|value| scale.has(*value)).ok_or(value);
    value.map_err(|value| off_scale(scale, &value.to_string()))
}

fn off_scale(scale: Scale, value: &str) -> Error {
    Error::BadAnswer { value: value.to_owned(), low: scale.low, high: scale.high }
}
