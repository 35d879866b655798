use super::*;
use crate::book::Book;
use crate::metrics::{PeriodFigures, Scope, figures};
use crate::model::{Grain, Ratio, Status, Terms};
use crate::store::{
    account, answer, change, event, plan_change, purchase, rate, referral, setting, subscription,
};
use rustc_hash::FxHashMap;
use std::fmt::Write;

fn made(seed: u64, customers: u32, months: u32) -> Sample {
    generate(&Spec { seed, customers, months, ..Spec::default() })
}

/// The facts as text, so that the digest depends on what they say and on nothing else.
fn text(sample: &Sample) -> String {
    let mut out = String::new();
    let terms = |t: &Terms| {
        let interval = format!("{} {}", t.interval.count, t.interval.unit.code());
        format!(
            "{:?} {:?} {} {interval} {} {}",
            t.plan, t.amount, t.currency, t.quantity, t.discount
        )
    };
    for a in &sample.accounts {
        let (name, email) = (a.name.as_deref().unwrap(), a.email.as_deref().unwrap());
        let country = a.country.as_deref().unwrap();
        let days = (a.created, a.birthday, a.card_expires);
        writeln!(
            out,
            "{} {name} {email} {country} {days:?} {:?} {:?}",
            a.key, a.tags, a.attributes
        )
        .unwrap();
    }
    for s in &sample.subscriptions {
        let days = [s.trial_start, s.trial_end, s.period_start, s.period_end, s.cancel_requested];
        let more = [Some(s.start), s.ended, s.past_due_since, s.paused_on];
        let now = (s.status.code(), s.at_period_end, &s.cancel_reason);
        writeln!(out, "{} {} {} {days:?} {more:?} {now:?}", s.account, s.key, terms(&s.terms))
            .unwrap();
    }
    for c in &sample.changes {
        let now = (c.day, c.status.code());
        writeln!(out, "{} {} {now:?} {}", c.account, c.subscription, terms(&c.terms)).unwrap();
    }
    for e in &sample.events {
        writeln!(out, "{} {} {} {:?}", e.account, e.day.0, e.kind, e.detail).unwrap();
    }
    for a in &sample.answers {
        let said = (a.score, a.items, a.comment);
        writeln!(out, "{:?} {} {} {} {said:?}", a.account, a.survey, a.wave, a.day.0).unwrap();
    }
    for p in &sample.purchases {
        writeln!(out, "{} {} {} {} {}", p.account, p.day.0, p.amount, p.currency, p.visits)
            .unwrap();
    }
    for r in &sample.referrals {
        writeln!(out, "{} {} {}", r.referrer, r.referred, r.day.0).unwrap();
    }
    out
}

/// FNV-1a, 64 bits.
fn digest(sample: &Sample) -> u64 {
    text(sample).bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[test]
fn the_same_seed_makes_the_same_business_everywhere() {
    let sample = generate(&Spec::default());
    assert_eq!(format!("{:016x}", digest(&sample)), "e1368cdccc97e46b");
    assert_eq!(sample.last_day.to_string(), "2026-11-20");
    assert_ne!(digest(&made(5, 640, 36)), digest(&sample));
}

#[test]
fn today_is_the_last_state_of_every_history() {
    let sample = generate(&Spec::default());
    let mut last = FxHashMap::default();
    for change in &sample.changes {
        let before = last.insert((change.account, change.subscription.as_str()), change);
        assert!(before.is_none_or(|b| b.day < change.day), "{change:?}");
    }
    let logged = sample
        .subscriptions
        .iter()
        .filter_map(|s| last.get(&(s.account, s.key.as_str())).map(|change| (s, change)));
    let mut n = 0;
    for (subscription, change) in logged {
        n += 1;
        assert_eq!(subscription.status, change.status, "{}", subscription.key);
        assert_eq!(subscription.terms, change.terms, "{}", subscription.key);
        if subscription.status == Status::Canceled {
            assert_eq!(subscription.ended, Some(change.day), "{}", subscription.key);
        }
    }
    assert_eq!(n, last.len(), "a history without its subscription");
    assert!(n > 300 && n < sample.subscriptions.len());
}

#[test]
fn subscriptions_say_nothing_that_cannot_be() {
    let sample = generate(&Spec::default());
    let last = sample.last_day;
    for s in &sample.subscriptions {
        assert!(s.start <= last, "{s:?}");
        assert!(s.ended.is_none_or(|end| s.start < end), "{s:?}");
        assert!(s.cancel_requested.is_none_or(|day| s.start <= day && day <= last), "{s:?}");
        assert_eq!(s.status == Status::Canceled, s.ended.is_some_and(|end| end <= last), "{s:?}");
        assert_eq!(s.status == Status::NonRenewing, s.ended.is_some_and(|end| end > last), "{s:?}");
        assert_eq!(s.past_due_since.is_some(), s.status == Status::PastDue, "{s:?}");
        assert_eq!(s.paused_on.is_some(), s.status == Status::Paused, "{s:?}");
        if matches!(s.status, Status::Active | Status::NonRenewing) {
            let (from, to) = (s.period_start.unwrap(), s.period_end.unwrap());
            assert!(from <= last && last < to, "{s:?}");
        }
    }
    for status in [Status::Active, Status::Trialing, Status::PastDue, Status::Paused] {
        assert!(sample.subscriptions.iter().any(|s| s.status == status), "{status:?}");
    }
    assert!(sample.subscriptions.iter().any(|s| s.status == Status::NonRenewing));
}

#[test]
fn every_row_belongs_to_somebody_and_to_a_day_that_has_come() {
    let sample = generate(&Spec::default());
    let since =
        |account: i64| sample.accounts[usize::try_from(account - 1).unwrap()].created.unwrap();
    let known = |account, day| since(account) <= day && day <= sample.last_day;
    assert!(sample.changes.iter().all(|r| known(r.account, r.day)));
    assert!(sample.events.iter().all(|r| known(r.account, r.day)));
    assert!(sample.purchases.iter().all(|r| known(r.account, r.day)));
    assert!(sample.answers.iter().all(|r| r.account.is_none_or(|a| known(a, r.day))));
    let earlier = |r: &Referral| r.referrer < r.referred && since(r.referred) == r.day;
    assert!(sample.referrals.len() > 80 && sample.referrals.iter().all(earlier));
    let kinds = ["login", "feature", "export", "cancel_page"];
    assert!(kinds.iter().all(|kind| sample.events.iter().any(|e| e.kind == *kind)));
    assert!(sample.answers.iter().any(|a| a.account.is_none()));
    assert!(sample.answers.iter().any(|a| a.items.is_some()));
}

#[test]
fn small_and_large_businesses_end_with_about_the_customers_asked_for() {
    for (customers, months) in [(10, 3), (10, 36), (200, 12), (2_000, 60), (20_000, 36)] {
        let sample = made(9, customers, months);
        let paying = |s: &&crate::model::Subscription| {
            matches!(s.status, Status::Active | Status::NonRenewing | Status::PastDue)
        };
        let paying: rustc_hash::FxHashSet<i64> =
            sample.subscriptions.iter().filter(paying).map(|s| s.account).collect();
        let spread = 4 + customers as usize * 15 / 100;
        let off = paying.len().abs_diff(customers as usize);
        assert!(off <= spread, "{} of {customers} over {months} months", paying.len());
    }
}

#[test]
fn a_workspace_holds_all_of_it_and_is_seen_from_its_last_day() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("sample.holdfast");
    let store = create(&path, &Spec::default(), "Fjordlight").unwrap();
    let sample = generate(&Spec::default());
    let conn = store.reader().unwrap();
    assert_eq!(change::all(&conn).unwrap()[0].kind, "sample");
    let settings = setting::read(&conn).unwrap();
    assert_eq!((settings.as_of, settings.name.as_str()), (Some(sample.last_day), "Fjordlight"));
    assert_eq!(rate::all(&conn).unwrap().len(), 3);
    let size = |n: usize| i64::try_from(n).unwrap();
    assert_eq!(account::count(&conn).unwrap(), size(sample.accounts.len()));
    assert_eq!(subscription::count(&conn).unwrap(), size(sample.subscriptions.len()));
    assert_eq!(plan_change::count(&conn).unwrap(), size(sample.changes.len()));
    assert_eq!(event::count(&conn).unwrap(), size(sample.events.len()));
    assert_eq!(answer::all(&conn).unwrap().len(), sample.answers.len());
    assert_eq!(purchase::all(&conn).unwrap().len(), sample.purchases.len());
    assert_eq!(referral::all(&conn).unwrap().len(), sample.referrals.len());
    let stored = subscription::by_id(&conn, 1).unwrap().unwrap().subscription;
    assert_eq!(stored, sample.subscriptions[0]);
    assert_eq!(account::by_id(&conn, 7).unwrap().unwrap().account, sample.accounts[6]);
    drop((conn, store));
    let bytes = std::fs::metadata(&path).unwrap().len();
    assert!(bytes < 8_000_000, "{bytes} bytes");
    assert!(create(&path, &Spec::default(), "Fjordlight").is_err());
}

/// The months of the default sample as the metrics see them.
fn months(spec: &Spec) -> Vec<PeriodFigures> {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("sample.holdfast");
    drop(create(&path, spec, "Fjordlight").unwrap());
    let book = Book::load(&path, Day::NEVER, 1).unwrap();
    assert_eq!(book.ledger.left_out, crate::ledger::LeftOut::default());
    let scope = Scope::new(&book.ledger, book.as_of);
    figures(&scope, Grain::Month, None, None)
}

fn percent(rate: Option<Ratio>) -> f64 {
    rate.unwrap().value() * 100.0
}

#[test]
fn the_figures_are_those_of_a_healthy_business_with_one_bad_month() {
    let all = months(&Spec::default());
    let (now, finished) = all.split_last().unwrap();
    assert_eq!((now.period.to_string().as_str(), now.finished), ("2026-11", false));
    assert_eq!(all.len(), 36);
    let last = finished.last().unwrap();
    assert!((600..=680).contains(&last.customers_end), "{}", last.customers_end);
    assert!((4_000_000..=5_600_000).contains(&last.mrr_end), "{}", last.mrr_end);
    assert!((95.0..=112.0).contains(&percent(last.nrr_12)), "{}", percent(last.nrr_12));

    let year = &finished[finished.len() - 12..];
    let bad = year.iter().min_by_key(|m| m.retention_rate.unwrap().scaled(10_000)).unwrap();
    assert_eq!(bad.period.to_string(), "2026-03");
    assert!((90.0..=95.5).contains(&percent(bad.retention_rate)));
    let usual = |m: &&PeriodFigures| (96.0..=99.7).contains(&percent(m.retention_rate));
    assert!(year.iter().filter(usual).count() >= 10);
    let lively = |m: &&PeriodFigures| {
        let moved = [m.new, m.expansion, m.reactivation, m.contraction, m.churn];
        moved.iter().all(|amount| *amount > 0)
    };
    assert!(year.iter().filter(lively).count() >= 9);
    assert!(year.iter().any(|m| m.recovered > 0));
    assert!(year.iter().any(|m| m.expansion_paused > 0 && m.contraction_paused > 0));
    assert!(last.committed_mrr < last.mrr_end);
    assert!(all.iter().any(|m| m.joined_and_left > 0));
    assert!(year.iter().all(|m| m.trials_started > 0));
}
