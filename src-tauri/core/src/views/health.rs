//! What is missing, how many there are of it, and where it is mended.

use super::together::{Member, member};
use super::{NoticeTone, PageRequest, Query};
use crate::accounts;
use crate::book::Book;
use crate::health::{Facts, Lack, by_month, look};
use crate::identity::Question;
use crate::import::Kind;
use crate::model::Day;
use crate::store::{Connection, import_row};
use crate::voice::{Arg, Voice};
use crate::{Error, Result};
use serde::Serialize;
use ts_rs::TS;

/// The list of customers of whom no subscription is known.
const WITHOUT_FACTS: &str = "customers:without-facts";

/// What is missing in the workspace.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct HealthView {
    /// State of the book it came from.
    pub revision: u64,
    /// One line for each thing; empty where nothing is missing.
    pub lines: Vec<HealthLine>,
    /// Customers of one mail address that may be one.
    pub questions: Vec<QuestionCard>,
}

/// One thing that is missing.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct HealthLine {
    /// `gaps`: for tests and to act on.
    pub code: String,
    /// Whether figures are wrong by it or only fewer.
    pub tone: NoticeTone,
    /// How many there are: what `items` or the list hold.
    #[ts(type = "number")]
    pub count: usize,
    /// What is missing and what that does.
    pub text: String,
    /// What there is of it, where it is no list of customers.
    pub items: Vec<HealthItem>,
    /// The list of customers, as the `list` command takes it.
    pub list: Option<String>,
    /// Route of the remedy, with the words of its link.
    pub link: Option<(String, String)>,
}

/// One of the things that are missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct HealthItem {
    /// "Invoices: ...", "March 2026"
    pub text: String,
    /// How many of the count it stands for.
    #[ts(type = "number")]
    pub count: usize,
    /// Where it is looked at.
    pub open: Option<String>,
}

/// Customers of one mail address that may be one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct QuestionCard {
    /// The address.
    pub mail: String,
    /// `shared`, `desk`, `names`
    pub doubt: String,
    /// Why it is asked.
    pub why: String,
    /// The customers.
    pub members: Vec<Member>,
}

/// What is missing in this book's workspace.
///
/// # Errors
/// What can go wrong with the file.
pub fn health(book: &Book, voice: &Voice) -> Result<HealthView> {
    let conn = book.reader()?;
    let asked = accounts::questions(&conn)?;
    let questions = cards(book, &conn, &asked, voice)?;
    let left_out = &book.ledger.left_out;
    let facts = Facts {
        kinds: Kind::SHOWN.iter().map(|kind| kind.code()).collect(),
        there: import_row::kinds(&conn)?,
        without_ended: left_out.lists_without_ended.clone(),
        movements: by_month(moving_days(book)),
        without_facts: without_facts(book, voice)?,
        questions: questions.len(),
        no_rate: left_out.no_rate.clone(),
        no_end: left_out.no_end,
    };
    let lines = look(&facts).iter().map(|lack| line(lack, voice)).collect();
    Ok(HealthView { revision: book.revision, lines, questions })
}

/// Days on which anything became of anybody, up to the day everything is seen from.
fn moving_days(book: &Book) -> impl Iterator<Item = Day> {
    let as_of = book.as_of;
    book.ledger.states.day.iter().map(|day| Day(*day)).filter(move |day| *day <= as_of)
}

/// As many as the list holds that the line opens.
fn without_facts(book: &Book, voice: &Voice) -> Result<usize> {
    let page = PageRequest { limit: 1, ..PageRequest::default() };
    Ok(super::list(book, &Query::default(), WITHOUT_FACTS, &page, voice)?.table.count)
}

fn cards(
    book: &Book,
    conn: &Connection,
    asked: &[Question],
    voice: &Voice,
) -> Result<Vec<QuestionCard>> {
    let mut cards = Vec::new();
    for question in asked {
        let all = question.customers.iter().map(|id| member(book, conn, *id, voice));
        match all.collect::<Result<Vec<Member>>>() {
            Ok(members) => cards.push(QuestionCard {
                mail: question.mail.clone(),
                doubt: question.doubt.code().to_owned(),
                why: voice.say(&format!("question-{}", question.doubt.code()), &[]),
                members,
            }),
            // Came after the book was read.
            Err(Error::NoSuchCustomer) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(cards)
}

fn line(lack: &Lack, voice: &Voice) -> HealthLine {
    let count = lack.count();
    let code = lack.code();
    let text = voice.count(i64::try_from(count).unwrap_or(i64::MAX));
    let said =
        |key: &str| voice.say(key, &[("count", Arg::from(count)), ("text", text.clone().into())]);
    let link = match lack {
        Lack::Kinds(_) | Lack::Ended(_) | Lack::Gaps(_) | Lack::Dates(_) => Some("/import"),
        Lack::Rates(_) => Some("/settings"),
        Lack::Customers(_) | Lack::Doubts(_) => None,
    };
    let tone = match lack {
        Lack::Kinds(_) | Lack::Customers(_) => NoticeTone::Info,
        _ => NoticeTone::Warn,
    };
    HealthLine {
        code: code.to_owned(),
        tone,
        count,
        text: said(&format!("health-{code}")),
        items: items(lack, voice),
        list: matches!(lack, Lack::Customers(_)).then(|| WITHOUT_FACTS.to_owned()),
        link: link.map(|route| {
            let key = if route == "/settings" { "health-to-settings" } else { "health-to-import" };
            (route.to_owned(), voice.say(key, &[]))
        }),
    }
}

fn items(lack: &Lack, voice: &Voice) -> Vec<HealthItem> {
    let one = |text: String, open: Option<String>| HealthItem { text, count: 1, open };
    match lack {
        Lack::Kinds(kinds) => {
            let said = |kind: &String| voice.say(&format!("kind-{kind}"), &[]);
            kinds.iter().map(|kind| one(said(kind), None)).collect()
        }
        Lack::Ended(files) => files.iter().map(|file| one(file.clone(), None)).collect(),
        Lack::Gaps(months) => months
            .iter()
            .map(|month| one(voice.period(*month), Some(format!("/revenue/{month}"))))
            .collect(),
        Lack::Rates(rates) => rates
            .iter()
            .map(|(currency, count)| HealthItem {
                text: currency.code().to_owned(),
                count: *count,
                open: None,
            })
            .collect(),
        Lack::Customers(_) | Lack::Doubts(_) | Lack::Dates(_) => Vec::new(),
    }
}
