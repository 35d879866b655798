//! What goes into a table comes out of it again.

use super::{act, add_customers, subscription, world};
use crate::model::{
    Account, Currency, Day, Interval, Money, NpsCategory, Plan, PlanChange, Status,
};
use crate::store::{
    account, answer, change, event, facts, import_row, open_reading, plan, plan_change, purchase,
    rate, referral, setting, source,
};
use crate::store::{subscription as table, write};
use crate::{Error, Result};
use std::collections::BTreeMap;

fn full_account() -> Account {
    Account {
        key: "cus_1".to_owned(),
        name: Some("Zoë de Vries".to_owned()),
        email: Some("zoe@example.com".to_owned()),
        company: Some("De Vries BV".to_owned()),
        country: Some("NL".to_owned()),
        created: Some(Day(19_000)),
        birthday: Some(Day(-3_000)),
        card_expires: Some(Day(21_000)),
        tags: Some("vip, boat".to_owned()),
        attributes: vec![
            ("channel".to_owned(), "fair \"Boot\"".to_owned()),
            ("size".to_owned(), "12".to_owned()),
        ],
    }
}

#[test]
fn an_account_keeps_its_profile() {
    let world = world();
    let given = full_account();
    let id = world
        .store
        .write(&act("add"), |tx, _| {
            let source = source::find_or_add(tx, "stripe")?;
            let mut accounts = account::Inserter::new(tx)?;
            let new = account::New { source, customer: None, account: &given };
            let id = accounts.push(&new)?;
            accounts.finish()?;
            Ok(id)
        })
        .unwrap();
    let reader = world.store.reader().unwrap();
    let found = account::by_id(&reader, id).unwrap().unwrap();
    assert_eq!(found.account, given);
    assert_eq!(found.customer, id);
    assert_eq!(account::of_customer(&reader, id).unwrap(), [found]);
    facts::accounts(&reader, facts::ALL, true, |row| {
        assert_eq!((row.id, row.customer, row.country), (id, id, Some("NL")));
        let [(_, channel), (_, size)] = row.attributes.as_slice() else { panic!() };
        assert_eq!((channel.as_ref(), size.as_ref()), ("fair \"Boot\"", "12"));
        assert!(matches!(size, std::borrow::Cow::Borrowed(_)), "plain text is not copied");
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_subscription_keeps_every_column() {
    let world = world();
    add_customers(&world.store, 1);
    let mut given = subscription(1, "sub_9");
    given.status = Status::NonRenewing;
    given.trial_start = Some(Day(1));
    given.trial_end = Some(Day(2));
    given.period_start = Some(Day(3));
    given.period_end = Some(Day(4));
    given.at_period_end = true;
    given.cancel_requested = Some(Day(5));
    given.ended = Some(Day(6));
    given.past_due_since = Some(Day(7));
    given.paused_on = Some(Day(8));
    given.cancel_reason = Some("too expensive".to_owned());
    given.terms.mrr = Some(-5);
    given.terms.discount = 1_250;
    let update = |tx: &rusqlite::Transaction<'_>, _| table::update(tx, 1, &given);
    world.store.write(&act("edit"), update).unwrap();
    let reader = world.store.reader().unwrap();
    assert_eq!(table::by_id(&reader, 1).unwrap().unwrap().subscription, given);
    assert_eq!(table::of_account(&reader, 1).unwrap().len(), 1);
    facts::subscriptions(&reader, facts::ALL, |row| {
        assert_eq!((row.terms, row.status, row.start), (given.terms, given.status, given.start));
        assert_eq!((row.trial_start, row.trial_end), (given.trial_start, given.trial_end));
        assert_eq!((row.period_start, row.period_end), (given.period_start, given.period_end));
        assert_eq!((row.cancel_requested, row.ended), (given.cancel_requested, given.ended));
        assert_eq!((row.past_due_since, row.paused_on), (given.past_due_since, given.paused_on));
        assert_eq!((row.at_period_end, row.seen_on), (true, given.seen_on));
        assert_eq!(row.cancel_reason, Some("too expensive"));
        Ok(())
    })
    .unwrap();
}

#[test]
fn bulk_inserts_write_whole_and_broken_batches() {
    for many in [0, 1, 49, 50, 51, 137] {
        let world = world();
        add_customers(&world.store, many);
        let reader = world.store.reader().unwrap();
        let mut keys = Vec::new();
        table::keys(&reader, |id, account, key| {
            keys.push((id, account, key.to_owned()));
            Ok(())
        })
        .unwrap();
        let expected: Vec<_> =
            (0..many).map(|n| (n as i64 + 1, n as i64 + 1, format!("s{n}"))).collect();
        assert_eq!(keys, expected);
    }
}

#[test]
fn two_halves_are_the_whole() {
    let world = world();
    add_customers(&world.store, 101);
    let readers = [world.store.reader().unwrap(), world.store.reader().unwrap()];
    facts::same_moment(&readers[0], &readers[1]).unwrap();
    let mut seen = Vec::new();
    for (reader, half) in readers.iter().zip(facts::subscription_halves(&readers[0]).unwrap()) {
        facts::subscriptions(reader, half, |row| {
            seen.push(row.id);
            Ok(())
        })
        .unwrap();
    }
    assert_eq!(seen, (1..=101).collect::<Vec<i64>>());
}

#[test]
fn a_plan_change_names_its_subscription_by_the_same_hash() {
    let world = world();
    add_customers(&world.store, 1);
    let terms = subscription(1, "").terms;
    let row = |subscription: &str| PlanChange {
        account: 1,
        subscription: subscription.to_owned(),
        day: Day(20_100),
        second: 61,
        status: Status::Canceled,
        terms,
    };
    let rows = [row("s0"), row("")];
    world
        .store
        .write(&act("changes"), |tx, _| {
            let mut changes = plan_change::Inserter::new(tx)?;
            for (hash, change) in rows.iter().enumerate() {
                changes.push(&plan_change::New { change, hash: hash as i64 - 1 })?;
            }
            changes.finish().map(drop)
        })
        .unwrap();
    let reader = world.store.reader().unwrap();
    let stored = plan_change::of_account(&reader, 1).unwrap();
    assert_eq!(stored.into_iter().map(|s| s.change).collect::<Vec<_>>(), rows);
    let second = plan_change::by_id(&reader, 2).unwrap().unwrap();
    assert_eq!((second.id, second.change), (2, rows[1].clone()));
    assert_eq!(plan_change::by_id(&reader, 3).unwrap(), None);
    let mut keys = Vec::new();
    facts::plan_changes(&reader, facts::ALL, |row| {
        keys.push(row.key);
        Ok(())
    })
    .unwrap();
    facts::subscriptions(&reader, facts::ALL, |row| {
        assert_eq!(keys, [Some(row.key), None]);
        Ok(())
    })
    .unwrap();
}

#[test]
fn the_small_tables_give_back_what_they_got() {
    let world = world();
    add_customers(&world.store, 2);
    let given_plan = Plan {
        key: "pro".to_owned(),
        name: Some("Pro".to_owned()),
        amount: Some(4_900),
        currency: Some(Currency::EUR),
        interval: Some(Interval::MONTH),
    };
    let yen = Currency::parse("JPY").unwrap();
    let rate = rate::Rate { currency: yen, day: Day(0), rate: "0.0061".parse().unwrap() };
    let event = event::Event { account: 1, day: Day(9), kind: "login".to_owned(), detail: None };
    let answer = answer::Answer {
        account: None,
        survey: "nps".to_owned(),
        wave: Some("2026-Q1".to_owned()),
        day: Day(10),
        score: Some(9),
        quality: None,
        service: Some(7),
        experience: None,
        comment: Some("fine".to_owned()),
        category: Some(NpsCategory::Passive),
    };
    let purchase =
        purchase::Purchase { account: 2, day: Day(11), amount: Money::new(500, yen), visits: 2 };
    let referral = referral::Referral { referrer: 1, referred: 2, day: Day(12) };
    world
        .store
        .write(&act("rows"), |tx, _| {
            plan::add(tx, 1, &given_plan)?;
            rate::set(tx, rate::Rate { rate: "2".parse().unwrap(), ..rate })?;
            rate::set(tx, rate)?;
            let mut events = event::Inserter::new(tx)?;
            events.push(&event)?;
            events.finish()?;
            let mut answers = answer::Inserter::new(tx)?;
            answers.push(&answer)?;
            answers.finish()?;
            let mut purchases = purchase::Inserter::new(tx)?;
            purchases.push(&purchase)?;
            purchases.finish()?;
            let mut referrals = referral::Inserter::new(tx)?;
            referrals.push(&referral)?;
            referrals.finish().map(drop)
        })
        .unwrap();
    let reader = world.store.reader().unwrap();
    assert_eq!(plan::all(&reader).unwrap()[0].plan, given_plan);
    assert_eq!(rate::all(&reader).unwrap(), [rate]);
    assert_eq!(event::of_account(&reader, 1).unwrap(), [event]);
    assert_eq!(answer::all(&reader).unwrap(), [(1, answer)]);
    assert_eq!(purchase::all(&reader).unwrap(), [(1, purchase)]);
    assert_eq!(referral::all(&reader).unwrap(), [(1, referral)]);
    assert_eq!(source::all(&reader).unwrap(), [(1, String::new())]);
}

#[test]
fn settings_are_founded_and_changed() {
    let world = world();
    let reader = open_reading(world.store.path()).unwrap();
    let mut settings = setting::read(&reader).unwrap();
    assert_eq!((settings.name.as_str(), settings.as_of), ("Harbour Tools", None));
    settings.as_of = Some(Day(20_777));
    settings.policy.grace_days = 14;
    settings.targets.mrr = Some(1_000_000);
    world.store.write(&act("settings"), |tx, _| setting::write(tx, &settings)).unwrap();
    assert_eq!(setting::read(&reader).unwrap(), settings);
    world.store.write(&act("nothing"), |tx, _| setting::write(tx, &settings)).unwrap();
    assert_eq!(change::all(&reader).unwrap().len(), 1, "saving the same again is no change");
}

#[test]
fn an_import_leaves_its_row_in_the_history() {
    let world = world();
    let number = world
        .store
        .write(&act("s.csv"), |tx, change| {
            import_row::insert(
                tx,
                &import_row::Import {
                    change,
                    file: "s.csv".to_owned(),
                    kind: "subscriptions".to_owned(),
                    exporter: "stripe".to_owned(),
                    rows: 12,
                    new: 0,
                    changed: 0,
                    unchanged: 11,
                    skipped: 1,
                    mapping: BTreeMap::from([("customer".to_owned(), "Customer ID".to_owned())]),
                    has_ended: false,
                },
            )?;
            Ok(change)
        })
        .unwrap();
    let reader = world.store.reader().unwrap();
    let listed = import_row::all(&reader).unwrap();
    assert_eq!((listed.len(), listed[0].import.change, listed[0].undone), (1, number, false));
    assert_eq!(listed[0].import.mapping["customer"], "Customer ID");
    assert_eq!(import_row::lists_without_ended(&reader).unwrap(), ["s.csv"]);
}

#[test]
fn a_failed_write_and_a_rehearsal_leave_nothing() {
    let world = world();
    let reader = world.store.reader().unwrap();
    let add = |tx: &rusqlite::Transaction<'_>, _| source::find_or_add(tx, "stripe");
    assert_eq!(world.store.rehearse(&act("preview"), add).unwrap(), 1);
    let fail = |tx: &rusqlite::Transaction<'_>, n| -> Result<()> {
        add(tx, n)?;
        Err(Error::Cancelled)
    };
    assert!(matches!(world.store.write(&act("failed"), fail), Err(Error::Cancelled)));
    assert_eq!(source::all(&reader).unwrap(), []);
    assert_eq!(change::all(&reader).unwrap(), []);
    assert_eq!(write::tables(&reader).unwrap().len(), 32);
}

#[test]
fn a_second_write_is_refused_at_once_and_readers_go_on() {
    let world = world();
    world
        .store
        .write(&act("outer"), |tx, _| {
            source::find_or_add(tx, "stripe")?;
            let inner = world.store.write(&act("inner"), |_, _| Ok(()));
            assert!(matches!(inner, Err(Error::WriteBusy)));
            assert_eq!(source::all(&world.store.reader()?)?, []);
            Ok(())
        })
        .unwrap();
    assert!(world.dir.path().join("harbour.holdfast").exists());
}
