//! Records by hand in a real workspace: typed, read, figured, taken back.

use super::*;
use crate::import::{Input, MappingRequest, Options, run};
use crate::model::{Currency, Day};
use crate::store::redemption::{self, Redemption};
use crate::store::{Act, Founding, Transaction, survey, trace, wave};
use crate::survey::Survey;
use crate::task::Cancel;
use crate::views::{RecordsRequest, records};
use crate::voice::{Language, Region};
use crate::workspace::Workspace;

const TODAY: &str = "2026-03-31";

struct World {
    workspace: Workspace,
    voice: Voice,
    _dir: tempfile::TempDir,
}

fn today() -> Day {
    Day::parse(TODAY).unwrap()
}

impl World {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let founding = Founding {
            name: "Test".to_owned(),
            currency: Currency::EUR,
            time_zone: chrono_tz::Europe::Amsterdam,
        };
        let path = dir.path().join("t.holdfast");
        let workspace = Workspace::create(&path, &founding, today()).unwrap();
        Self { workspace, voice: Voice::new(Language::En, Region::Gb), _dir: dir }
    }

    fn save(&self, record: RecordRef, typed: &[(&str, &str)]) -> RecordSaved {
        let values = typed.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        let draft = RecordDraft { record, values: values.collect() };
        self.workspace.save_record(&draft, 1_774_000_000, today(), &self.voice).unwrap()
    }

    /// Adds a record that must be right; the customer it is about.
    fn add(&self, kind: Kind, customer: Option<i64>, typed: &[(&str, &str)]) -> RecordSaved {
        let saved = self.save(RecordRef { kind, id: None, customer }, typed);
        assert_eq!(saved.wrong, []);
        assert!(saved.change.is_some());
        saved
    }

    fn customer(&self, name: &str, email: &str) -> i64 {
        let typed = [("name", name), ("email", email)];
        self.add(Kind::Customers, None, &typed).customer.unwrap()
    }

    fn delete(&self, kind: Kind, id: i64) -> RecordSaved {
        let record = RecordRef { kind, id: Some(id), customer: None };
        self.workspace.delete_record(record, 1_774_000_000, today(), &self.voice).unwrap()
    }

    fn form(&self, kind: Kind, id: i64) -> RecordForm {
        let record = RecordRef { kind, id: Some(id), customer: None };
        self.workspace.record_form(record, today(), &self.voice).unwrap()
    }

    fn ids(&self, kind: Kind) -> Vec<i64> {
        let conn = self.workspace.store().reader().unwrap();
        let sql = format!("SELECT id FROM {} ORDER BY id", table_of(kind));
        let mut statement = conn.prepare(&sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    }

    fn row(&self, kind: Kind, id: i64) -> trace::Values {
        let conn = self.workspace.store().reader().unwrap();
        trace::row(&conn, table_of(kind), id).unwrap().unwrap()
    }

    /// Everything of every kind, as it stands.
    fn everything(&self) -> Vec<String> {
        let rows = |kind: Kind| self.ids(kind).into_iter().map(move |id| (kind, id));
        let all = super::kinds().flat_map(rows);
        all.map(|(kind, id)| format!("{kind:?} {id} {:?}", self.row(kind, id))).collect()
    }

    fn mrr(&self) -> i64 {
        let book = self.workspace.book(today());
        let customers = 0..u32::try_from(book.ledger.len()).unwrap();
        let mrr = |customer| {
            let state = book.ledger.state_on(customer, book.as_of);
            state.map_or(0, |state| book.ledger.states.mrr[state])
        };
        customers.map(mrr).sum()
    }

    /// Invited to a survey, with points redeemed.
    fn surveyed_and_rewarded(&self, customer: i64) {
        let act = Act { kind: "edit", label: "test", at: 1_774_000_000 };
        let write = |tx: &Transaction<'_>, _| {
            let survey = survey::add(tx, &Survey::implied("NPS", true, false))?;
            let (name, first, last) = ("Spring".to_owned(), today(), today());
            let wave = wave::add(tx, &wave::Wave { id: 0, survey, name, first, last })?;
            wave::invite(tx, wave, today(), &[customer])?;
            let what = Some("A mug".to_owned());
            let (account, day) = (customer, today());
            redemption::add(tx, &Redemption { account, day, reward: None, what, points: 5 })
        };
        self.workspace.write(&act, today(), write).unwrap();
    }

    fn undo(&self) {
        self.workspace.undo(None, today()).unwrap().unwrap();
    }

    fn redo(&self) {
        self.workspace.redo(None, today()).unwrap().unwrap();
    }

    /// Imports a file of this source: new, changed, unchanged, skipped.
    fn import(&self, source: &str, kind: Kind, csv: &str) -> [i64; 4] {
        let input = Input::bytes("t.csv", csv.as_bytes()).unwrap();
        let request = MappingRequest {
            kind: Some(kind),
            source: Some(source.to_owned()),
            ..MappingRequest::default()
        };
        let options = Options { now: 1_774_000_000, ..Options::default() };
        let store = self.workspace.store();
        let done =
            run(store, &input, &request, &options, &self.voice, &Cancel::default(), &mut |_| {});
        self.workspace.reload(today()).unwrap();
        let done = done.unwrap();
        [done.new, done.changed, done.unchanged, done.skipped]
    }
}

/// One record of every kind with every field filled.
const FULL: &[(Kind, &[(&str, &str)])] = &[
    (
        Kind::Subscriptions,
        &[
            ("plan", "Team"),
            ("amount", "29.00"),
            ("currency", "USD"),
            ("interval", "3 month"),
            ("quantity", "4"),
            ("start", "2025-01-31"),
            ("status", "canceled"),
            ("ended", "2026-02-03"),
            ("cancel_reason", "Too dear, \"really\""),
            ("discount_percent", "12.5"),
            ("trial_start", "2025-01-01"),
            ("trial_end", "2025-01-31"),
            ("period_start", "2025-12-31"),
            ("period_end", "2026-01-31"),
            ("at_period_end", "true"),
            ("cancel_requested", "2026-01-09"),
            ("past_due_since", "2025-05-04"),
            ("paused_on", "2025-06-05"),
            ("id", "S-1"),
        ],
    ),
    (
        Kind::PlanChanges,
        &[("date", "2025-08-01"), ("plan", "Team"), ("mrr", "88.00"), ("quantity", "2")],
    ),
    (
        Kind::Invoices,
        &[
            ("id", "R-1"),
            ("subscription", "S-1"),
            ("date", "2025-03-01"),
            ("period_start", "2025-03-01"),
            ("period_end", "2025-04-01"),
            ("plan", "Team"),
            ("amount", "121.00"),
            ("currency", "JPY"),
            ("tax", "21"),
            ("discount", "5"),
            ("status", "uncollectible"),
            ("quantity", "3"),
        ],
    ),
    (
        Kind::Payments,
        &[
            ("date", "2025-03-02"),
            ("amount", "12.345"),
            ("currency", "KWD"),
            ("status", "refunded"),
            ("refunded", "2.500"),
            ("failure", "card declined"),
            ("card_expires", "11/2027"),
        ],
    ),
    (Kind::Events, &[("date", "2025-03-03"), ("kind", "export"), ("detail", "all rows")]),
    (
        Kind::Members,
        &[
            ("joined", "2025-02-01"),
            ("left_on", "2026-02-01"),
            ("opening", "120"),
            ("opening_on", "2025-02-02"),
        ],
    ),
    (
        Kind::Tickets,
        &[
            ("opened", "2025-04-01"),
            ("closed", "2025-04-09"),
            ("kind", "complaint"),
            ("priority", "high"),
            ("subject", "End of the month is wrong"),
        ],
    ),
    (Kind::Cancellations, &[("date", "2026-02-03"), ("reason", "Price"), ("comment", "a\nb")]),
    (
        Kind::Answers,
        &[
            ("survey", "NPS"),
            ("wave", "2026-Q1"),
            ("date", "2026-01-07"),
            ("score", "0"),
            ("quality", "3"),
            ("service", "10"),
            ("experience", "1"),
            ("comment", "Total"),
        ],
    ),
    (Kind::Purchases, &[("date", "2026-01-08"), ("amount", "-19.95"), ("visits", "2")]),
];

#[test]
fn what_a_form_shows_is_read_back_as_the_same_record_in_every_format() {
    let mut world = World::new();
    let zoe = world.customer("Zoë de Wit", "zoe@example.com");
    let bob = world.customer("'t Hoekje", "");
    for (kind, typed) in FULL {
        world.add(*kind, Some(zoe), typed);
    }
    world.add(
        Kind::Referrals,
        Some(zoe),
        &[("referred", &bob.to_string()), ("date", "2026-01-09")],
    );
    world.add(Kind::Plans, None, &[("name", "Solo"), ("amount", "9"), ("interval", "1 year")]);
    world.add(Kind::Costs, None, &[("period", "2026-01"), ("amount", "900")]);
    let before = world.everything();
    assert!(super::kinds().all(|kind| !world.ids(kind).is_empty()), "{before:#?}");
    for language in Language::ALL {
        for region in Region::ALL {
            world.voice = Voice::new(language, region);
            for kind in super::kinds() {
                for id in world.ids(kind) {
                    let fields = world.form(kind, id).fields;
                    let typed: Vec<(&str, &str)> =
                        fields.iter().map(|one| (one.name.as_str(), one.value.as_str())).collect();
                    let saved =
                        world.save(RecordRef { kind, id: Some(id), customer: None }, &typed);
                    assert_eq!(saved.wrong, [], "{kind:?} {:?}", world.voice);
                    assert_eq!(saved.change, None, "{kind:?} {typed:?} {:?}", world.voice);
                }
            }
        }
    }
    assert_eq!(world.everything(), before);
}

#[test]
fn what_is_typed_is_in_the_figures_at_once_and_goes_with_one_step_back() {
    let world = World::new();
    let zoe = world.customer("Zoë", "");
    let typed = [("plan", "Team"), ("amount", "€ 29,00"), ("start", "31-12-2025")];
    world.add(Kind::Subscriptions, Some(zoe), &typed);
    assert_eq!(world.mrr(), 2_900);
    let id = world.ids(Kind::Subscriptions)[0];
    let record = RecordRef { kind: Kind::Subscriptions, id: Some(id), customer: None };
    world.save(record, &[("quantity", "2")]);
    assert_eq!(world.mrr(), 5_800);
    // Ends on a day: what it is from then on follows from the day.
    let ends = [("ended", "1 Mar 2026"), ("cancel_reason", "Price"), ("status", "")];
    assert_eq!(world.save(record, &ends).wrong, []);
    assert_eq!(world.mrr(), 0);
    assert_eq!(world.row(Kind::Subscriptions, id)["status"], "canceled");
    world.undo();
    assert_eq!(world.mrr(), 5_800);
    world.redo();
    assert_eq!(world.mrr(), 0);
    world.undo();
    world.delete(Kind::Subscriptions, id);
    assert_eq!((world.mrr(), world.ids(Kind::Subscriptions)), (0, vec![]));
    world.undo();
    assert_eq!(world.mrr(), 5_800);
}

#[test]
fn everything_that_is_wrong_is_said_at_once_and_nothing_is_written() {
    let world = World::new();
    let zoe = world.customer("Zoë", "");
    let before = world.everything();
    let record = |kind| RecordRef { kind, id: None, customer: Some(zoe) };
    let typed = [
        ("amount", "7O,00"),
        ("start", "31/31/2025"),
        ("quantity", "-1"),
        ("discount_percent", "101"),
        ("currency", "EURO"),
    ];
    let saved = world.save(record(Kind::Subscriptions), &typed);
    let names: Vec<&str> = saved.wrong.iter().map(|one| one.name.as_str()).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, ["amount", "currency", "discount_percent", "quantity", "start"]);
    let date = saved.wrong.iter().find(|one| one.name == "start").unwrap();
    assert_eq!(
        date.message,
        "“31/31/2025” is not a date (Start date). Expected a day such as 2026-03-31."
    );
    let wrong = |kind, typed: &[(&str, &str)]| {
        let saved = world.save(record(kind), typed);
        assert_eq!(saved.change, None);
        saved
            .wrong
            .into_iter()
            .map(|one| format!("{}: {}", one.name, one.message))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        wrong(Kind::Subscriptions, &[("amount", "9"), ("status", "canceled")]),
        ["ended: It is over, but no day says since when. Type the first day without it."]
    );
    assert_eq!(
        wrong(Kind::Subscriptions, &[("amount", "")]),
        [
            "amount: The amount is empty, and the plan has no price. Type an amount, or give the plan a price first."
        ]
    );
    assert_eq!(
        wrong(Kind::Answers, &[("score", "11")]),
        ["score: “11” is not on this scale (Likely to recommend, 0 to 10)."]
    );
    assert_eq!(
        wrong(Kind::Cancellations, &[]),
        ["reason: Nothing is said yet. Fill in one of these: Reason for leaving, Comment."]
    );
    assert_eq!(
        wrong(Kind::Payments, &[("amount", "9"), ("card_expires", "13/26")]),
        ["card_expires: “13/26” is not a date (Card expires). Expected a day such as 2026-03-31."]
    );
    let nameless = RecordRef { kind: Kind::Customers, id: None, customer: None };
    assert_eq!(world.save(nameless, &[("country", "NL")]).wrong[0].name, "name");
    assert_eq!(world.everything(), before);
    // A name of many words and nothing else is no remark below a table.
    world.add(Kind::Customers, None, &[("name", "Exported on a Sunday in May"), ("created", "")]);
    world.add(Kind::Customers, None, &[("name", "Total"), ("created", "")]);
}

#[test]
fn a_file_that_brings_what_was_typed_finds_it_and_adds_nothing() {
    let world = World::new();
    world.import("crm", Kind::Customers, "id,name\nc1,Zoe\nc2,Bob\n");
    let zoe = world.ids(Kind::Customers)[0];
    let sub = [("id", "S-1"), ("amount", "9"), ("start", "2025-01-01")];
    world.add(Kind::Subscriptions, Some(zoe), &sub);
    world.add(Kind::Invoices, Some(zoe), &[("id", "R-1"), ("date", "2025-03-01"), ("amount", "9")]);
    let event = [("date", "2025-03-03"), ("kind", "login")];
    world.add(Kind::Events, Some(zoe), &event);
    world.add(Kind::Events, Some(zoe), &event);
    let typed = [("date", "2025-05-01"), ("mrr", "9"), ("currency", "EUR")];
    world.add(Kind::PlanChanges, Some(zoe), &typed);
    let subscriptions = "id,customer,amount,start\nS-1,c1,9,2025-01-01\nS-2,c2,9,2025-01-01\n";
    assert_eq!(world.import("crm", Kind::Subscriptions, subscriptions), [1, 0, 1, 0]);
    let invoices = "Invoice number,Customer,Date,Total\nR-1,c1,2025-03-01,9\nR-2,c1,2025-04-01,9\n";
    assert_eq!(world.import("crm", Kind::Invoices, invoices), [1, 0, 1, 0]);
    let events = "Customer,Date,Event\nc1,2025-03-03,login\nc1,2025-03-03,login\n";
    assert_eq!(world.import("crm", Kind::Events, events), [0, 0, 2, 0]);
    let changes = "customer,date,status,mrr,currency\nc1,2025-05-01,active,9,EUR\n";
    assert_eq!(world.import("crm", Kind::PlanChanges, changes), [0, 0, 1, 0]);
    // The same key twice by hand is a mistake; so is a key that a file brought.
    let record = RecordRef { kind: Kind::Invoices, id: None, customer: Some(zoe) };
    let saved = world.save(record, &[("id", "R-2"), ("amount", "1")]);
    assert_eq!(saved.wrong[0].name, "id");
    let record = RecordRef { kind: Kind::Subscriptions, id: None, customer: Some(zoe) };
    assert_eq!(world.save(record, &sub).wrong[0].name, "id");
}

#[test]
fn a_customer_whose_address_another_source_knows_is_that_one() {
    let world = World::new();
    world.import("crm", Kind::Customers, "id,name,email\nc1,Zoe,zoe@example.com\n");
    let zoe = world.ids(Kind::Customers)[0];
    let typed = [("name", "Zoë de Wit"), ("email", "Zoe@example.com")];
    let saved = world.add(Kind::Customers, None, &typed);
    assert_eq!(saved.customer, Some(zoe));
    assert!(saved.said.contains("one customer"), "{}", saved.said);
    world.undo();
    assert_eq!(world.ids(Kind::Customers), [zoe]);
}

#[test]
fn a_referral_is_added_from_nowhere_and_asks_who_referred() {
    let world = World::new();
    // One known from a file, one typed in: their keys are of two sources.
    world.import("crm", Kind::Customers, "id,name\nc1,Zoe\n");
    let zoe = world.ids(Kind::Customers)[0];
    let bob = world.customer("Bob", "");
    let record = RecordRef { kind: Kind::Referrals, id: None, customer: None };
    let form = world.workspace.record_form(record, today(), &world.voice).unwrap();
    let fields: Vec<&str> = form.fields.iter().map(|field| field.name.as_str()).collect();
    assert!(fields.starts_with(&["referrer", "referred"]), "{fields:?}");
    let typed = [("referrer", zoe.to_string()), ("referred", bob.to_string())];
    let typed = typed.each_ref().map(|(name, value)| (*name, value.as_str()));
    world.add(Kind::Referrals, None, &typed);
    let brought = world.workspace.book(today()).referrals().unwrap().all.clone();
    let ledger = &world.workspace.book(today()).ledger;
    let who = brought.first().map(|one| (one.referrer, one.referred));
    assert_eq!(who, ledger.find(zoe).zip(ledger.find(bob)));
    // Not by oneself.
    let own = zoe.to_string();
    let saved = world.save(record, &[("referrer", &own), ("referred", &own)]);
    assert_eq!((saved.wrong[0].name.as_str(), saved.change), ("referred", None));
    // Nobody named, nothing written.
    let values = [("referred".to_owned(), bob.to_string())].into();
    let draft = RecordDraft { record, values };
    let saved = world.workspace.save_record(&draft, 0, today(), &world.voice).unwrap();
    assert_eq!(saved.wrong.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["referrer"]);
}

#[test]
fn a_customer_goes_with_everything_he_has_and_all_of_it_comes_back() {
    let world = World::new();
    let zoe = world.customer("Zoë", "");
    let bob = world.customer("Bob", "");
    for (kind, typed) in FULL {
        world.add(*kind, Some(zoe), typed);
    }
    world.add(Kind::Referrals, Some(bob), &[("referred", &zoe.to_string())]);
    world.add(Kind::Events, Some(bob), &[]);
    world.surveyed_and_rewarded(zoe);
    let before = world.everything();
    world.delete(Kind::Customers, zoe);
    let conn = world.workspace.store().reader().unwrap();
    assert_eq!(redemption::all(&conn).unwrap(), []);
    assert_eq!(crate::store::check(&conn).unwrap(), []);
    let left: Vec<Kind> = super::kinds().filter(|kind| !world.ids(*kind).is_empty()).collect();
    assert_eq!(left, [Kind::Customers, Kind::Plans, Kind::Events]);
    world.undo();
    assert_eq!(world.everything(), before);
    assert_eq!(redemption::all(&conn).unwrap().len(), 1);
}

#[test]
fn a_subscription_goes_with_its_change_log_and_a_plan_only_when_nobody_has_it() {
    let world = World::new();
    let zoe = world.customer("Zoë", "");
    world.add(Kind::Subscriptions, Some(zoe), &[("plan", "Team"), ("amount", "9")]);
    let changed = [("date", "2026-03-01"), ("plan", "Team"), ("amount", "10")];
    world.add(Kind::PlanChanges, Some(zoe), &changed);
    let plan = world.ids(Kind::Plans)[0];
    let record = RecordRef { kind: Kind::Plans, id: Some(plan), customer: None };
    let refused = world.workspace.delete_record(record, 0, today(), &world.voice).unwrap_err();
    assert!(refused.message(&world.voice).starts_with("2 records have this plan"));
    world.delete(Kind::Subscriptions, world.ids(Kind::Subscriptions)[0]);
    assert!(world.ids(Kind::PlanChanges).is_empty());
    assert_eq!(world.mrr(), 0);
    world.delete(Kind::Plans, plan);
    assert!(world.ids(Kind::Plans).is_empty());
}

#[test]
fn an_interval_left_to_the_price_list_stays_so_until_another_is_chosen() {
    let world = World::new();
    let list = "id,customer,price,plan,interval,start\nS-1,c1,120,pro,month,2025-01-01\n";
    world.import("shop", Kind::Subscriptions, list);
    let id = world.ids(Kind::Subscriptions)[0];
    let shown = || {
        let form = world.form(Kind::Subscriptions, id);
        form.fields.into_iter().find(|field| field.name == "interval").unwrap().value
    };
    let save = |typed| {
        let kind = Kind::Subscriptions;
        let saved = world.save(RecordRef { kind, id: Some(id), customer: None }, typed);
        assert_eq!(saved.wrong, []);
    };
    assert_eq!((shown().as_str(), world.mrr()), ("1 month", 12_000));
    save(&[("quantity", "2")]);
    assert_eq!((shown().as_str(), world.mrr()), ("1 month", 24_000));
    world.import("shop", Kind::Plans, "id,name,price,interval\npro,Pro,120,year\n");
    assert_eq!((shown().as_str(), world.mrr()), ("", 2_000));
    save(&[("quantity", "1")]);
    assert_eq!((shown().as_str(), world.mrr()), ("", 1_000));
    save(&[("interval", "1 month")]);
    assert_eq!((shown().as_str(), world.mrr()), ("1 month", 12_000));
    world.import("shop", Kind::Subscriptions, list);
    assert_eq!((shown().as_str(), world.mrr()), ("1 month", 12_000), "what was corrected stays");
}

#[test]
fn a_plan_called_by_its_name_is_priced_and_billed_as_the_list_says_of_that_name() {
    let world = World::new();
    world.import("shop", Kind::Plans, "id,name,price,interval\nP1,Gold,1200,year\n");
    let list = "id,customer,price,plan,start\nS-1,c1,,gold,2025-01-01\n";
    assert_eq!(world.import("shop", Kind::Subscriptions, list)[0], 1);
    assert_eq!(world.mrr(), 10_000);
    let id = world.ids(Kind::Subscriptions)[0];
    let form = world.form(Kind::Subscriptions, id);
    let shown = |name| form.fields.iter().find(|field| field.name == name).unwrap().value.clone();
    assert_eq!((shown("plan"), shown("interval")), ("gold".to_owned(), String::new()));
    let kind = Kind::Subscriptions;
    for (typed, expected) in [
        (&[("quantity", "2")][..], 20_000),
        (&[("plan", "Gold"), ("quantity", "1")], 10_000),
        (&[("plan", "P1")], 10_000),
        (&[("plan", "GOLD")], 10_000),
    ] {
        let saved = world.save(RecordRef { kind, id: Some(id), customer: None }, typed);
        assert_eq!((saved.wrong, world.mrr()), (Vec::new(), expected), "{typed:?}");
    }
}

#[test]
fn a_correction_outlives_the_file_it_corrects_until_the_file_says_something_new() {
    let world = World::new();
    let people = "id,name,segment\nc1,Zoe,small\n";
    let subscriptions = "id,customer,amount,start,status\nS-1,c1,9,2025-01-01,active\n";
    let keyed = "Invoice number,Customer,Date,Total\nR-1,c1,2025-03-01,9\n";
    let keyless = "Customer,Date,Event\nc1,2025-03-03,login\nc1,2025-03-03,login\n";
    let log = "Customer,Subscription,Date,Status,Amount\nc1,S-9,2025-03-05,active,7\n";
    let files = [
        (Kind::Customers, people, [("name", "Zoë"), ("attribute.segment", "large")]),
        (Kind::Subscriptions, subscriptions, [("amount", "12"), ("start", "2025-02-01")]),
        (Kind::Invoices, keyed, [("amount", "10"), ("date", "2025-03-02")]),
        (Kind::Events, keyless, [("kind", "export"), ("date", "2025-03-04")]),
        (Kind::PlanChanges, log, [("amount", "8"), ("date", "2025-03-06")]),
    ];
    for (kind, csv, _) in files {
        world.import("crm", kind, csv);
    }
    for (kind, _, typed) in files {
        let id = world.ids(kind)[0];
        let saved = world.save(RecordRef { kind, id: Some(id), customer: None }, &typed);
        assert!(saved.change.is_some() && saved.wrong.is_empty(), "{saved:?}");
    }
    let corrected = world.everything();
    for (kind, csv, _) in files {
        let rows = i64::try_from(csv.lines().count()).unwrap() - 1;
        assert_eq!(world.import("crm", kind, csv), [0, 0, rows, 0], "{kind:?}");
    }
    assert_eq!(world.everything(), corrected);
    // The price is new; the start is what it was, so the correction of it stays.
    world.import("crm", Kind::Subscriptions, &subscriptions.replace(",9,", ",19,"));
    let row = world.row(Kind::Subscriptions, world.ids(Kind::Subscriptions)[0]);
    let start = Day::parse("2025-02-01").unwrap().0;
    assert_eq!((&row["amount"], &row["start"]), (&1_900.into(), &start.into()));
}

#[test]
fn the_records_of_a_customer_are_those_after_every_act() {
    let world = World::new();
    let zoe = world.customer("Zoë", "");
    let bob = world.customer("Bob", "");
    let shown = |customer, kind| {
        let request = RecordsRequest { customer: Some(customer), kind: Some(kind), limit: 2 };
        let view = records(&world.workspace.book(today()), &request, &world.voice).unwrap();
        let count = |kind| view.kinds.iter().find(|tab| tab.kind == kind).unwrap().count.clone();
        let rows = view.table.rows.iter().map(|row| row.cells[0].text.clone()).collect::<Vec<_>>();
        (rows, count(Kind::Events), count(Kind::Tickets), view.more)
    };
    let days = |all: &[&str]| all.iter().map(|day| (*day).to_owned()).collect::<Vec<_>>();
    assert_eq!(shown(zoe, Kind::Events), (vec![], String::new(), String::new(), None));
    for day in ["2026-03-02", "2026-03-30", "2025-12-31"] {
        world.add(Kind::Events, Some(zoe), &[("date", day)]);
    }
    world.add(Kind::Tickets, Some(zoe), &[]);
    world.add(Kind::Events, Some(bob), &[("date", "2026-01-01")]);
    let newest = days(&["30 Mar 2026", "2 Mar 2026"]);
    let more = Some("Show all 3".to_owned());
    assert_eq!(shown(zoe, Kind::Events), (newest, "3".into(), "1".into(), more));
    world.delete(Kind::Events, world.ids(Kind::Events)[1]);
    let rest = days(&["2 Mar 2026", "31 Dec 2025"]);
    assert_eq!(shown(zoe, Kind::Events), (rest, "2".into(), "1".into(), None));
    world.undo();
    assert_eq!(shown(zoe, Kind::Events).1, "3");
    world.delete(Kind::Customers, zoe);
    world.undo();
    assert_eq!(shown(zoe, Kind::Events).1, "3");
    assert_eq!(shown(bob, Kind::Events).1, "1");
}

/// A file of each sort with two rows, the second of which somebody deletes.
const BROUGHT: [(Kind, &str); 7] = [
    (Kind::Customers, "id,name,segment\nc1,Zoe,small\nc2,Bob,small\n"),
    (
        Kind::Subscriptions,
        "id,customer,plan,amount,start,status\nS-1,c1,Solo,9,2025-01-01,active\n\
         S-2,c2,Team,7,2025-01-01,active\n",
    ),
    (
        Kind::Invoices,
        "Invoice number,Customer,Date,Total\nR-1,c1,2025-03-01,9\nR-2,c2,2025-03-01,9\n",
    ),
    (Kind::Events, "Customer,Date,Event\nc1,2025-03-03,login\nc1,2025-03-03,login\n"),
    (
        Kind::PlanChanges,
        "Customer,Subscription,Date,Status,Amount\nc1,S-9,2025-03-05,active,7\n\
         c2,S-9,2025-03-05,active,7\n",
    ),
    (Kind::Costs, "period,amount,currency\n2025-01,900,EUR\n2025-02,900,EUR\n"),
    (Kind::Plans, "id,name,amount,interval\np1,Basic,9,month\np2,Large,19,month\n"),
];

#[test]
fn a_row_deleted_by_hand_stays_deleted_when_its_file_comes_again() {
    for (kind, csv) in BROUGHT {
        let world = World::new();
        world.import("crm", kind, csv);
        let before = world.everything();
        let ids = world.ids(kind);
        if kind != Kind::Customers && kind != Kind::PlanChanges {
            // As it was brought, whatever was made of it by hand since.
            let record = RecordRef { kind, id: Some(ids[1]), customer: None };
            let typed = [("amount", "1"), ("date", "2025-03-09"), ("start", "2025-02-01")];
            assert!(world.save(record, &typed).change.is_some());
        }
        world.delete(kind, ids[1]);
        let gone = world.everything();
        assert_eq!(world.import("crm", kind, csv), [0, 0, 1, 1], "{kind:?}");
        // In another order of rows, too.
        let mut lines: Vec<&str> = csv.lines().collect();
        lines[1..].reverse();
        assert_eq!(world.import("crm", kind, &lines.join("\n")), [0, 0, 1, 1], "{kind:?}");
        assert_eq!(world.everything(), gone, "{kind:?}");
        // Both imports, the deletion and the correction are taken back one by one.
        let changes = if kind != Kind::Customers && kind != Kind::PlanChanges { 4 } else { 3 };
        (0..changes).for_each(|_| world.undo());
        assert_eq!(world.everything(), before, "{kind:?}");
        assert_eq!(world.import("crm", kind, csv), [0, 0, 2, 0], "{kind:?}");
    }
}

#[test]
fn what_was_deleted_comes_back_where_its_file_says_something_new() {
    for (kind, csv) in BROUGHT {
        let world = World::new();
        world.import("crm", kind, csv);
        world.delete(kind, world.ids(kind)[1]);
        let newer = match kind {
            Kind::Customers => csv.replace("Bob,small", "Bob,large"),
            Kind::Costs => csv.replace("2025-02,900", "2025-02,800"),
            Kind::Plans => csv.replace("Large,19", "Large,18"),
            // Without a key a row that says something else is another row.
            Kind::Events => csv.replacen("login", "export", 1),
            _ => {
                csv.replace("c2,Team,7", "c2,Team,8").replace("c2,2025-03-01,9", "c2,2025-03-01,8")
            }
        };
        let taken = world.import("crm", kind, &newer);
        match kind {
            Kind::PlanChanges => assert_eq!(taken, [0, 0, 1, 1]),
            _ => assert_eq!(taken, [1, 0, 1, 0], "{kind:?}"),
        }
        let conn = world.workspace.store().reader().unwrap();
        let last = crate::store::change::all(&conn).unwrap()[0].id;
        let problems = crate::import::import_problems(&conn, last, &world.voice).unwrap();
        let codes = problems.map(|kept| kept.causes.into_iter().map(|one| one.code).collect());
        let expected = match kind {
            Kind::Events => None,
            Kind::PlanChanges => Some(vec!["still_deleted".to_owned()]),
            _ => Some(vec!["back_again".to_owned()]),
        };
        assert_eq!(codes, expected, "{kind:?}");
    }
}

#[test]
fn a_deleted_customer_stays_away_with_all_he_had_whichever_file_comes_again() {
    let world = World::new();
    for (kind, csv) in BROUGHT {
        world.import("crm", kind, csv);
    }
    let before = world.everything();
    let bob = world.ids(Kind::Customers)[1];
    world.delete(Kind::Customers, bob);
    let gone = world.everything();
    for (kind, csv) in BROUGHT.iter().rev() {
        let expected = match kind {
            Kind::Events | Kind::Costs | Kind::Plans => [0, 0, 2, 0],
            _ => [0, 0, 1, 1],
        };
        assert_eq!(world.import("crm", *kind, csv), expected, "{kind:?}");
    }
    assert_eq!(world.everything(), gone);
    for _ in BROUGHT {
        world.undo();
    }
    world.undo();
    assert_eq!(world.everything(), before);
    world.redo();
    assert_eq!(world.everything(), gone);
    // A file that knows something new of him opens him again, with that alone.
    let newer = "Invoice number,Customer,Date,Total\nR-2,c2,2025-03-01,9\nR-3,c2,2025-04-01,9\n";
    assert_eq!(world.import("crm", Kind::Invoices, newer), [1, 0, 0, 1]);
    assert_eq!(world.import("crm", Kind::Customers, BROUGHT[0].1), [0, 1, 1, 0]);
}

#[test]
fn a_rate_taken_away_by_hand_stays_away_until_its_file_says_another() {
    let world = World::new();
    let csv = "currency,date,rate\nUSD,2026-01-02,0.92\nJPY,2026-01-02,0.0061\n";
    assert_eq!(world.import("bank", Kind::Rates, csv), [2, 0, 0, 0]);
    world.workspace.remove_rate("USD", "2026-01-02", 0, today()).unwrap();
    assert_eq!(world.import("bank", Kind::Rates, csv), [0, 0, 1, 1]);
    assert_eq!(world.import("bank", Kind::Rates, &csv.replace("0.92", "0.93")), [1, 0, 1, 0]);
}

#[test]
fn a_label_is_added_by_hand_and_outlives_the_file_of_its_customer() {
    let world = World::new();
    let people = "id,name,segment\nc1,Zoe,small\nc2,Bob,small\n";
    world.import("crm", Kind::Customers, people);
    let id = world.ids(Kind::Customers)[0];
    let record = RecordRef { kind: Kind::Customers, id: Some(id), customer: None };
    let label = |name, value| world.save(record, &[("label.name", name), ("label.value", value)]);
    for (name, value, field) in [
        ("", "north", "label.name"),
        ("territory", "", "label.value"),
        ("Segment", "large", "label.name"),
        ("Country", "NL", "label.name"),
    ] {
        let saved = label(name, value);
        assert_eq!((saved.change, saved.wrong[0].name.as_str()), (None, field), "{name}");
    }
    assert_eq!(label(" territory ", "north").wrong, []);
    world.save(record, &[("attribute.segment", "large")]);
    let form = world.form(Kind::Customers, id);
    let value = |name: &str| form.fields.iter().find(|one| one.name == name).unwrap().value.clone();
    assert_eq!(value("attribute.territory"), "north");
    // The names others have are proposed, and written as they have them.
    let bob = world.form(Kind::Customers, world.ids(Kind::Customers)[1]);
    let names = bob.fields.iter().find(|one| one.name == "label.name").unwrap();
    assert!(names.choices.iter().any(|one| one.key == "territory"), "{:?}", names.choices);
    // The file says what it said, then something new of one label.
    assert_eq!(world.import("crm", Kind::Customers, people), [0, 0, 2, 0]);
    let newer = people.replace("Zoe,small", "Zoe,middle");
    assert_eq!(world.import("crm", Kind::Customers, &newer), [0, 1, 1, 0]);
    let now = world.row(Kind::Customers, id);
    assert_eq!(now["attributes"], r#"{"segment":"middle","territory":"north"}"#);
    for _ in 0..4 {
        world.undo();
    }
    assert_eq!(world.row(Kind::Customers, id)["attributes"], r#"{"segment":"small"}"#);
}
