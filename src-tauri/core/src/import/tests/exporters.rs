//! Files of the exporters we know, and of some nobody named: each column means what it says.

use super::*;

/// For each fixture its exporter and kind, then what each of its columns means, in their order: a
/// field, `+` an attribute, `-` not read.
const MEANT: &str = include_str!("meant.txt");

pub(super) struct Meant<'t> {
    pub(super) file: &'t str,
    exporter: &'t str,
    kind: &'t str,
    columns: Vec<&'t str>,
}

pub(super) fn meant() -> Vec<Meant<'static>> {
    let line = |line: &'static str| {
        let (about, columns) = line.split_once(':').unwrap();
        let mut about = about.split(' ');
        let mut next = || about.next().unwrap();
        let (file, exporter, kind) = (next(), next(), next());
        let exporter = if exporter == "none" { "" } else { exporter };
        Meant { file, exporter, kind, columns: columns.split_whitespace().collect() }
    };
    MEANT.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(line).collect()
}

/// What each column was taken for.
fn taken(sniffed: &Sniffed, mapping: &Mapping) -> Vec<String> {
    let column = |at: usize| {
        let field = mapping.origins.iter().find(|(_, origin)| origin.columns().contains(&at));
        match field {
            Some((field, _)) => field.code().to_owned(),
            None if mapping.attributes.iter().any(|(_, a)| *a == at) => "+".to_owned(),
            None => "-".to_owned(),
        }
    };
    (0..sniffed.header.len()).map(column).collect()
}

#[test]
fn every_fixture_says_what_its_columns_mean() {
    let root = fixtures();
    let names = |dir: &std::path::Path| {
        let entries = std::fs::read_dir(dir).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect::<Vec<_>>()
    };
    let folders = names(&root);
    let files = folders.iter().flat_map(|folder| {
        names(&root.join(folder)).into_iter().map(move |file| format!("{folder}/{file}"))
    });
    let mut files: Vec<String> = files.collect();
    files.sort();
    let mut told: Vec<&str> = meant().iter().map(|meant| meant.file).collect();
    told.sort_unstable();
    assert_eq!(files, told);
}

#[test]
fn of_all_columns_of_our_fixtures_95_in_100_are_right_without_help() {
    let (mut all, mut right, mut wrong) = (0, 0, Vec::new());
    for meant in meant() {
        let sniffed = sniff(&fixture(meant.file)).unwrap();
        let mapping = map(&sniffed, &MappingRequest::default()).unwrap();
        assert_eq!(
            (mapping.exporter, mapping.kind.code()),
            (meant.exporter, meant.kind),
            "{}",
            meant.file
        );
        let taken = taken(&sniffed, &mapping);
        assert_eq!(taken.len(), meant.columns.len(), "{}: {taken:?}", meant.file);
        for (at, (taken, meant_as)) in taken.iter().zip(&meant.columns).enumerate() {
            all += 1;
            if taken == meant_as {
                right += 1;
            } else {
                let header = &sniffed.header[at];
                wrong.push(format!("{}: {header} is {meant_as}, not {taken}", meant.file));
            }
        }
    }
    assert!(all > 800, "{all}");
    assert!(right * 100 >= all * 95, "{right} of {all}:\n{}", wrong.join("\n"));
}

#[test]
fn every_row_of_every_fixture_comes_in() {
    // One has its customers in another file, and says so.
    for meant in meant().iter().filter(|meant| meant.file != "chartmogul/line_items.csv") {
        let world = World::new();
        let input = fixture(meant.file);
        let summary = world.import(&input).unwrap();
        // What is left out is of another sort, and is said.
        let aside = summary.problems.iter().filter(|one| one.code == "aside").count() as i64;
        let left = (summary.errors, summary.skipped);
        assert_eq!(left, (0, aside), "{}: {:?}", meant.file, summary.problems);
        assert!(summary.new > 0, "{}", meant.file);
        let again = world.import(&input).unwrap();
        assert_eq!(again.unchanged, summary.new, "{}", meant.file);
    }
}

#[test]
fn customers_come_with_name_company_and_country() {
    let of = |file: &str, key: &str| {
        let world = World::new();
        world.import(&fixture(file)).unwrap();
        let sql = "SELECT name, email, company, country FROM account WHERE key = ";
        world.rows(&format!("{sql}'{key}'")).remove(0)
    };
    let ann = "Ann Ek|ann@nordlys.example|Nordlys Yoga|SE";
    assert_eq!(of("recurly/accounts.csv", "ann"), ann);
    assert_eq!(of("chargebee/customers.csv", "ann"), ann);
    assert_eq!(of("chartmogul/customers.csv", "ann"), ann);
    assert_eq!(of("shopify/customers.csv", "721044830110"), ann);
    assert_eq!(of("shopify/customers_older.csv", "ann@nordlys.example"), ann);
    assert_eq!(of("hubspot/contacts.csv", "5100"), ann);
    assert_eq!(of("vtiger/contacts.csv", "CON1"), ann);
    assert_eq!(of("hubspot/companies.csv", "9100"), "Nordlys Yoga|||SE");
    assert_eq!(of("pipedrive/people.csv", "300"), "Ann Ek|ann@nordlys.example|Nordlys Yoga|");
    assert_eq!(of("pipedrive/organizations.csv", "Nordlys Yoga"), "Nordlys Yoga|||SE");
    assert_eq!(of("other/klanten.csv", "4000"), "Ann Ek|ann@nordlys.example|Nordlys Yoga|SE");
}

#[test]
fn what_is_about_a_person_stays_out_unless_asked_for() {
    let kept = |request: &MappingRequest| {
        let world = World::new();
        let input = fixture("other/klanten.csv");
        let summary = world.import_as(&input, request, &Options::default()).unwrap();
        let told = summary.notices.iter().any(|notice| notice.code == "private");
        let row =
            world.rows("SELECT birthday IS NOT NULL, attributes FROM account WHERE key = '4000'");
        (told, row[0].clone())
    };
    let (told, row) = kept(&MappingRequest::default());
    assert_eq!((told, &*row), (true, r#"0|{"Branche":"horeca","Plaats":"Utrecht"}"#));
    let asked = MappingRequest {
        map: vec![
            ("birthday".into(), "Geboortedatum".into()),
            ("Telefoon".into(), "Telefoonnummer".into()),
        ],
        ..MappingRequest::default()
    };
    let (_, row) = kept(&asked);
    assert!(row.starts_with("1|") && row.contains("030-234 56 70"), "{row}");
}

#[test]
fn deals_that_were_won_are_purchases_of_their_company() {
    let world = World::new();
    let done = world.import(&fixture("hubspot/deals.csv")).unwrap();
    assert_eq!(counts(&done), (5, 3, 0, 0, 2), "{:?}", done.problems);
    assert_eq!(codes(&done), [(4, "aside"), (6, "aside")]);
    let sql =
        "SELECT a.key, amount FROM purchase JOIN account a ON a.id = account ORDER BY purchase.id";
    assert_eq!(world.rows(sql), ["9100|34800", "9101|120000", "9101|19000"]);
}

#[test]
fn a_file_that_lacks_what_its_exporter_writes_elsewhere_says_what_to_do() {
    let world = World::new();
    let file = fixture("chartmogul/line_items.csv");
    let refused = world.import(&file).unwrap_err().message(&english());
    assert!(refused.contains("Customer external ID"), "{refused}");
    // Through the mapping step it works: the subscription stands for the customer who has it.
    let request = MappingRequest {
        map: vec![("customer".to_owned(), "Subscription external ID".to_owned())],
        ..MappingRequest::default()
    };
    let done = world.import_as(&file, &request, &Options::default()).unwrap();
    assert!(done.new > 0 && done.notices.iter().all(|notice| notice.code != "remedy"));
    let deals = "Record ID,Deal Name,Deal Stage,Close Date,Amount\n1,A,Closed won,2025-01-01,9\n";
    let refused = world.import(&text(deals)).unwrap_err().message(&english());
    assert!(refused.contains("Associated Company"), "{refused}");
}
