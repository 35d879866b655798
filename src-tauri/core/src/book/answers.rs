//! The answers' part of the book: surveys, waves, who was invited, and every answer.
//!
//! Read when it is first asked for. An answer typed in is spliced in alone: the money is not
//! touched, and neither are names.

use crate::Result;
use crate::ledger::Ledger;
use crate::model::{Day, Grain, NpsCategory, Period};
use crate::store::{answer, setting, survey, wave};
use crate::survey::{Answer, AskingRule, Class, ItemKey, Kind, Survey, WaveKey, wave_of};
use rusqlite::Connection;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The setting that holds how often people are asked.
pub const ASKING: &str = "asking";

/// Everything that was asked and answered.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// Those the user has described by number, then those only answers speak of, by name.
    pub surveys: Vec<Survey>,
    /// By day, then by entry.
    pub rows: Vec<Answer>,
    /// Waves that have days of their own.
    pub waves: Vec<Wave>,
    /// How often people are asked.
    pub rule: AskingRule,
}

/// A wave with days of its own, and who is invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wave {
    /// Its number in the store.
    pub id: i64,
    /// Its survey, by place.
    pub survey: u32,
    /// What answers name it by.
    pub key: WaveKey,
    /// First day.
    pub first: Day,
    /// Last day, included.
    pub last: Day,
    /// Who is invited, in the order of the invitations, and since when.
    pub invited: Vec<(u32, Day)>,
}

impl Answers {
    /// Reads all of it.
    pub(super) fn load(conn: &Connection, ledger: &Ledger) -> Result<Self> {
        let mut answers = Self {
            surveys: surveys(conn)?,
            rule: setting::get(conn, ASKING)?.unwrap_or_default(),
            ..Self::default()
        };
        answers.waves = answers.waves(conn, ledger)?;
        answers.rows = answers.read(conn, ledger, None)?;
        Ok(answers)
    }

    /// The same after one answer was written, altered or taken away.
    pub(super) fn with(&self, conn: &Connection, ledger: &Ledger, id: i64) -> Result<Self> {
        let stored = answer::by_id(conn, id)?;
        let is_known = stored.is_none_or(|stored| {
            let has_items = stored.quality.or(stored.service).or(stored.experience).is_some();
            let has_score = stored.score.is_some() || stored.category.is_some();
            self.survey(&stored.survey).is_some_and(|at| {
                let known = &self.surveys[at as usize];
                // One that is only implied may become another by what is answered.
                known.id != 0
                    || (has_score || !known.has_score()) && (!has_items || !known.items.is_empty())
            })
        });
        if !is_known {
            return Self::load(conn, ledger);
        }
        let mut next = self.clone();
        if let Some(at) = next.rows.iter().position(|row| row.id == id) {
            next.rows.remove(at);
        }
        for row in self.read(conn, ledger, Some(id))? {
            let at = next.rows.partition_point(|known| (known.day, known.id) < (row.day, row.id));
            next.rows.insert(at, row);
        }
        Ok(next)
    }

    /// The place of the survey of this name.
    pub fn survey(&self, name: &str) -> Option<u32> {
        let at = self.surveys.iter().position(|survey| survey.name == name)?;
        u32::try_from(at).ok()
    }

    /// The wave with days of its own that is called so.
    pub fn wave(&self, survey: u32, key: &WaveKey) -> Option<&Wave> {
        self.waves.iter().find(|wave| wave.survey == survey && wave.key == *key)
    }

    /// The answers of a wave, blank ones too, by day, then by entry.
    pub fn of_wave<'a>(
        &'a self,
        survey: u32,
        key: &'a WaveKey,
    ) -> impl Iterator<Item = &'a Answer> {
        self.rows.iter().filter(move |row| row.survey == survey && row.wave == *key)
    }

    /// Whether there is a wave called so: one with days of its own, or with answers.
    pub fn has_wave(&self, survey: u32, key: &WaveKey) -> bool {
        self.wave(survey, key).is_some() || self.of_wave(survey, key).next().is_some()
    }

    /// The waves of a survey: those with days of their own and those with answers.
    pub fn waves_of(&self, survey: u32) -> BTreeSet<&WaveKey> {
        let own = self.waves.iter().filter(|wave| wave.survey == survey).map(|wave| &wave.key);
        let rows = self.rows.iter().filter(|row| row.survey == survey);
        own.chain(rows.map(|row| &row.wave)).collect()
    }

    /// One answer by its number.
    pub fn row(&self, id: i64) -> Option<&Answer> {
        self.rows.iter().find(|row| row.id == id)
    }

    fn waves(&self, conn: &Connection, ledger: &Ledger) -> Result<Vec<Wave>> {
        let place = |id| self.surveys.iter().position(|survey| survey.id == id);
        let wave = |row: wave::Wave| {
            let survey = u32::try_from(place(row.survey)?).ok()?;
            let (key, invited) = (WaveKey::named(&row.name), Vec::new());
            Some(Wave { id: row.id, survey, key, first: row.first, last: row.last, invited })
        };
        let mut waves: Vec<Wave> = wave::all(conn)?.into_iter().filter_map(wave).collect();
        let places: FxHashMap<i64, usize> =
            waves.iter().enumerate().map(|(at, wave)| (wave.id, at)).collect();
        wave::invitations(conn, |wave, customer, day| {
            if let (Some(at), Some(customer)) = (places.get(&wave), ledger.find(customer)) {
                waves[*at].invited.push((customer, day));
            }
            Ok(())
        })?;
        // Two accounts of one customer that was joined since are one invitation.
        for wave in &mut waves {
            let mut seen = rustc_hash::FxHashSet::default();
            wave.invited.retain(|(customer, _)| seen.insert(*customer));
        }
        Ok(waves)
    }

    fn read(&self, conn: &Connection, ledger: &Ledger, only: Option<i64>) -> Result<Vec<Answer>> {
        let mut own: FxHashMap<i64, Vec<(i64, u8)>> = FxHashMap::default();
        answer::own_items(conn, only, |answer, item, value| {
            own.entry(answer).or_default().push((item, value));
            Ok(())
        })?;
        let mut keys = Keys::default();
        let mut rows = Vec::new();
        answer::each(conn, only, |row| {
            let Some(survey) = self.survey(row.survey) else { return Ok(()) };
            let described = &self.surveys[survey as usize];
            let value = |item: &crate::survey::Item| {
                let value = match item.key {
                    ItemKey::Quality => row.items[0],
                    ItemKey::Service => row.items[1],
                    ItemKey::Experience => row.items[2],
                    ItemKey::Own(id) => own
                        .get(&row.id)?
                        .iter()
                        .find(|(item, _)| *item == id)
                        .map(|(_, value)| *value),
                };
                value.filter(|value| item.scale.has(*value))
            };
            rows.push(Answer {
                id: row.id,
                customer: row.customer.and_then(|id| ledger.find(id)),
                day: row.day,
                survey,
                wave: keys.of(row.wave, row.day),
                score: row.score.filter(|score| described.scale.has(*score)),
                group: row.category.map(group).filter(|_| described.kind == Kind::Nps),
                items: described.items.iter().map(value).collect(),
                comment: row.comment.map(Arc::from),
            });
            Ok(())
        })?;
        Ok(rows)
    }
}

/// Names of waves met so far: one text for all answers of a wave.
#[derive(Default)]
struct Keys {
    named: FxHashMap<String, WaveKey>,
    quarters: FxHashMap<Period, WaveKey>,
}

impl Keys {
    fn of(&mut self, named: Option<&str>, day: Day) -> WaveKey {
        let new = || wave_of(named, day);
        match named.filter(|name| !name.trim().is_empty()) {
            Some(name) => match self.named.get(name) {
                Some(known) => known.clone(),
                None => self.named.entry(name.to_owned()).or_insert_with(new).clone(),
            },
            None => {
                self.quarters.entry(Period::of(Grain::Quarter, day)).or_insert_with(new).clone()
            }
        }
    }
}

fn group(category: NpsCategory) -> Class {
    match category {
        NpsCategory::Promoter => Class::Promoter,
        NpsCategory::Passive => Class::Passive,
        NpsCategory::Detractor => Class::Detractor,
    }
}

fn surveys(conn: &Connection) -> Result<Vec<Survey>> {
    let mut surveys = survey::all(conn)?;
    for (name, has_score, has_items) in answer::surveys(conn)? {
        if surveys.iter().all(|known| known.name != name) {
            surveys.push(Survey::implied(&name, has_score, has_items));
        }
    }
    Ok(surveys)
}
