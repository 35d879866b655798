//! What one customer has answered, for his page.

use super::charts::{class_role, role};
use super::frame::wave_words;
use super::item_words;
use crate::Result;
use crate::book::Book;
use crate::survey::{Answer, Kind, Survey};
use crate::voice::Voice;
use serde::Serialize;
use ts_rs::TS;

/// An answer of a customer.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct GivenAnswer {
    /// Number of the answer.
    pub id: i64,
    /// "20 Nov 2026"
    pub day: String,
    /// Name of the survey.
    pub survey: String,
    /// "Q4 2026"
    pub wave: String,
    /// "9"; "–" where only items or words were given.
    pub score: String,
    /// Colour role of its group.
    pub role: Option<String>,
    /// "promoter"; empty where there are no groups.
    pub class: String,
    /// "Product quality 9, Customer service 8"; empty where none was answered.
    pub items: String,
    /// In his words.
    pub comment: String,
}

/// What a customer, by his dense number, has answered, the newest first.
pub fn given(book: &Book, customer: u32, voice: &Voice) -> Result<Vec<GivenAnswer>> {
    let answers = book.answers()?;
    let his = answers.rows.iter().rev().filter(|row| row.customer == Some(customer));
    let known = his.filter(|row| row.day <= book.as_of);
    Ok(known.map(|row| line(&answers.surveys[row.survey as usize], row, voice)).collect())
}

fn line(survey: &Survey, answer: &Answer, voice: &Voice) -> GivenAnswer {
    let class = answer.class().filter(|_| survey.kind == Kind::Nps);
    let by_score = || answer.score.map(|score| role(survey, score));
    let item = |(item, value): (&crate::survey::Item, &Option<u8>)| {
        let value = voice.count((*value)?.into());
        Some(format!("{} {value}", item_words(item, voice)))
    };
    let items = survey.items.iter().zip(&*answer.items).filter_map(item);
    GivenAnswer {
        id: answer.id,
        day: voice.day(answer.day),
        survey: survey.name.clone(),
        wave: wave_words(&answer.wave, voice),
        score: answer.score.map_or_else(|| voice.absent(), |score| voice.count(score.into())),
        role: class.map(class_role).or_else(by_score).map(|role| role.name().to_owned()),
        class: class
            .map_or_else(String::new, |class| voice.say(&format!("one-of-{}", class.name()), &[])),
        items: items.collect::<Vec<_>>().join(", "),
        comment: answer.comment.as_deref().unwrap_or_default().to_owned(),
    }
}
