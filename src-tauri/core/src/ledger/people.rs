//! Accounts become customers: those that share a number are one, in dense order of that number.

use super::Attribute;
use rustc_hash::FxHashMap;

/// Accounts as the store hands them over, one after the other in order of their ids.
#[derive(Debug)]
pub struct Accounts {
    ids: Vec<i64>,
    customers: Vec<i64>,
    columns: Vec<Column>,
    by_name: FxHashMap<String, usize>,
}

/// A column over accounts while it is being filled.
#[derive(Debug)]
struct Column {
    attribute: Attribute,
    places: FxHashMap<String, u32>,
}

impl Default for Accounts {
    fn default() -> Self {
        Self {
            ids: Vec::new(),
            customers: Vec::new(),
            columns: vec![Column::new("country")],
            by_name: FxHashMap::default(),
        }
    }
}

impl Accounts {
    /// One more account: its id, the number of its customer, its country (empty for none) and
    /// whatever else its source says about him, by name.
    pub fn push<'a>(
        &mut self,
        id: i64,
        customer: i64,
        country: &str,
        attributes: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) {
        let row = self.ids.len();
        self.ids.push(id);
        self.customers.push(customer);
        self.columns[0].set(row, country);
        for (name, value) in attributes {
            let column = match self.by_name.get(name) {
                Some(&column) => column,
                None => {
                    self.columns.push(Column::new(name));
                    self.by_name.insert(name.to_owned(), self.columns.len() - 1);
                    self.columns.len() - 1
                }
            };
            self.columns[column].set(row, value);
        }
    }

    /// Takes in accounts whose ids come after these.
    pub fn append(&mut self, other: Self) {
        let base = self.ids.len();
        self.ids.extend(other.ids);
        self.customers.extend(other.customers);
        for more in other.columns {
            let name = &more.attribute.name;
            let column = self.columns.iter().position(|column| column.attribute.name == *name);
            let column = column.unwrap_or_else(|| {
                self.by_name.insert(name.clone(), self.columns.len());
                self.columns.push(Column::new(name));
                self.columns.len() - 1
            });
            self.columns[column].append(base, more.attribute);
        }
    }

    /// The customers these accounts belong to. Where several accounts of one customer say
    /// different things, the first one that says anything counts.
    pub fn into_people(self) -> People {
        let mut ids = self.customers.clone();
        if !ids.is_sorted() {
            ids.sort_unstable();
        }
        ids.dedup();
        let dense = if ids.len() == self.customers.len() && ids == self.customers {
            (0..).take(ids.len()).collect::<Vec<u32>>()
        } else {
            let places = ids.iter().copied().zip(0..).collect::<FxHashMap<i64, u32>>();
            self.customers.iter().map(|customer| places[customer]).collect()
        };
        let attributes =
            self.columns.into_iter().map(|column| column.of_customers(&dense, ids.len()));
        People { attributes: attributes.collect(), by_account: Lookup::new(&self.ids, dense), ids }
    }
}

impl Column {
    fn new(name: &str) -> Self {
        let attribute =
            Attribute { name: name.to_owned(), values: vec![String::new()], codes: Vec::new() };
        Self { attribute, places: FxHashMap::default() }
    }

    fn set(&mut self, row: usize, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let code = self.code(value);
        self.attribute.codes.resize(row, 0);
        self.attribute.codes.push(code);
    }

    fn code(&mut self, value: &str) -> u32 {
        if let Some(&code) = self.places.get(value) {
            return code;
        }
        let code = u32::try_from(self.attribute.values.len()).unwrap_or(u32::MAX);
        self.attribute.values.push(value.to_owned());
        self.places.insert(value.to_owned(), code);
        code
    }

    /// The values of rows from `base` on.
    fn append(&mut self, base: usize, more: Attribute) {
        let known = |value: &String| if value.is_empty() { 0 } else { self.code(value) };
        let places: Vec<u32> = more.values.iter().map(known).collect();
        self.attribute.codes.resize(base, 0);
        self.attribute.codes.extend(more.codes.iter().map(|code| places[*code as usize]));
    }

    /// From accounts to customers.
    fn of_customers(self, dense: &[u32], customers: usize) -> Attribute {
        let mut codes = vec![0; customers];
        for (&customer, code) in dense.iter().zip(self.attribute.codes) {
            let known = &mut codes[customer as usize];
            if *known == 0 {
                *known = code;
            }
        }
        Attribute { codes, ..self.attribute }
    }
}

/// Customers in dense order, and which of them an account belongs to.
#[derive(Debug)]
pub struct People {
    pub(super) ids: Vec<i64>,
    pub(super) attributes: Vec<Attribute>,
    by_account: Lookup,
}

impl People {
    /// What is known of these customers beside their country, by their dense numbers.
    pub fn attributes_of(&self, ids: &[i64]) -> Vec<Attribute> {
        let places: Vec<Option<usize>> =
            ids.iter().map(|id| self.ids.binary_search(id).ok()).collect();
        let of = |attribute: &Attribute| {
            let code = |place: &Option<usize>| place.map_or(0, |at| attribute.codes[at]);
            Attribute { codes: places.iter().map(code).collect(), ..attribute.clone() }
        };
        self.attributes.iter().filter(|one| one.name != "country").map(of).collect()
    }

    /// The dense number of an account's customer; `None` for an account nobody handed over.
    pub fn of(&self, account: i64) -> Option<u32> {
        self.by_account.of(account)
    }
}

/// Account id to dense customer: an array where ids lie close together, as they nearly always do.
#[derive(Debug)]
enum Lookup {
    Close(Vec<u32>),
    Far(FxHashMap<i64, u32>),
}

const NOBODY: u32 = u32::MAX;

impl Lookup {
    fn new(accounts: &[i64], dense: Vec<u32>) -> Self {
        let span = accounts.iter().max().map_or(0, |max| max.saturating_add(1));
        let lowest = accounts.iter().min().copied().unwrap_or(0);
        let limit = i64::try_from(accounts.len() * 8 + 1_024).unwrap_or(i64::MAX);
        if lowest < 0 || span > limit {
            return Self::Far(accounts.iter().copied().zip(dense).collect());
        }
        let mut close = vec![NOBODY; usize::try_from(span).unwrap_or(0)];
        for (&account, customer) in accounts.iter().zip(dense) {
            if let Ok(at) = usize::try_from(account) {
                close[at] = customer;
            }
        }
        Self::Close(close)
    }

    fn of(&self, account: i64) -> Option<u32> {
        match self {
            Self::Close(close) => {
                let customer = *close.get(usize::try_from(account).ok()?)?;
                (customer != NOBODY).then_some(customer)
            }
            Self::Far(far) => far.get(&account).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_that_share_a_number_are_one_customer() {
        let mut accounts = Accounts::default();
        accounts.push(1, 1, "", [("size", "big")]);
        accounts.push(2, 2, "NL", []);
        accounts.push(5, 1, "BE", [("size", "small"), ("branch", "shop")]);
        let people = accounts.into_people();
        assert_eq!(people.ids, [1, 2]);
        assert_eq!((people.of(5), people.of(2), people.of(3)), (Some(0), Some(1), None));
        let text = |attribute: &Attribute, customer: usize| {
            attribute.values[attribute.codes[customer] as usize].clone()
        };
        let named = people.attributes.iter().map(|a| (a.name.as_str(), text(a, 0)));
        let named = named.collect::<Vec<_>>();
        let expected = [("country", "BE"), ("size", "big"), ("branch", "shop")];
        assert_eq!(named, expected.map(|(name, value)| (name, value.to_owned())));
    }

    #[test]
    fn accounts_of_two_readers_are_those_of_one() {
        let rows = [
            (1, 1, "NL", ("size", "big")),
            (2, 2, "", ("size", "small")),
            (3, 1, "BE", ("branch", "shop")),
            (4, 4, "BE", ("size", "small")),
            (5, 5, "SE", ("branch", "")),
        ];
        let read = |rows: &[(i64, i64, &str, (&str, &str))]| {
            let mut accounts = Accounts::default();
            for &(id, customer, country, told) in rows {
                accounts.push(id, customer, country, [told]);
            }
            accounts
        };
        let columns = |accounts: Accounts| {
            let people = accounts.into_people();
            let value = |one: &Attribute, code: u32| one.values[code as usize].clone();
            let column = |one: &Attribute| {
                let values = one.codes.iter().map(|code| value(one, *code));
                (one.name.clone(), values.collect::<Vec<_>>())
            };
            (people.ids.clone(), people.attributes.iter().map(column).collect::<Vec<_>>())
        };
        for middle in 0..=rows.len() {
            let mut first = read(&rows[..middle]);
            first.append(read(&rows[middle..]));
            let mut expected = columns(read(&rows));
            let mut found = columns(first);
            expected.1.sort();
            found.1.sort();
            assert_eq!(found, expected, "cut at {middle}");
        }
    }

    #[test]
    fn ids_that_lie_far_apart_are_found_as_well() {
        let mut accounts = Accounts::default();
        accounts.push(3, 3, "", []);
        accounts.push(9_000_000_000, 3, "", []);
        let people = accounts.into_people();
        assert_eq!(
            (people.of(3), people.of(9_000_000_000), people.of(4)),
            (Some(0), Some(0), None)
        );
    }
}
