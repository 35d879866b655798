//! The loyalty programme of a real workspace: 100,000 customers with fifty purchases each beside
//! their subscriptions, read from the file, shown, and written to by hand.

use super::loyalty::spend;
use super::stages::{Measured, NOW, TODAY, WORKSPACE, What, median, milliseconds, voice};
use super::{Outcome, machine};
use holdfast_core::book::Book;
use holdfast_core::import::Kind;
use holdfast_core::import::hand::{RecordDraft, RecordRef};
use holdfast_core::loyalty::Standings;
use holdfast_core::model::{Currency, Day, Money};
use holdfast_core::programme::{ProgrammeEntry, RedemptionEntry};
use holdfast_core::store::purchase::{self, Purchase};
use holdfast_core::store::{Act, Store, account};
use holdfast_core::views::PageRequest;
use holdfast_core::views::loyalty::{self as views, LoyaltyQuery};
use holdfast_core::workspace::Workspace;
use std::fs;
use std::path::Path;
use std::time::Instant;

/// Purchases of each customer over 36 months.
const PURCHASES: u32 = 50;
/// The programme's first day, 21 November 2023.
const FIRST: i32 = 19_682;
/// How many are typed in of each kind.
const TYPED: u32 = 5;

pub(crate) fn measure(directory: &Path) -> Outcome<Vec<Measured>> {
    let path = directory.join("loyalty.holdfast");
    fs::copy(directory.join(WORKSPACE), &path)?;
    buy(&Store::open(&path, directory)?)?;
    let workspace = Workspace::open_with_images(&path, directory, directory, TODAY)?;
    workspace.book(TODAY).directory()?;
    let from = Some(Day(FIRST).to_string());
    workspace.save_programme(&ProgrammeEntry { from, programme: spend() }, NOW, TODAY)?;
    let mut measured = read(&workspace)?;
    measured.extend(shown(&workspace.book(TODAY))?);
    measured.extend(typed(&workspace)?);
    let peak = machine::peak_memory();
    measured.extend(peak.map(|value| Measured { what: What::LoyaltyFileMemory, value }));
    drop(workspace);
    fs::remove_file(path)?;
    Ok(measured)
}

/// Writes everybody's purchases, the customers mixed as files mix them.
fn buy(store: &Store) -> Outcome<()> {
    let mut accounts = Vec::new();
    account::owners(&store.reader()?, |account, _, _| {
        accounts.push(account);
        Ok(())
    })?;
    let act = Act { kind: "edit", label: "bench", at: NOW };
    store.write(&act, |tx, _| {
        let mut rows = purchase::Inserter::new(tx)?;
        for at in 0..PURCHASES {
            for (n, account) in (0_u64..).zip(&accounts) {
                let dice =
                    (n * u64::from(PURCHASES) + u64::from(at)) * 2_654_435_761 % 4_294_967_291;
                let amount = 500 + i64::try_from(dice % 16_000).unwrap_or(0);
                let day = TODAY.plus(-i32::try_from(dice / 7 % 1_095).unwrap_or(0));
                let amount = Money::new(amount, Currency::EUR);
                rows.push(&Purchase { account: *account, day, amount, visits: 1 })?;
            }
        }
        rows.finish().map(drop)
    })?;
    Ok(())
}

/// From the file to where everybody stands.
fn read(workspace: &Workspace) -> Outcome<Vec<Measured>> {
    let book = workspace.book(TODAY);
    let begun = Instant::now();
    let points = book.points()?;
    let reading = milliseconds(begun);
    let standings = Standings::new(&points.rules, &points.facts, TODAY);
    let both = milliseconds(begun);
    assert!(points.facts.len() >= 5_000_000, "{} facts", points.facts.len());
    assert_eq!(**book.standings()?, standings);
    Ok(vec![
        Measured { what: What::LoyaltyRead, value: reading },
        Measured { what: What::LoyaltyRebuilt, value: both },
    ])
}

/// The pages and the lists behind them.
fn shown(book: &Book) -> Outcome<Vec<Measured>> {
    book.answers()?;
    let page = |day: Option<&str>| -> Outcome<f64> {
        let ask = LoyaltyQuery { day: day.map(str::to_owned), ..LoyaltyQuery::default() };
        let begun = Instant::now();
        let view = views::loyalty(book, &ask, None, &voice())?;
        assert!(view.tiers.iter().all(|tier| tier.members.value > 0), "an empty tier");
        Ok(milliseconds(begun))
    };
    let several = |day| (0..9).map(|_| page(day)).collect::<Outcome<Vec<f64>>>().map(median);
    let list = |name: &str| -> Outcome<f64> {
        let begun = Instant::now();
        let list = views::loyalty_list(book, name, &PageRequest::default(), &voice())?;
        assert!(list.table.count > 0, "{name} is empty");
        Ok(milliseconds(begun))
    };
    let past = Some("2026-06-30");
    Ok(vec![
        Measured { what: What::LoyaltyPage, value: page(None)? },
        Measured { what: What::LoyaltyPageAgain, value: several(None)? },
        Measured { what: What::LoyaltyPast, value: page(past)? },
        Measured { what: What::LoyaltyPastAgain, value: several(past)? },
        Measured { what: What::LoyaltyTier, value: list("loyalty:2026-06-30:tier=1")? },
        Measured { what: What::LoyaltyBefore, value: list("loyalty:2026-11-20:before=2")? },
        Measured { what: What::LoyaltyEarned, value: list("loyalty:2026-11-20:earned=2026-10")? },
        Measured {
            what: What::LoyaltyEarnedAgain,
            value: list("loyalty:2026-11-20:earned=2026-10")?,
        },
    ])
}

/// Redemptions and purchases by hand, each with the page after it.
fn typed(workspace: &Workspace) -> Outcome<Vec<Measured>> {
    let (mut redeeming, mut buying, mut showing) = (vec![], vec![], vec![]);
    let book = workspace.book(TODAY);
    let rich = (0_u32..).zip(&book.standings()?.rows).filter(|(_, row)| row.balance > 200);
    let rich: Vec<i64> = rich.map(|(at, _)| book.ledger.customers.id[at as usize]).collect();
    drop(book);
    for customer in rich.iter().step_by(997).take(TYPED as usize) {
        let (what, points) = ("A mug".to_owned(), Some(100));
        let entry = RedemptionEntry { customer: *customer, reward: None, what, points, day: None };
        let begun = Instant::now();
        workspace.redeem(&entry, NOW, TODAY)?;
        redeeming.push(milliseconds(begun));
        showing.push(page(workspace)?);
        let values = [("date", "2026-11-19"), ("amount", "25")];
        let values = values.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let record = RecordRef { kind: Kind::Purchases, id: None, customer: Some(*customer) };
        let draft = RecordDraft { record, values: values.into_iter().collect() };
        let begun = Instant::now();
        let saved = workspace.save_record(&draft, NOW, TODAY, &voice())?;
        buying.push(milliseconds(begun));
        assert_eq!(saved.wrong, []);
        showing.push(page(workspace)?);
    }
    Ok(vec![
        Measured { what: What::LoyaltyRedeem, value: median(redeeming) },
        Measured { what: What::LoyaltyBuy, value: median(buying) },
        Measured { what: What::LoyaltyShow, value: median(showing) },
    ])
}

fn page(workspace: &Workspace) -> Outcome<f64> {
    let book = workspace.book(TODAY);
    let begun = Instant::now();
    views::loyalty(&book, &LoyaltyQuery::default(), None, &voice())?;
    Ok(milliseconds(begun))
}
