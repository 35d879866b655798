//! Typing answers in beside all those customers, as the window does it: part of a name finds the
//! customer, the answer is on disk when it is acknowledged, then the page is shown again.

use super::stages::{Measured, TODAY, WORKSPACE, What, median, milliseconds, voice};
use super::{Outcome, stages};
use holdfast_core::book::Book;
use holdfast_core::survey::View;
use holdfast_core::surveys::AnswerEntry;
use holdfast_core::views::surveys::{self, SurveyQuery};
use holdfast_core::views::{self, Query};
use holdfast_core::workspace::Workspace;
use std::path::Path;
use std::time::Instant;

/// How many are typed in: the five minutes' work of a quick typist.
const ANSWERS: u32 = 300;

pub(crate) fn typed_in(directory: &Path) -> Outcome<Vec<Measured>> {
    let path = directory.join(WORKSPACE);
    let book = Book::open(&path, TODAY, 1, directory)?;
    let begun = Instant::now();
    book.directory()?;
    let names = milliseconds(begun);
    let workspace = Workspace::open_with_images(&path, directory, directory, TODAY)?;
    // Read on a thread of its own when a workspace is opened: nobody types that fast.
    workspace.book(TODAY).directory()?;
    let ask = SurveyQuery { view: View::All, ..SurveyQuery::default() };
    let (mut finding, mut saving, mut showing) = (vec![], vec![], vec![]);
    for part in parts(&workspace)? {
        let begun = Instant::now();
        let found = views::search(&workspace.book(TODAY), &part, &voice())?;
        finding.push(milliseconds(begun));
        let key = found.first().ok_or("nobody is found by a part of his own name")?.key.clone();
        let entry = AnswerEntry {
            survey: "NPS".to_owned(),
            customer: key.rsplit('/').next().and_then(|id| id.parse().ok()),
            score: Some(i64::from(finding.len() as u32 % 11)),
            ..AnswerEntry::default()
        };
        let begun = Instant::now();
        workspace.save_answer(&entry, stages::NOW, TODAY)?;
        saving.push(milliseconds(begun));
        let begun = Instant::now();
        surveys::entering(&workspace.book(TODAY), &Query::default(), &ask, &voice())?;
        showing.push(milliseconds(begun));
    }
    let begun = Instant::now();
    Book::open(&path, TODAY, 1, directory)?;
    let again = milliseconds(begun);
    let slowest = finding.iter().copied().fold(0.0, f64::max);
    Ok(vec![
        Measured { what: What::ReadNames, value: names },
        Measured { what: What::Find, value: median(finding) },
        Measured { what: What::FindSlowest, value: slowest },
        Measured { what: What::SaveAnswer, value: median(saving) },
        Measured { what: What::ShowAnswer, value: median(showing) },
        Measured { what: What::OpenAnswered, value: again },
    ])
}

/// What is typed to find customers from everywhere in the list: one letter of a name to six, from
/// its beginning or from within.
fn parts(workspace: &Workspace) -> Outcome<Vec<String>> {
    let book = workspace.book(TODAY);
    let directory = book.directory()?;
    let all = u32::try_from(book.ledger.len())?;
    let part = |n: u32| {
        let name = directory.person(n * (all / ANSWERS).max(1) % all).name;
        name.chars().skip(n as usize % 3).take(1 + n as usize % 6).collect()
    };
    Ok((0..ANSWERS).map(part).collect())
}
