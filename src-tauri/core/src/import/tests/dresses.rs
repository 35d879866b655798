//! Files nobody has seen, in the dress of other programs and countries.

use super::*;

#[test]
fn a_dutch_spreadsheet_comes_in_by_its_own_words() {
    let world = World::new();
    let summary = world.import(&fixture("other/abonnementen.csv")).unwrap();
    assert_eq!(counts(&summary), (5, 5, 0, 0, 0), "{:?}", summary.problems);
    assert_eq!(summary.exporter, "");
    let facts = world.facts().join("\n");
    assert!(facts.contains("|10001|Café Zoë|cafe@zoe.example|"), "{facts}");
    assert!(facts.contains("|10002|Bäckerei Groß|"), "{facts}");
    assert!(facts.contains("|Plus|129900||EUR|year|1|3|"), "{facts}");
    assert!(facts.contains("|Plus kwartaal|29700||EUR|month|3|2|"), "{facts}");
    let start = crate::model::Day::parse("2024-04-03").unwrap().0;
    assert!(facts.contains(&format!("|active|{start}|")), "{facts}");
    let codes: Vec<&str> = summary.notices.iter().map(|n| n.code.as_str()).collect();
    assert_eq!(codes, ["no_key", "old_encoding"]);
}

#[test]
fn a_subscription_column_that_repeats_itself_names_plans() {
    let list = |plans: [&str; 3]| {
        let rows = plans.iter().enumerate();
        let row = |(at, plan): (usize, &&str)| format!("{at};{plan};29,00;1{at}-02-2025\n");
        let rows: String = rows.map(row).collect();
        text(&format!("Klantnr;Abonnement;Bedrag per maand;Ingangsdatum\n{rows}"))
    };
    let kept = |plans| {
        let world = World::new();
        let summary = world.import(&list(plans)).unwrap();
        (counts(&summary).1, world.rows("SELECT name FROM plan ORDER BY name").len())
    };
    assert_eq!(kept(["Maandpas", "Gezin", "Maandpas"]), (3, 2), "nobody is lost");
    assert_eq!(kept(["A-1", "A-2", "A-3"]), (3, 0), "keys of their own");
}

#[test]
fn a_price_with_tax_in_it_is_said() {
    let told = |price: &str| {
        let csv = format!("Klantnr;Plan;{price};Ingangsdatum\na;Pro;29,00;13-02-2025\n");
        let world = World::new();
        let summary = world.import(&text(&csv)).unwrap();
        assert_eq!(counts(&summary).1, 1, "{:?}", summary.problems);
        summary.notices.iter().any(|notice| notice.code == "with_tax")
    };
    assert!(["Bedrag per maand (incl. btw)", "Prijs inclusief btw"].into_iter().all(told));
    assert!(!["Bedrag per maand", "Prijs excl. btw"].into_iter().any(told));
}

#[test]
fn a_change_log_comes_in_row_by_row() {
    let world = World::new();
    let summary = world.import(&fixture("other/plan_changes.csv")).unwrap();
    assert_eq!(counts(&summary), (15, 15, 0, 0, 0), "{:?}", summary.problems);
    assert_eq!(summary.kind, "plan-changes");
    let again = world.import(&fixture("other/plan_changes.csv")).unwrap();
    assert_eq!(counts(&again), (15, 0, 0, 15, 0));
    assert_eq!(world.rows("SELECT count(*) FROM account"), ["6"]);
    let ended = world.rows("SELECT count(*) FROM plan_change WHERE status = 'expired'");
    assert_eq!(ended, ["3"]);
}

#[test]
fn an_american_spreadsheet_reads_months_first_when_one_date_proves_it() {
    let csv = "id,customer id,amount,start date,trial end\r\n\
               1,a,149,03/04/2025 8:05,05/06/2025\r\n2,b,149,12/20/25 8:05,\r\n";
    let world = World::new();
    let summary = world.import(&text(csv)).unwrap();
    assert_eq!(summary.skipped, 0, "{:?}", summary.problems);
    let march = crate::model::Day::parse("2025-03-04").unwrap().0;
    let may = crate::model::Day::parse("2025-05-06").unwrap().0;
    let first = world.rows("SELECT start, trial_end FROM subscription WHERE key = '1'");
    assert_eq!(first, [format!("{march}|{may}")]);
    assert!(summary.notices.iter().all(|notice| notice.code != "date_order"));
}

#[test]
fn a_date_far_down_the_file_decides_the_whole_column() {
    let mut csv = "customer id,amount,start date\n".to_owned();
    for n in 0..40_000 {
        csv += &format!("customer-{n},10.00,{:02}/{:02}/2024\n", n % 12 + 1, n % 11 + 1);
    }
    csv += "last,10.00,12/31/2024\n";
    let world = World::new();
    let summary = world.import(&text(&csv)).unwrap();
    assert_eq!((summary.new, summary.skipped), (40_001, 0));
    let second = crate::model::Day::parse("2024-02-02").unwrap().plus(0).0;
    let row = "SELECT start FROM subscription s JOIN account a ON a.id = account
               WHERE a.key = 'customer-1'";
    assert_eq!(world.rows(row), [second.to_string()]);
}

#[test]
fn dates_nobody_can_decide_are_said_and_can_be_told() {
    let csv = "customer id,amount,start date\na,1,03/04/2025\n";
    let start = |request: &MappingRequest| {
        let world = World::new();
        let summary = world.import_as(&text(csv), request, &Options::default()).unwrap();
        let told = summary.notices.iter().any(|notice| notice.code == "date_order");
        (world.rows("SELECT start FROM subscription").remove(0), told)
    };
    let day = |text| crate::model::Day::parse(text).unwrap().0.to_string();
    assert_eq!(start(&MappingRequest::default()), (day("2025-04-03"), true));
    let months = MappingRequest { date_order: Some(DateOrder::MonthFirst), ..Default::default() };
    assert_eq!(start(&months), (day("2025-03-04"), false));
}

#[test]
fn what_is_said_explicitly_beats_every_guess() {
    let csv = "id,who,amount,price,start date,currency\n1,anna,5,29.00,2025-01-01,usd\n";
    let request = MappingRequest {
        kind: Some(Kind::Subscriptions),
        map: vec![("customer".into(), "who".into()), ("amount".into(), "price".into())],
        set: vec![("currency".into(), "sek".into()), ("interval".into(), "year".into())],
        ..MappingRequest::default()
    };
    let world = World::new();
    let summary = world.import_as(&text(csv), &request, &Options::default()).unwrap();
    assert_eq!(counts(&summary), (1, 1, 0, 0, 0));
    assert_eq!(summary.mapping["currency"], "= sek");
    let row = world.rows("SELECT key, amount, currency, unit FROM subscription");
    assert_eq!(row, ["1|2900|SEK|year"]);
    let only = MappingRequest { map_only: true, ..request };
    let refused = world.import_as(&text(csv), &only, &Options::default());
    assert!(matches!(
        refused,
        Err(crate::Error::File(FileTrouble::WrongColumns { missing, .. })) if missing == [Field::Start]
    ));
}

#[test]
fn other_columns_of_customers_are_kept_as_attributes() {
    let csv = "Client ID,First name,Last name,Region,Sector\n7,Ann,Ek,Noord,horeca\n8,Bo,Ek,,\n";
    let world = World::new();
    let summary = world.import(&text(csv)).unwrap();
    assert_eq!((summary.kind.as_str(), summary.new), ("customers", 2));
    let rows = world.rows("SELECT key, name, attributes FROM account ORDER BY key");
    assert_eq!(rows, [r#"7|Ann Ek|{"Region":"Noord","Sector":"horeca"}"#, "8|Bo Ek|"]);
}

#[test]
fn rejected_rows_can_be_corrected_and_imported_again() {
    let world = World::new();
    let csv =
        "id,customer id,amount,start date\n1,a,12.00,2025-01-01\n2,\"b, c\",\"7O,00\",2025-01-02\n";
    let path = world.dir.path().join("rejects.csv");
    let options = Options { rejects: Some(path.clone()), ..Options::default() };
    let summary = world.import_as(&text(csv), &MappingRequest::default(), &options).unwrap();
    assert_eq!(counts(&summary), (2, 1, 0, 0, 1));
    let rejects = std::fs::read_to_string(&path).unwrap();
    assert_eq!(rejects, "id,customer id,amount,start date\n2,\"b, c\",\"7O,00\",2025-01-02\n");
    let corrected = rejects.replace("7O", "70");
    assert_eq!(counts(&world.import(&text(&corrected)).unwrap()), (1, 1, 0, 0, 0));
    assert_eq!(world.rows("SELECT amount FROM subscription ORDER BY id"), ["1200", "7000"]);
}

#[test]
fn minor_units_and_whole_monthly_amounts_are_taken_as_they_are() {
    let csv = "customer id,start date,amount in cents,mrr,currency\n\
               a,2025-01-01,2900,,eur\nb,2025-01-01,,8.33,eur\nc,2025-01-01,1500,,jpy\n";
    let world = World::new();
    let summary = world.import(&text(csv)).unwrap();
    assert_eq!(counts(&summary), (3, 3, 0, 0, 0), "{:?}", summary.problems);
    let rows = world.rows("SELECT amount, mrr, currency FROM subscription ORDER BY id");
    assert_eq!(rows, ["2900||EUR", "|833|EUR", "1500||JPY"]);
}

#[test]
fn rejected_rows_of_a_foreign_dress_come_back_in_it() {
    let csv = "Titel van de lijst;;;\nKlantnummer;Klantnaam;Maandbedrag;Startdatum\n\
               1;Caf\u{e9} \"Zo\u{eb}\";1.299,00;15-01-2025\n2;B\u{e4}cker; 7O,00 ;16-01-2025\n\
               3;=Formule;29,5O;17-01-2025\n";
    let bytes = encoding_rs::WINDOWS_1252.encode(csv).0.into_owned();
    let world = World::new();
    let path = world.dir.path().join("rejects.csv");
    let options = Options { rejects: Some(path.clone()), ..Options::default() };
    let input = Input::bytes("t.csv", bytes).unwrap();
    let summary = world.import_as(&input, &MappingRequest::default(), &options).unwrap();
    assert_eq!(counts(&summary), (3, 1, 0, 0, 2), "{:?}", summary.problems);
    let rejects = std::fs::read_to_string(&path).unwrap();
    assert!(rejects.starts_with("\u{FEFF}Klantnummer;"), "{rejects}");
    assert!(rejects.contains(";'=Formule;"), "{rejects}");
    let corrected = rejects.replace("7O", "70").replace("5O", "50");
    let again = world.import(&text(&corrected)).unwrap();
    assert_eq!(counts(&again), (2, 2, 0, 0, 0), "{:?}", again.problems);
    let rows =
        world.rows("SELECT a.name, mrr FROM subscription s JOIN account a ON a.id = account");
    assert_eq!(rows, ["Café \"Zoë\"|129900", "Bäcker|7000", "=Formule|2950"]);
}

#[test]
fn rejected_rows_are_read_as_they_were_among_the_others() {
    let csv = "customer id,status,monthly price,start date\n\
               a,active,\"1.234,50\",12/31/2024\nb,banana,1.234,03/04/2025 8:05\n\
               c,banana,\"1,234\",03/04/2025\n";
    let world = World::new();
    let path = world.dir.path().join("rejects.csv");
    let options = Options { rejects: Some(path.clone()), ..Options::default() };
    let summary = world.import_as(&text(csv), &MappingRequest::default(), &options).unwrap();
    assert_eq!(counts(&summary), (3, 1, 0, 0, 2), "{:?}", summary.problems);
    let rejects = std::fs::read_to_string(&path).unwrap();
    let again = world.import(&text(&rejects.replace("banana", "active"))).unwrap();
    assert_eq!(counts(&again), (2, 2, 0, 0, 0), "{rejects} {:?}", again.problems);
    let march = crate::model::Day::parse("2025-03-04").unwrap().0;
    let rows = world.rows("SELECT mrr, start FROM subscription ORDER BY id");
    assert_eq!(rows[1..], [format!("123400|{march}"), format!("123|{march}")]);
}
