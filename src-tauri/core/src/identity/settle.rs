//! The rule: from accounts and decisions to customers and questions.

use super::name::{Words, differ};
use super::sets::Sets;
use super::{Decision, Doubt, Known, Question, Settled, mail};
use rustc_hash::{FxHashMap, FxHashSet};

/// An address of more customers than this is filled in for want of one: it is not asked about.
const CROWD: usize = 20;

/// Works out which accounts are one customer, and what has to be asked.
///
/// What is joined already stays one when an address changes afterwards; it comes apart when its
/// common address becomes doubtful.
pub fn settle(accounts: &[Known], decisions: &[Decision]) -> Settled {
    let mut rule = Rule::new(accounts, decisions);
    rule.stick();
    rule.find_apart(decisions);
    for (mail, members) in groups(accounts) {
        rule.weigh(mail, &members);
    }
    rule.settled()
}

/// Places of the accounts of each address, in the order the addresses come.
fn groups(accounts: &[Known]) -> Vec<(&str, Vec<usize>)> {
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    for (at, account) in accounts.iter().enumerate().filter(|(_, a)| !a.mail.is_empty()) {
        let group = *places.entry(&account.mail).or_insert_with(|| {
            groups.push((&account.mail, Vec::new()));
            groups.len() - 1
        });
        groups[group].1.push(at);
    }
    groups.retain(|(_, members)| members.len() > 1);
    groups
}

struct Rule<'a> {
    accounts: &'a [Known],
    places: FxHashMap<i64, usize>,
    /// What is one whatever the addresses say.
    base: Sets,
    /// Sets that are kept apart, the smaller first.
    apart: FxHashSet<(usize, usize)>,
    /// What addresses join: place, place, address.
    ties: Vec<(usize, usize, &'a str)>,
    doubts: Vec<(&'a str, Doubt, Vec<usize>)>,
}

impl<'a> Rule<'a> {
    fn new(accounts: &'a [Known], decisions: &[Decision]) -> Self {
        let places = accounts.iter().enumerate().map(|(at, account)| (account.id, at));
        let places: FxHashMap<i64, usize> = places.collect();
        let mut base = Sets::new(accounts.len());
        let mut apart = FxHashSet::default();
        for decision in decisions {
            let (one, other) = (places.get(&decision.one), places.get(&decision.other));
            let (Some(&one), Some(&other)) = (one, other) else { continue };
            if decision.joined {
                base.join(one, other);
            } else {
                apart.insert((one.min(other), one.max(other)));
            }
        }
        Self { accounts, places, base, apart, ties: Vec::new(), doubts: Vec::new() }
    }

    /// An account whose address is no longer that of its customer's first account stays with it.
    fn stick(&mut self) {
        let mut firsts: FxHashMap<i64, usize> = FxHashMap::default();
        for (at, account) in self.accounts.iter().enumerate() {
            let first = firsts.entry(account.customer).or_insert(at);
            if account.id < self.accounts[*first].id {
                *first = at;
            }
        }
        for (at, account) in self.accounts.iter().enumerate() {
            let first = firsts[&account.customer];
            let same = account.mail == self.accounts[first].mail && !account.mail.is_empty();
            if first != at && !same && !self.apart.contains(&(first.min(at), first.max(at))) {
                self.base.join(first, at);
            }
        }
    }

    /// From accounts to the sets they belong to.
    fn find_apart(&mut self, decisions: &[Decision]) {
        let kept = decisions.iter().filter(|decision| !decision.joined);
        let place = |id: i64| self.places.get(&id).map(|at| self.base.of(*at));
        let pairs = kept.filter_map(|one| place(one.one).zip(place(one.other)));
        self.apart = pairs.map(|(one, other)| (one.min(other), one.max(other))).collect();
    }

    fn are_apart(&self, one: usize, other: usize) -> bool {
        self.apart.contains(&(one.min(other), one.max(other)))
    }

    /// The accounts of one address: joined, or in doubt.
    fn weigh(&mut self, mail: &'a str, members: &[usize]) {
        let mut heads: Vec<usize> = members.iter().map(|at| self.base.of(*at)).collect();
        heads.sort_unstable();
        heads.dedup();
        let first = self.accounts[members[0]].source;
        let one_source = members.iter().all(|at| self.accounts[*at].source == first);
        if heads.len() < 2 || one_source {
            return;
        }
        if mail::is_desk(mail) {
            self.doubts.push((mail, Doubt::Desk, heads));
        } else if self.is_shared(members, &heads) {
            self.doubts.push((mail, Doubt::Shared, heads));
        } else {
            self.compare_names(mail, members, &heads);
        }
    }

    /// Whether two of the customers have an account in the same source.
    fn is_shared(&self, members: &[usize], heads: &[usize]) -> bool {
        let mut owners: FxHashMap<i64, usize> = FxHashMap::default();
        members.iter().any(|at| {
            let head = self.base.of(*at);
            *owners.entry(self.accounts[*at].source).or_insert(head) != head
        }) || heads.len() > CROWD
    }

    /// Joins those who may all be each other.
    fn compare_names(&mut self, mail: &'a str, members: &[usize], heads: &[usize]) {
        if let ([one, other], [first, second]) = (heads, members)
            && self.are_called_the_same(*first, *second)
            && !self.are_apart(*one, *other)
        {
            self.ties.push((*one, *other, mail));
            return;
        }
        let words: Vec<Words> = heads.iter().map(|head| self.words(members, *head)).collect();
        let may = |one: usize, other: usize| {
            !self.are_apart(heads[one], heads[other]) && !differ(&words[one], &words[other], mail)
        };
        let mut parts = Sets::new(heads.len());
        let pairs = || (0..heads.len()).flat_map(|one| (0..one).map(move |other| (other, one)));
        for (one, other) in pairs().filter(|(one, other)| may(*one, *other)) {
            parts.join(one, other);
        }
        let torn = |part: usize| {
            pairs().any(|(one, other)| {
                parts.of(one) == part && parts.of(other) == part && !may(one, other)
            })
        };
        let mut ties = Vec::new();
        for at in 0..heads.len() {
            let part = parts.of(at);
            if part != at && !torn(part) {
                ties.push((heads[part], heads[at], mail));
            }
        }
        if ties.len() + 1 < heads.len() {
            self.doubts.push((mail, Doubt::Names, heads.to_vec()));
        }
        self.ties.extend(ties);
    }

    /// As nearly all are: there is nothing to take apart.
    fn are_called_the_same(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.accounts[one].name, &self.accounts[other].name);
        !one.is_empty() && one.eq_ignore_ascii_case(other)
    }

    fn words(&self, members: &[usize], head: usize) -> Words {
        let mut words = Words::default();
        for at in members.iter().filter(|at| self.base.of(**at) == head) {
            words.add(&self.accounts[*at].name);
            words.add(&self.accounts[*at].company);
        }
        words
    }

    fn settled(mut self) -> Settled {
        let sets = self.tie();
        let mut numbers: Vec<i64> = self.accounts.iter().map(|account| account.id).collect();
        for (at, account) in self.accounts.iter().enumerate() {
            let number = &mut numbers[sets.of(at)];
            *number = account.id.min(*number);
        }
        let customers = (0..self.accounts.len()).map(|at| numbers[sets.of(at)]).collect();
        let mut settled = Settled { customers, questions: Vec::new() };
        let sources = self.sources();
        for (mail, doubt, heads) in &self.doubts {
            let customers = self.open(&sets, heads, &sources);
            if customers.len() > 1 {
                let mail = (*mail).to_owned();
                settled.questions.push(Question { mail, doubt: *doubt, customers });
            }
        }
        settled.questions.sort_by(|a, b| a.mail.cmp(&b.mail));
        settled
    }

    /// Ties sets, but none that would bring together two accounts of one source, or two that are
    /// kept apart: addresses that lead there are asked about.
    fn tie(&mut self) -> Sets {
        let mut sets = self.base.clone();
        for (one, other, _) in &self.ties {
            sets.join(*one, *other);
        }
        let torn = self.torn(&sets);
        if torn.is_empty() {
            return sets;
        }
        let mut kept = self.base.clone();
        let mut asked: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (one, other, mail) in &self.ties {
            if torn.contains(&sets.of(*one)) {
                asked.entry(mail).or_default().extend([*one, *other]);
            } else {
                kept.join(*one, *other);
            }
        }
        for (mail, mut heads) in asked {
            heads.sort_unstable();
            heads.dedup();
            self.doubts.retain(|doubt| doubt.0 != mail);
            self.doubts.push((mail, Doubt::Shared, heads));
        }
        kept
    }

    /// Sets in which ties of several addresses bring together what must not be.
    fn torn(&self, sets: &Sets) -> FxHashSet<usize> {
        let mut torn: FxHashSet<usize> = FxHashSet::default();
        for (one, other) in self.apart.iter().filter(|(one, other)| one != other) {
            if sets.of(*one) == sets.of(*other) {
                torn.insert(sets.of(*one));
            }
        }
        let mut owners: FxHashMap<(usize, i64), usize> = FxHashMap::default();
        for (at, account) in self.accounts.iter().enumerate() {
            let (set, base) = (sets.of(at), self.base.of(at));
            if *owners.entry((set, account.source)).or_insert(base) != base {
                torn.insert(set);
            }
        }
        torn
    }

    /// The sources of every set that is in doubt.
    fn sources(&self) -> FxHashMap<usize, FxHashSet<i64>> {
        let heads = self.doubts.iter().flat_map(|(_, _, heads)| heads);
        let mut sources: FxHashMap<usize, FxHashSet<i64>> =
            heads.map(|head| (*head, FxHashSet::default())).collect();
        for (at, account) in self.accounts.iter().enumerate() {
            if let Some(known) = sources.get_mut(&self.base.of(at)) {
                known.insert(account.source);
            }
        }
        sources
    }

    /// The customers of a doubt, as they are now, that may still be one with another of them.
    fn open(
        &self,
        sets: &Sets,
        heads: &[usize],
        sources: &FxHashMap<usize, FxHashSet<i64>>,
    ) -> Vec<i64> {
        if heads.len() > CROWD {
            return Vec::new();
        }
        let is_open = |one: usize, other: usize| {
            let (ours, theirs) = (&sources[&one], &sources[&other]);
            (ours.len() > 1 || ours != theirs)
                && sets.of(one) != sets.of(other)
                && !self.are_apart(one, other)
        };
        let any = |one: &&usize| heads.iter().any(|other| is_open(**one, *other));
        let numbers = heads.iter().filter(any).map(|head| self.accounts[*head].customer);
        let mut open: Vec<i64> = numbers.collect();
        open.sort_unstable();
        open.dedup();
        open
    }
}
