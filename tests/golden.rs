//! The views of the sample as JSON files, read by the UI's tests too: a field that is renamed
//! breaks both sides without a window. `HOLDFAST_GOLDEN=write` writes them again; read the difference.

use holdfast_core::import::{Input, MappingRequest, Options, run};
use holdfast_core::metrics::Measure;
use holdfast_core::model::{Currency, Day, Grain};
use holdfast_core::store::Founding;
use holdfast_core::survey::View;
use holdfast_core::task::Cancel;
use holdfast_core::views::loyalty::{self, LoyaltyQuery};
use holdfast_core::views::surveys::{self, SurveyQuery};
use holdfast_core::views::{self, CohortRate, PageRequest, Query};
use holdfast_core::voice::{Language, Region, Voice};
use holdfast_core::workspace::{TypedRate, Workspace};
use holdfast_core::{book::Book, sample};
use holdfast_tests::repository;
use serde::Serialize;
use std::sync::Arc;

fn sample_book() -> (tempfile::TempDir, Arc<Book>) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("sample.holdfast");
    drop(sample::create(&path, &sample::Spec::default(), "Fjordlight (sample)").unwrap());
    let workspace = Workspace::open(&path, &dir.path().join("copies"), Day(0)).unwrap();
    (dir, workspace.book(Day(0)))
}

/// The sample, and the same with rates that change from quarter to quarter.
fn books() -> [(tempfile::TempDir, Arc<Book>); 2] {
    let (dir, book) = sample_book();
    let path = dir.path().join("sample.holdfast");
    drop(book);
    let workspace = Workspace::open(&path, &dir.path().join("copies"), Day(0)).unwrap();
    for (currency, day, rate) in [
        ("SEK", "2025-01-01", "0.085"),
        ("SEK", "2026-04-10", "0.102"),
        ("SEK", "2026-10-05", "0.0997"),
        ("GBP", "2026-10-20", "1.31"),
        ("USD", "2025-07-01", "0.95"),
        ("USD", "2026-09-30", "0.8"),
    ] {
        let [currency, day, rate] = [currency, day, rate].map(str::to_owned);
        let typed = TypedRate { currency, day, rate, instead_of: None };
        workspace.save_rate(&typed, 0, Day(0)).unwrap();
    }
    [sample_book(), (dir, workspace.book(Day(0)))]
}

fn holds(name: &str, view: &impl Serialize) {
    let path = repository("tests/golden").join(format!("{name}.json"));
    let json = serde_json::to_string_pretty(view).unwrap() + "\n";
    if std::env::var("HOLDFAST_GOLDEN").is_ok_and(|value| value == "write") {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &json).unwrap();
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        known == json,
        "{name}.json is not what the core gives; look, then HOLDFAST_GOLDEN=write"
    );
}

#[test]
fn the_views_of_the_sample_are_as_reviewed() {
    let (_dir, book) = sample_book();
    let query = Query::default();
    let voice = Voice::new(Language::En, Region::Gb);
    holds("overview", &views::overview(&book, &query, &voice).unwrap());
    holds("revenue", &views::revenue(&book, &query, None, &voice).unwrap());
    let (customers, start) = (Measure::Customers, CohortRate::Start);
    holds("retention", &views::retention(&book, &query, None, customers, start, &voice).unwrap());
    holds("churn", &views::churn(&book, &query, None, &voice).unwrap());
    holds("customer", &views::customer(&book, book.ledger.customers.id[3], &voice).unwrap());
    holds("health", &views::health(&book, &voice).unwrap());
    let list = |name: &str| {
        let page = PageRequest { limit: 20, ..PageRequest::default() };
        views::list(&book, &query, name, &page, &voice).unwrap()
    };
    holds("list-customers", &list("customers"));
    holds("list-moved", &list("moved:2026-10"));
    holds("list-answers", &list("answers:NPS:2026-Q3:all:class=detractors"));
    let ask = SurveyQuery::default();
    holds("surveys", &surveys::surveys(&book, &query, &ask, &voice).unwrap());
    let index = SurveyQuery { survey: Some("Loyalty index".to_owned()), ..SurveyQuery::default() };
    holds("surveys-index", &surveys::surveys(&book, &query, &index, &voice).unwrap());
    holds("surveys-enter", &surveys::entering(&book, &query, &ask, &voice).unwrap());
    holds("surveys-follow", &surveys::following_up(&book, &query, &ask, None, &voice).unwrap());
    holds("loyalty", &book.loyalty(false).unwrap());
    holds("explain", &views::explain(&book, &query, "quick_ratio", "2026-10", &voice).unwrap());
}

#[test]
fn the_loyalty_pages_of_the_sample_are_as_reviewed() {
    let (_dir, book) = sample_book();
    let voice = Voice::new(Language::En, Region::Gb);
    let ask = LoyaltyQuery::default();
    let shown = loyalty::loyalty(&book, &ask, None, &voice).unwrap();
    let rules = &shown.rules.as_ref().unwrap().programme;
    let draft = {
        let mut draft = rules.clone();
        draft.tiers[2].threshold = 1_200;
        draft
    };
    holds("loyalty-preview", &loyalty::loyalty_preview(&book, &draft, None, &voice).unwrap());
    holds("loyalty-simulation", &loyalty::loyalty_simulate(&book, &draft, &voice).unwrap());
    holds("loyalty-programme", &shown);
    holds("loyalty-members", &loyalty::loyalty_members(&book, &ask, &voice).unwrap());
    holds("loyalty-ledger", &loyalty::loyalty_ledger(&book, &ask, &voice).unwrap());
    holds("loyalty-referrals", &loyalty::loyalty_referrals(&book, &ask, &voice).unwrap());
    let page = PageRequest { limit: 20, ..PageRequest::default() };
    let members = shown.tiers[3].members.list.as_deref().unwrap();
    let list = views::list(&book, &Query::default(), members, &page, &voice).unwrap();
    holds("list-loyalty", &list);
    let person = list.table.rows[0].open.as_deref().unwrap().rsplit('/').next().unwrap();
    let person = person.parse().unwrap();
    holds("loyalty-person", &loyalty::loyalty_person(&book, person, &voice).unwrap());
}

/// Of the programme today and half a year ago, with rules as they are and with a draft: behind every
/// number stand exactly so many, or exactly that sum.
#[test]
fn the_list_behind_every_number_of_loyalty_has_that_count_and_sum() {
    let (_dir, book) = sample_book();
    let voice = Voice::default();
    let list = |name: &str| {
        let page = PageRequest { limit: 1, ..PageRequest::default() };
        views::list(&book, &Query::default(), name, &page, &voice).unwrap()
    };
    let counted = |name: &str| voice.count(i64::try_from(list(name).table.count).unwrap());
    for day in [None, Some("2026-05-31".to_owned())] {
        let ask = LoyaltyQuery { day, ..LoyaltyQuery::default() };
        let view = loyalty::loyalty(&book, &ask, None, &voice).unwrap();
        for tier in &view.tiers {
            let name = tier.members.list.as_deref().unwrap();
            assert_eq!(counted(name), tier.members.text, "{}", tier.mark.name);
            let mrr = list(name).table.total.unwrap().cells.pop().unwrap();
            assert_eq!(mrr.raw.as_deref(), Some(tier.mrr_raw.as_str()), "{}", tier.mark.name);
            if let Some(kept) = &tier.kept {
                let before = kept.of.rsplit(' ').next().unwrap();
                assert_eq!(counted(&kept.list), before, "{}", kept.of);
            }
        }
        for set in &view.moves {
            assert_eq!(counted(set.count.list.as_deref().unwrap()), set.count.text, "{}", set.key);
        }
        let points = view.points.unwrap();
        let all = points.sum.parts.iter().chain([&points.sum.end, &points.ending]);
        for part in all.filter(|part| part.value != 0) {
            let list = list(part.list.as_deref().unwrap());
            assert_eq!(list.sum, part.value, "{}", part.key);
        }
        let parts: i64 = points.sum.parts.iter().map(|part| part.value).sum();
        assert_eq!(points.sum.start.value + parts, points.sum.end.value);
        let ledger = loyalty::loyalty_ledger(&book, &ask, &voice).unwrap();
        let months = ledger.months.rows.iter().take(3);
        for cell in months.flat_map(|row| &row.cells[2..]) {
            let Some(name) = cell.list.as_deref() else { continue };
            let text = cell.text.replace('\u{2212}', "-").replace(['+', ','], "");
            assert_eq!(list(name).sum.to_string(), text, "{name}");
        }
        let members = loyalty::loyalty_members(&book, &ask, &voice).unwrap();
        for filter in &members.filters {
            let shown = filter.label.rsplit(' ').next().unwrap();
            assert_eq!(counted(&filter.key), shown, "{}", filter.label);
        }
        let referrals = loyalty::loyalty_referrals(&book, &ask, &voice).unwrap();
        let heads = ["referrers", "referred", "referred-kept", "promoters"];
        for part in referrals.figures.iter().chain([&referrals.promoters]) {
            let Some(name) = part.list.as_deref() else { continue };
            if heads.contains(&part.key.as_str()) {
                assert_eq!(
                    list(name).table.count.to_string(),
                    part.value.to_string(),
                    "{}",
                    part.key
                );
            } else {
                assert_eq!(list(name).sum, part.value, "{}", part.key);
            }
        }
    }
    let view = loyalty::loyalty(&book, &LoyaltyQuery::default(), None, &voice).unwrap();
    let mut draft = view.rules.unwrap().programme;
    for (tier, earn) in [(1, false), (2, false), (2, true)] {
        draft.tiers[tier].threshold += 150;
        draft.earn.per_month = u32::from(earn) * 10;
        let preview = loyalty::loyalty_preview(&book, &draft, None, &voice).unwrap();
        for row in &preview.rows {
            assert_eq!(counted(row.then_list.as_deref().unwrap()), row.then, "{}", row.mark.name);
        }
    }
}

/// Every number that is a link opens a list of exactly that many customers, or that sum.
#[test]
fn the_list_behind_every_number_has_that_count_and_sum() {
    for (_dir, book) in books() {
        lists_come_to_their_numbers(&book);
    }
}

fn lists_come_to_their_numbers(book: &Book) {
    let voice = Voice::default();
    let queries = [
        Query::default(),
        Query { plans: vec!["Team".to_owned()], ..Query::default() },
        Query { countries: vec!["NL".to_owned(), "SE".to_owned()], ..Query::default() },
        Query { grain: Grain::Quarter, ..Query::default() },
        Query { grain: Grain::Year, ..Query::default() },
    ];
    for query in &queries {
        let list = |name: &str| {
            let page = PageRequest { limit: 1, ..PageRequest::default() };
            views::list(book, query, name, &page, &voice).unwrap()
        };
        let view = views::overview(book, query, &voice).unwrap();
        for part in view.sum.parts.iter().chain([&view.sum.start, &view.sum.end]) {
            let list = list(part.list.as_deref().unwrap());
            assert_eq!(list.sum, part.value, "{}", part.key);
        }
        for line in view.movements.marks.iter().flat_map(|mark| &mark.lines) {
            let total = list(line.list.as_deref().unwrap()).table.total.unwrap();
            let sum = total.cells.last().unwrap();
            assert_eq!((&sum.text, &sum.raw), (&line.text, &line.raw), "{}", line.label);
        }
        for fraction in &view.targets {
            for term in fraction.numerator.iter().chain(&fraction.denominator) {
                let list = list(term.list.as_deref().unwrap());
                let count = i64::try_from(list.table.count).unwrap();
                assert_eq!(voice.count(count), term.text, "{}", term.label);
            }
        }
        let (measure, start) = (Measure::Customers, CohortRate::Number);
        let view = views::retention(book, query, None, measure, start, &voice).unwrap();
        for cell in view.cohorts.rows.iter().flat_map(|row| &row.cells) {
            let list = list(cell.list.as_deref().unwrap());
            let count = i64::try_from(list.table.count).unwrap();
            assert_eq!(voice.count(count), cell.text, "{}", cell.spoken);
        }
        let view = views::churn(book, query, None, &voice).unwrap();
        let left = list(&view.list);
        let total = view.reasons.total.unwrap();
        assert_eq!(left.table.total.unwrap().cells.last().unwrap().text, total.cells[2].text);
        assert_eq!(left.subtitle.split(',').next(), Some(total.cells[0].text.as_str()));
    }
}

/// A figure, a point of a chart and one of its series each lead to a list that is there; where they
/// count customers or show what moved, it comes to what they show.
#[test]
fn figures_and_points_lead_to_their_customers() {
    for (_dir, book) in books() {
        everything_leads_to_its_customers(&book);
    }
}

fn everything_leads_to_its_customers(book: &Book) {
    let voice = Voice::default();
    for grain in [Grain::Month, Grain::Quarter, Grain::Year] {
        let query = Query { grain, ..Query::default() };
        let list = |name: &Option<String>| {
            let page = PageRequest { limit: 1, ..PageRequest::default() };
            views::list(book, &query, name.as_deref().unwrap(), &page, &voice).unwrap()
        };
        let overview = views::overview(book, &query, &voice).unwrap();
        let revenue = views::revenue(book, &query, None, &voice).unwrap();
        let churn = views::churn(book, &query, None, &voice).unwrap();
        let (measure, start) = (Measure::Customers, CohortRate::Start);
        let retention = views::retention(book, &query, None, measure, start, &voice).unwrap();
        let views = [overview.figures, revenue.figures, churn.figures, retention.figures];
        for figure in views.iter().flatten().filter(|figure| figure.value.is_some()) {
            let behind = list(&figure.list);
            match figure.key.as_str() {
                "customers_end" | "customers_churned" => {
                    assert_eq!(Some(behind.table.count as f64), figure.value, "{}", figure.key);
                }
                "mrr_end" | "churn" | "committed_mrr" => {
                    assert_eq!(Some(behind.sum as f64), figure.value, "{}", figure.key);
                }
                _ => assert!(behind.table.count > 0, "{}", figure.key),
            }
        }
        for mark in overview.retention.marks.iter().chain(&retention.rate.marks) {
            list(&mark.list);
        }
        for mark in revenue.mrr.marks.iter().chain(&churn.customers.marks).chain(&churn.mrr.marks) {
            let shown = mark.lines[0].text.as_str();
            let behind = list(&mark.list);
            let total = behind.table.total.unwrap();
            let comes_to =
                [total.cells.last().unwrap().text.as_str(), &behind.table.count.to_string()];
            assert!(comes_to.contains(&shown), "{}: {shown} but {comes_to:?}", mark.title);
        }
    }
}

/// What rates did is in the sum, in the chart's table and on the page of who pays in crowns.
#[test]
fn an_exchange_effect_is_shown_where_there_is_one() {
    let [(_one, plain), (_other, changing)] = books();
    let voice = Voice::default();
    let parts = |book: &Book| {
        let view = views::revenue(book, &Query::default(), None, &voice).unwrap();
        let columns = view.movements.table.columns.into_iter().map(|column| column.label);
        (view.sum.parts.into_iter().map(|part| part.key).collect::<Vec<_>>(), columns.collect())
    };
    let (keys, columns): (_, Vec<String>) = parts(&plain);
    assert!(!keys.contains(&"fx".to_owned()) && !columns.contains(&"Exchange effect".to_owned()));
    let (keys, columns) = parts(&changing);
    assert!(keys.contains(&"fx".to_owned()) && columns.contains(&"Exchange effect".to_owned()));
    let told = views::explain(&changing, &Query::default(), "fx", "2026-10", &voice).unwrap();
    assert!(told.inputs[0].value != 0 && told.rules.len() > 2);
    let page = PageRequest { limit: 1, ..PageRequest::default() };
    let list =
        views::list(&changing, &Query::default(), "moved:2026-10:fx", &page, &voice).unwrap();
    assert_eq!(list.sum, told.inputs[0].value);
    for id in &changing.ledger.customers.id {
        views::customer(&changing, *id, &voice).unwrap();
    }
}

#[test]
fn a_segment_of_nobody_is_said() {
    let (_dir, book) = sample_book();
    let voice = Voice::default();
    let said = |plan: &str| {
        let query = Query { plans: vec![plan.to_owned()], ..Query::default() };
        let notices = views::overview(&book, &query, &voice).unwrap().notices;
        notices.iter().any(|notice| notice.code == "nobody" && notice.text.contains(plan))
    };
    assert!(said("Nobody pays this"));
    assert!(!said("Team"));
}

/// A file with currencies that have no rate: the views say so and show the rest.
#[test]
fn every_view_answers_after_an_import_in_several_currencies() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("mine.holdfast");
    let founding = Founding {
        name: "Mine".to_owned(),
        currency: Currency::EUR,
        time_zone: "Europe/Amsterdam".parse().unwrap(),
    };
    let today = Day::parse("2026-11-20").unwrap();
    let workspace = Workspace::create(&path, &founding, today).unwrap();
    let file = repository("tests/fixtures/stripe/subscriptions_all.csv");
    let options = Options { now: 1_795_000_000, ..Options::default() };
    let voice = Voice::default();
    let (request, cancel) = (MappingRequest::default(), Cancel::default());
    let input = Input::file(&file).unwrap();
    run(workspace.store(), &input, &request, &options, &voice, &cancel, &mut |_| ()).unwrap();
    workspace.reload(today).unwrap();
    let book = workspace.book(today);
    let query = Query::default();
    for region in Region::ALL {
        let voice = Voice::new(Language::Sv, region);
        let view = views::overview(&book, &query, &voice).unwrap();
        assert!(view.notices.iter().any(|notice| notice.code == "no_rate"), "{:?}", view.notices);
        views::revenue(&book, &query, None, &voice).unwrap();
        views::churn(&book, &query, None, &voice).unwrap();
        for id in &book.ledger.customers.id {
            views::customer(&book, *id, &voice).unwrap();
        }
    }
}

/// Every number of the survey pages that is a link opens a list of exactly that many.
#[test]
fn the_list_behind_every_number_of_a_survey_has_that_count() {
    let (_dir, book) = sample_book();
    let voice = Voice::default();
    let queries = [Query::default(), Query { plans: vec!["Team".to_owned()], ..Query::default() }];
    for (query, view) in queries.iter().flat_map(|query| View::ALL.map(|view| (query, view))) {
        let page = PageRequest { limit: 1, ..PageRequest::default() };
        let list = |name: &str| views::list(&book, query, name, &page, &voice).unwrap();
        let holds = |name: &str, text: &str| {
            let count = i64::try_from(list(name).table.count).unwrap();
            assert_eq!(voice.count(count), text, "{name}");
        };
        let ask = SurveyQuery { wave: Some("2026-Q3".to_owned()), view, ..SurveyQuery::default() };
        let shown = surveys::surveys(&book, query, &ask, &voice).unwrap();
        for part in &shown.classes {
            holds(part.list.as_deref().unwrap(), &part.text);
        }
        let distribution = shown.distribution.unwrap();
        assert_eq!(distribution.marks.len(), 11);
        for mark in &distribution.marks {
            holds(mark.list.as_deref().unwrap(), &mark.lines[0].text);
        }
        assert!(shown.groups.len() >= 2);
        for row in shown.groups.iter().flat_map(|card| &card.rows) {
            holds(&row.list, &row.answers);
        }
        for row in &shown.paying.unwrap().rows {
            let list = list(row.cells[1].list.as_deref().unwrap());
            assert_eq!(voice.count(i64::try_from(list.table.count).unwrap()), row.cells[1].text);
        }
        let index = SurveyQuery { survey: Some("Loyalty index".to_owned()), wave: None, view };
        let index = surveys::surveys(&book, query, &index, &voice).unwrap();
        for row in &index.items.unwrap().rows {
            holds(row.cells[2].list.as_deref().unwrap(), &row.cells[2].text);
        }
        let follow = surveys::following_up(&book, query, &ask, None, &voice).unwrap();
        for theme in &follow.themes {
            holds(&theme.list, &theme.count);
        }
        for feature in &follow.features {
            assert!(list(&feature.list).table.count > 0, "{}", feature.name);
        }
        holds(&follow.asking.due_list, &follow.asking.due);
        holds(&follow.asking.too_often_list, &follow.asking.too_often);
        holds("follow:detractors", &follow.ask.follow);
    }
}
