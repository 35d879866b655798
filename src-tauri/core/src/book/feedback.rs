//! What customers said in their own words, with what it is about, and the features they miss. Made
//! of the answers and the cancellations when it is first asked for.

use super::Answers;
use crate::Result;
use crate::ledger::Ledger;
use crate::model::Day;
use crate::store::cancellation;
use crate::store::feature::{self, Feature, Request};
use crate::store::theme::{self, Mark, Said, Theme};
use crate::survey::{BUILT_IN, suggested};
use rusqlite::Connection;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Every comment and every wish.
#[derive(Debug, Default)]
pub struct Feedback {
    /// Themes of the user's own; those built in come before them.
    pub own_themes: Vec<Theme>,
    /// By day: of answers and of cancellations.
    pub comments: Vec<Comment>,
    /// Features customers miss, by number.
    pub features: Vec<Feature>,
    /// Who asked for them.
    pub requests: Vec<Wish>,
}

/// One comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Where it stands.
    pub said: Said,
    /// Whose; `None` is anonymous.
    pub customer: Option<u32>,
    /// When.
    pub day: Day,
    /// Survey, by its place, and score of the answer it stands with.
    pub answer: Option<(u32, Option<u8>)>,
    /// In his words.
    pub text: Arc<str>,
    /// What it is about: places of themes, those built in first.
    pub themes: Vec<usize>,
}

/// A request with its customer in the book's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// As it is stored.
    pub request: Request,
    /// Whose; `None` is anonymous.
    pub customer: Option<u32>,
}

impl Feedback {
    /// Reads marks, cancellations and features; the answers are in the book already.
    pub(super) fn load(conn: &Connection, ledger: &Ledger, answers: &Answers) -> Result<Self> {
        let own_themes = theme::all(conn)?;
        let words: Vec<Vec<String>> = own_themes.iter().map(|theme| theme.words.clone()).collect();
        let marks = Marks::new(theme::marks(conn)?, &own_themes);
        let comment = |said, customer, day, answer, text: &Arc<str>| Comment {
            said,
            customer,
            day,
            answer,
            themes: marks.apply(said, suggested(text, &words)),
            text: Arc::clone(text),
        };
        let mut comments = Vec::new();
        for row in &answers.rows {
            let said = Said::Answer(row.id);
            comments.extend(row.comment.as_ref().map(|text| {
                let answer = Some((row.survey, row.score));
                comment(said, row.customer, row.day, answer, text)
            }));
        }
        cancellation::comments(conn, |one| {
            let said = Said::Cancellation(one.id);
            comments.push(comment(
                said,
                ledger.find(one.customer),
                one.day,
                None,
                &one.text.into(),
            ));
            Ok(())
        })?;
        comments.sort_by_key(|comment| comment.day);
        let requests = feature::requests(conn)?.into_iter().map(|request| {
            let customer = request.customer.and_then(|id| ledger.find(id));
            Wish { customer, request }
        });
        Ok(Self {
            own_themes,
            comments,
            features: feature::all(conn)?,
            requests: requests.collect(),
        })
    }

    /// The key of a theme by its place: `price`, `own-12`.
    pub fn theme_key(&self, place: usize) -> Option<String> {
        match BUILT_IN.get(place) {
            Some(theme) => Some(theme.key.to_owned()),
            None => self.own_themes.get(place - BUILT_IN.len()).map(|own| own_key(own.id)),
        }
    }

    /// The place of a theme by its key.
    pub fn theme_place(&self, key: &str) -> Option<usize> {
        place_of(key, &self.own_themes)
    }

    /// How many themes there are.
    pub fn theme_count(&self) -> usize {
        BUILT_IN.len() + self.own_themes.len()
    }
}

/// The key of a theme of the user's own.
fn own_key(id: i64) -> String {
    format!("own-{id}")
}

fn place_of(key: &str, own: &[Theme]) -> Option<usize> {
    let built_in = BUILT_IN.iter().position(|theme| theme.key == key);
    built_in.or_else(|| {
        let at = own.iter().position(|theme| own_key(theme.id) == key)?;
        Some(BUILT_IN.len() + at)
    })
}

/// What the user said of each comment: (place of the theme, about it or not).
struct Marks(FxHashMap<Said, Vec<(usize, bool)>>);

impl Marks {
    fn new(marks: Vec<Mark>, own: &[Theme]) -> Self {
        let mut by_comment: FxHashMap<Said, Vec<(usize, bool)>> = FxHashMap::default();
        for mark in marks {
            if let Some(place) = place_of(&mark.theme, own) {
                by_comment.entry(mark.said).or_default().push((place, mark.about));
            }
        }
        Self(by_comment)
    }

    /// What words suggest, with what the user said in its place.
    fn apply(&self, said: Said, mut themes: Vec<usize>) -> Vec<usize> {
        for (place, about) in self.0.get(&said).into_iter().flatten() {
            themes.retain(|theme| theme != place);
            if *about {
                themes.push(*place);
            }
        }
        themes.sort_unstable();
        themes
    }
}
