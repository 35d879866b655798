//! Surveys and waves as the user describes them, and whom he invites.

use super::{account_of, stored};
use crate::book::{Answers, Book};
use crate::model::Day;
use crate::store::{answer, survey, wave as waves};
use crate::survey::{Item, ItemKey, Kind, Questions, Scale, Survey, WaveKey};
use crate::{Error, Result};
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest name of a survey, a wave, an item.
const LONGEST: usize = 80;

/// A survey that is to be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct NewSurvey {
    /// What it is called.
    pub name: String,
    /// `nps`, `cli`, `csat`, `ces`, `own`.
    pub kind: String,
    /// Lowest answer; the usual one without.
    pub low: Option<u8>,
    /// Highest answer.
    pub high: Option<u8>,
    /// Whether the three items of the loyalty index are asked too.
    pub with_items: bool,
    /// Items of its own, on the same scale.
    pub own_items: Vec<String>,
    /// The question in English, Dutch, Swedish; the program's own words where empty.
    pub questions: [String; 3],
}

/// What a survey is called and how its question is put: all of it that can ever be changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SurveyWords {
    /// Its name until now.
    pub survey: String,
    /// Its name from now on.
    pub name: String,
    /// In English, Dutch, Swedish; the program's own words where empty.
    pub questions: [String; 3],
}

/// A wave that is to be, or whose name, days and invitations are to be others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct NewWave {
    /// Name of its survey.
    pub survey: String,
    /// What it was called until now; absent for a new one.
    pub was: Option<String>,
    /// What it is called.
    pub name: String,
    /// `2026-10-01`
    pub first: String,
    /// `2026-12-31`, included.
    pub last: String,
    /// Who is invited; who was, stays so without.
    pub invite: Option<Invitees>,
}

/// Who is invited to a wave, of the customers of today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct Invitees {
    /// Plans by name; none is all.
    pub plans: Vec<String>,
    /// Countries as the files name them; none is all.
    pub countries: Vec<String>,
    /// Tiers of the loyalty programme by name; none is all.
    #[serde(default)]
    pub tiers: Vec<String>,
    /// So many of them, chosen at random but always the same; absent is all.
    pub sample: Option<u32>,
    /// Nobody at all.
    pub nobody: bool,
}

impl Invitees {
    /// Nobody at all.
    pub fn nobody() -> Self {
        Self {
            plans: Vec::new(),
            countries: Vec::new(),
            tiers: Vec::new(),
            sample: None,
            nobody: true,
        }
    }
}

/// Writes a survey.
///
/// # Errors
/// `BadSetting` names what makes no sense, `NameTaken` where there is one of that name.
pub fn describe(tx: &Transaction<'_>, answers: &Answers, new: &NewSurvey) -> Result<()> {
    let name = named(&new.name, "survey_name")?;
    if answers.survey(&name).is_some() || survey::find(tx, &name)?.is_some() {
        return Err(Error::NameTaken { name });
    }
    let bad = |field, value: &str| Error::BadSetting { field, value: value.to_owned() };
    let kind = Kind::from_code(&new.kind).ok_or_else(|| bad("survey_kind", &new.kind))?;
    let usual = kind.scale();
    let (low, high) = (new.low.unwrap_or(usual.low), new.high.unwrap_or(usual.high));
    let fixed = matches!(kind, Kind::Nps | Kind::Cli);
    let scale = Scale::new(low, high).filter(|scale| !fixed || *scale == usual);
    let scale = scale.ok_or_else(|| bad("survey_scale", &format!("{low}-{high}")))?;
    survey::add(
        tx,
        &Survey {
            id: 0,
            name,
            kind,
            scale,
            questions: words(&new.questions),
            items: items(new, kind)?,
        },
    )?;
    Ok(())
}

fn items(new: &NewSurvey, kind: Kind) -> Result<Vec<Item>> {
    let usual = new.with_items || (kind == Kind::Cli && new.own_items.is_empty());
    let usual = if usual { crate::survey::usual_items() } else { Vec::new() };
    let own = new.own_items.iter().filter(|name| !name.trim().is_empty());
    let own = own.map(|name| {
        Ok(Item { key: ItemKey::Own(0), name: named(name, "item_name")?, scale: Scale::TEN })
    });
    usual.into_iter().map(Ok).chain(own).collect()
}

/// Rewrites the name of a survey, with its answers, and the words of its question.
///
/// # Errors
/// `NoSuchSurvey`; `BadSetting` for a name that is none, `NameTaken` for that of another.
pub fn reword(tx: &Transaction<'_>, answers: &Answers, new: &SurveyWords) -> Result<()> {
    let id = stored(tx, answers, &new.survey)?;
    survey::set_questions(tx, id, &words(&new.questions))?;
    let name = named(&new.name, "survey_name")?;
    if name == new.survey {
        return Ok(());
    }
    if answers.survey(&name).is_some() {
        return Err(Error::NameTaken { name });
    }
    survey::rename(tx, id, &name)?;
    answer::rename_survey(tx, &new.survey, &name)
}

fn words(questions: &[String; 3]) -> Questions {
    let word = |text: &String| {
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    [word(&questions[0]), word(&questions[1]), word(&questions[2])]
}

/// Writes a wave with its days and invitations. One that is there gets another name, with its
/// answers, other days, and invitations in place of those it had.
///
/// # Errors
/// `BadSetting` for days that make no sense, `NameTaken` for the name of another wave,
/// `NoSuchSurvey`, attributes nobody has.
pub fn wave(tx: &Transaction<'_>, book: &Book, new: &NewWave) -> Result<()> {
    let name = named(&new.name, "wave_name")?;
    let day = |text: &str| Day::parse(text).ok_or_else(|| Error::BadDay { value: text.to_owned() });
    let (first, last) = (day(&new.first)?, day(&new.last)?);
    if first > last {
        return Err(Error::BadSetting { field: "wave_days", value: new.last.clone() });
    }
    let answers = book.answers()?;
    let survey = stored(tx, answers, &new.survey)?;
    let key = WaveKey::named(&name);
    if new.was.as_deref().map(WaveKey::named) != Some(key.clone()) {
        called_otherwise(tx, answers, new, &key)?;
    }
    let id = match waves::find(tx, survey, key.name())? {
        Some(id) => {
            waves::set_days(tx, id, first, last)?;
            id
        }
        None => {
            let name = key.name().to_owned();
            waves::add(tx, &waves::Wave { id: 0, survey, name, first, last })?
        }
    };
    let Some(invite) = &new.invite else { return Ok(()) };
    waves::uninvite(tx, id)?;
    let customers = invited(book, invite, &format!("{survey}:{key}"))?;
    let ids = &book.ledger.customers.id;
    let accounts = customers.into_iter().map(|customer| account_of(tx, ids[customer as usize]));
    let accounts: Vec<i64> = accounts.collect::<Result<_>>()?;
    waves::invite(tx, id, first, &accounts)
}

/// A new wave, or one with its answers, is called so. Answers that named no wave name it then: they
/// leave their quarter.
fn called_otherwise(
    tx: &Transaction<'_>,
    answers: &Answers,
    new: &NewWave,
    key: &WaveKey,
) -> Result<()> {
    let Some(survey) = answers.survey(&new.survey) else { return Ok(()) };
    if answers.has_wave(survey, key) {
        return Err(Error::NameTaken { name: key.name().to_owned() });
    }
    let Some(was) = new.was.as_deref().map(WaveKey::named) else { return Ok(()) };
    for row in answers.of_wave(survey, &was) {
        answer::set_wave(tx, row.id, key.name())?;
    }
    match answers.wave(survey, &was) {
        Some(wave) => waves::rename(tx, wave.id, key.name()),
        None => Ok(()),
    }
}

/// The customers of today who are invited, in alphabetical order.
fn invited(book: &Book, invite: &Invitees, seed: &str) -> Result<Vec<u32>> {
    if invite.nobody {
        return Ok(Vec::new());
    }
    let mut found = book.customers_of(&invite.plans, &invite.countries, &invite.tiers)?;
    if let Some(sample) = invite.sample {
        // Scattered by wave and customer: the same people again for the same wave, others for the
        // next one.
        let ids = &book.ledger.customers.id;
        found.sort_by_cached_key(|customer| scatter(seed, ids[*customer as usize]));
        found.truncate(sample as usize);
    }
    let directory = book.directory()?;
    found.sort_by_key(|customer| directory.rank_of(*customer));
    Ok(found)
}

/// A number that has nothing to do with the order of its parts (FNV-1a with a last stir).
fn scatter(seed: &str, id: i64) -> u64 {
    let bytes = seed.bytes().chain(id.to_le_bytes());
    let sum = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    (sum ^ (sum >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 8
}

pub(super) fn named(name: &str, field: &'static str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST {
        return Err(Error::BadSetting { field, value: name.to_owned() });
    }
    Ok(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_another_one_for_another_wave() {
        let sample = |seed: &str| {
            let mut ids: Vec<i64> = (1..=100).collect();
            ids.sort_by_cached_key(|id| scatter(seed, *id));
            ids.truncate(10);
            ids
        };
        assert_eq!(sample("1:2026-Q1"), sample("1:2026-Q1"));
        assert_ne!(sample("1:2026-Q1"), sample("1:2026-Q2"));
        assert_ne!(sample("1:2026-Q1"), (1..=10).collect::<Vec<_>>());
    }
}
