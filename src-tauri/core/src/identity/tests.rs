//! The laws of who is one customer.

use super::*;
use proptest::prelude::*;

fn known(id: i64, source: i64, mail: &str, name: &str) -> Known {
    let (mail, name) = (mail.to_owned(), name.to_owned());
    Known { id, source, customer: id, mail, name, company: String::new() }
}

fn apart(one: i64, other: i64) -> Decision {
    Decision { one, other, joined: false }
}

fn together(one: i64, other: i64) -> Decision {
    Decision { one, other, joined: true }
}

/// The doubt of each question with its customers.
fn asked(settled: &Settled) -> Vec<(Doubt, Vec<i64>)> {
    settled.questions.iter().map(|one| (one.doubt, one.customers.clone())).collect()
}

#[test]
fn one_address_in_two_sources_is_one_customer() {
    let accounts = [
        known(1, 1, "zoe@a.nl", "Zoë"),
        known(2, 1, "bob@a.nl", "Bob"),
        known(3, 2, "zoe@a.nl", "Zoe"),
        known(4, 3, "zoe@a.nl", ""),
        known(5, 3, "zoe+2@a.nl", "Zoe"),
    ];
    let settled = settle(&accounts, &[]);
    assert_eq!(settled.customers, [1, 2, 1, 1, 5]);
    assert_eq!(asked(&settled), []);
}

#[test]
fn within_one_source_keys_decide_and_nothing_is_asked() {
    let accounts = [known(1, 1, "zoe@a.nl", "Zoe"), known(2, 1, "zoe@a.nl", "Zoe")];
    assert_eq!(settle(&accounts, &[]), Settled { customers: vec![1, 2], questions: vec![] });
}

#[test]
fn what_is_doubtful_is_asked() {
    let accounts = [
        known(1, 1, "zoe@a.nl", "Zoe"),
        known(2, 1, "zoe@a.nl", "Zoe"),
        known(3, 2, "zoe@a.nl", "Zoe"),
        known(4, 1, "info@b.nl", "Bolt"),
        known(5, 2, "info@b.nl", "Bolt"),
        known(6, 1, "x@c.nl", "Anna Smit"),
        known(7, 2, "x@c.nl", "Piet Bakker"),
    ];
    let settled = settle(&accounts, &[]);
    assert_eq!(settled.customers, [1, 2, 3, 4, 5, 6, 7]);
    let questions =
        [(Doubt::Desk, vec![4, 5]), (Doubt::Names, vec![6, 7]), (Doubt::Shared, vec![1, 2, 3])];
    assert_eq!(asked(&settled), questions);
}

#[test]
fn what_was_decided_is_not_asked_again() {
    let accounts = [
        known(1, 1, "zoe@a.nl", "Zoe"),
        known(2, 1, "zoe@a.nl", "Zoe"),
        known(3, 2, "zoe@a.nl", "Zoe"),
    ];
    let settled = settle(&accounts, &[together(1, 3), apart(1, 2), apart(2, 3)]);
    assert_eq!((settled.customers.clone(), asked(&settled)), (vec![1, 2, 1], vec![]));
    let settled = settle(&accounts, &[together(1, 2)]);
    assert_eq!((settled.customers.clone(), asked(&settled)), (vec![1, 1, 1], vec![]));
    let settled = settle(&accounts[1..], &[apart(2, 3)]);
    assert_eq!((settled.customers.clone(), asked(&settled)), (vec![2, 3], vec![]));
}

#[test]
fn an_address_that_becomes_doubtful_takes_apart_what_it_joined() {
    let mut accounts = vec![known(1, 1, "zoe@a.nl", "Zoe"), known(3, 2, "zoe@a.nl", "Zoe")];
    accounts[1].customer = 1;
    assert_eq!(settle(&accounts, &[]).customers, [1, 1]);
    accounts.push(known(9, 1, "zoe@a.nl", "Zoe"));
    let settled = settle(&accounts, &[]);
    assert_eq!(settled.customers, [1, 3, 9]);
}

#[test]
fn an_address_that_changes_takes_nothing_apart() {
    let mut accounts = vec![known(1, 1, "new@a.nl", "Zoe"), known(3, 2, "zoe@a.nl", "Zoe")];
    accounts[1].customer = 1;
    assert_eq!(settle(&accounts, &[]).customers, [1, 1]);
    assert_eq!(settle(&accounts, &[apart(1, 3)]).customers, [1, 3]);
}

#[test]
fn an_address_of_everybody_is_not_asked_about() {
    let accounts: Vec<Known> =
        (1..60).map(|id| known(id, 1 + id % 2, "none@none.nl", "")).collect();
    let settled = settle(&accounts, &[]);
    assert_eq!(settled.customers, (1..60).collect::<Vec<_>>());
    assert_eq!(asked(&settled), []);
}

#[test]
fn two_addresses_never_bring_together_accounts_of_one_source() {
    // The user says that 1 and 2 are one; 3 and 4 of another source share an address with each.
    let accounts = [
        known(1, 1, "zoe@a.nl", ""),
        known(2, 2, "zoe@home.nl", ""),
        known(3, 3, "zoe@a.nl", ""),
        known(4, 3, "zoe@home.nl", ""),
    ];
    let settled = settle(&accounts, &[together(1, 2)]);
    assert_eq!(settled.customers, [1, 1, 3, 4]);
    assert_eq!(settled.questions.len(), 2);
}

const MAILS: [&str; 5] = ["", "zoe@a.nl", "bob@a.nl", "info@a.nl", "piet@b.se"];
const NAMES: [&str; 4] = ["", "Zoe de Vries", "Z. de Vries", "Bolt"];

fn accounts() -> impl Strategy<Value = Vec<Known>> {
    let one = (1..4_i64, 0..MAILS.len(), 0..NAMES.len());
    prop::collection::vec(one, 1..14).prop_map(|rows| {
        let account = |(id, (source, mail, name)): (i64, (i64, usize, usize))| {
            known(id, source, MAILS[mail], NAMES[name])
        };
        (1..).zip(rows).map(account).collect()
    })
}

/// Which accounts are one, as pairs of ids.
fn pairs(accounts: &[Known], customers: &[i64]) -> Vec<(i64, i64)> {
    let mut pairs = Vec::new();
    for (at, one) in accounts.iter().enumerate() {
        for (to, other) in accounts.iter().enumerate() {
            if one.id < other.id && customers[at] == customers[to] {
                pairs.push((one.id, other.id));
            }
        }
    }
    pairs.sort_unstable();
    pairs
}

proptest! {
    #[test]
    fn the_order_of_accounts_does_not_matter_and_nothing_moves_twice(
        accounts in accounts(),
        seed in any::<u64>(),
    ) {
        let settled = settle(&accounts, &[]);
        // The same accounts opened in another order have other ids.
        let count = i64::try_from(accounts.len()).unwrap();
        let turn = i64::try_from(seed % 13).unwrap();
        let new_id = |id: i64| (id * 5 + turn) % (count * 5 + 1) + 100;
        let mut turned = accounts.clone();
        for one in &mut turned {
            one.id = new_id(one.id);
            one.customer = one.id;
        }
        turned.sort_by_key(|one| one.id);
        let again = settle(&turned, &[]);
        let expected: Vec<(i64, i64)> = {
            let ids = pairs(&accounts, &settled.customers).into_iter().map(|(one, other)| {
                let (one, other) = (new_id(one), new_id(other));
                (one.min(other), one.max(other))
            });
            let mut ids: Vec<_> = ids.collect();
            ids.sort_unstable();
            ids
        };
        prop_assert_eq!(pairs(&turned, &again.customers), expected);
        prop_assert_eq!(again.questions.len(), settled.questions.len());

        let mut moved = accounts;
        for (one, customer) in moved.iter_mut().zip(&settled.customers) {
            one.customer = *customer;
        }
        prop_assert_eq!(settle(&moved, &[]).customers, settled.customers);
    }

    #[test]
    fn only_one_address_of_different_sources_joins(accounts in accounts()) {
        let settled = settle(&accounts, &[]);
        let find = |id: i64| accounts.iter().find(|one| one.id == id).unwrap();
        for (one, other) in pairs(&accounts, &settled.customers) {
            let (one, other) = (find(one), find(other));
            prop_assert!(one.source != other.source && one.mail == other.mail, "{one:?} {other:?}");
        }
    }

    #[test]
    fn decisions_stand(
        accounts in accounts(),
        decided in prop::collection::vec((0..14_usize, 0..14_usize), 0..5),
    ) {
        let ids = |(one, other): &(usize, usize)| {
            let (one, other) = (accounts[one % accounts.len()].id, accounts[other % accounts.len()].id);
            (one.min(other), one.max(other))
        };
        let kept: Vec<(i64, i64)> =
            decided.iter().map(ids).filter(|(one, other)| one != other).collect();
        let decisions: Vec<Decision> = kept.iter().map(|(one, other)| apart(*one, *other)).collect();
        let settled = settle(&accounts, &decisions);
        let found = pairs(&accounts, &settled.customers);
        prop_assert!(kept.iter().all(|pair| !found.contains(pair)));
        let joined: Vec<Decision> = kept.iter().map(|(one, other)| together(*one, *other)).collect();
        let found = pairs(&accounts, &settle(&accounts, &joined).customers);
        prop_assert!(kept.iter().all(|pair| found.contains(pair)));
    }
}
