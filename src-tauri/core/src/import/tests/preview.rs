//! What the window shows before anything is imported.

use super::*;

#[test]
fn a_stripe_file_is_shown_beside_its_meaning() {
    let input = fixture("stripe/subscriptions_all.csv");
    let preview = preview_head(&input, &MappingRequest::default(), &context(), &english()).unwrap();
    assert_eq!((preview.kind, preview.exporter.as_str()), (Some(Kind::Subscriptions), "stripe"));
    assert!(preview.dress.starts_with("22 rows, "), "{}", preview.dress);
    assert!(preview.dress.ends_with("UTF-8, comma, dates in UTC"), "{}", preview.dress);
    let amount = preview.columns.iter().find(|column| column.header == "Amount").unwrap();
    assert_eq!(amount.field.as_deref(), Some("amount"));
    assert!(amount.meaning.starts_with("Price, as "), "{}", amount.meaning);
    assert_eq!(amount.verdict, "sure");
    let coupon = preview.columns.iter().find(|column| column.header == "Coupon").unwrap();
    assert_eq!((coupon.field.as_deref(), coupon.meaning.as_str()), (None, "Not read"));
    assert!(preview.missing.is_empty());
    assert_eq!((preview.first.rows.len(), preview.first.count), (8, 22));
    let start = preview.first.columns.iter().position(|column| column.key == "start").unwrap();
    assert_eq!(preview.first.rows[0].cells[start].text, english().day(day("2024-01-05")));
    assert_eq!(preview.first.rows[0].key, "2");
}

fn day(text: &str) -> crate::model::Day {
    crate::model::Day::parse(text).unwrap()
}

#[test]
fn a_file_nobody_understands_is_shown_to_be_mapped() {
    let input = text("colour,shape\nred,round\n");
    let request = MappingRequest::default();
    let preview = preview_head(&input, &request, &context(), &english()).unwrap();
    assert_eq!(preview.kind, None);
    assert_eq!(preview.kinds.len(), Kind::ALL.len());
    assert_eq!(preview.columns[0].samples, ["red"]);
    let request = MappingRequest { kind: Some(Kind::Customers), ..request };
    let preview = preview_head(&input, &request, &context(), &english()).unwrap();
    assert_eq!(preview.missing[0].code, "id");
    assert_eq!(preview.columns[0].meaning, "Keep as label “colour”");
}

#[test]
fn an_amount_is_shown_in_the_currency_it_will_be_read_in() {
    let meant = |amount: &str| {
        let csv = format!("id,customer id,amount,start date\n1,a,{amount},2025-01-01\n");
        let request = MappingRequest { kind: Some(Kind::Subscriptions), ..Default::default() };
        let preview = preview_head(&text(&csv), &request, &context(), &english()).unwrap();
        preview.columns[2].meaning.clone()
    };
    assert_eq!(meant("12.00"), "Price, as €12.00");
    assert_eq!(meant("£12.00"), "Price, as £12.00");
    assert_eq!(meant("$12.00"), "Price, as US$12.00");
}

#[test]
fn guesses_say_how_sure_they_are() {
    let csv = "client,monthly price EUR,begin,x\na,10,2025-01-01,eur\nb,12,2025-02-01,eur\nc,12,2025-02-01,eur\n";
    let request = MappingRequest { kind: Some(Kind::Subscriptions), ..MappingRequest::default() };
    let preview = preview_head(&text(csv), &request, &context(), &english()).unwrap();
    let column = |at: usize| (preview.columns[at].field.as_deref(), &*preview.columns[at].verdict);
    assert_eq!(column(0), (Some("customer"), "sure"));
    assert_eq!(column(1), (Some("mrr"), "likely"));
    assert_eq!(column(2), (Some("start"), "sure"));
    assert_eq!(column(3), (Some("currency"), "likely"));
    assert_eq!((preview.sure, preview.look), (2, 2));
}

#[test]
fn a_currency_is_assumed_only_where_some_amount_names_none() {
    let said = |amounts: [&str; 2]| {
        let [first, second] = amounts;
        let csv = format!(
            "id,customer id,amount,interval,start date,ended at\n\
            1,a,{first},month,2025-01-01,\n2,b,{second},month,2025-01-01,2025-06-01\n"
        );
        let request = MappingRequest { kind: Some(Kind::Subscriptions), ..Default::default() };
        let preview = preview_head(&text(&csv), &request, &context(), &english()).unwrap();
        preview.notices.iter().any(|notice| notice.code == "currency_assumed")
    };
    assert!(said(["29.00", "39.00"]));
    assert!(said(["€29.00", "39.00"]));
    assert!(!said(["€29.00", "£39.00"]));
    assert!(!said(["$29.00", "$39.00"]));
}

#[test]
fn the_head_of_a_large_file_is_enough() {
    let mut csv = "id,customer id,amount,start date\n".to_owned();
    for n in 0..60_000 {
        csv += &format!("s{n},c{n},10.00,2025-01-01\n");
    }
    let request = MappingRequest::default();
    let preview = preview_head(&text(&csv), &request, &context(), &english()).unwrap();
    assert!(preview.dress.starts_with("about 5") || preview.dress.starts_with("about 6"));
    assert_eq!(preview.first.count, 1_000);
}

#[test]
fn each_column_can_mean_something_else_be_kept_or_be_left_out() {
    let csv = "id,first name,region,since\na,Ann,north,03/04/2025\nb,Bo,south,05/06/2025\n";
    let request = MappingRequest {
        kind: Some(Kind::Customers),
        map: vec![
            ("attribute.first name".into(), "first name".into()),
            ("name".into(), "region".into()),
        ],
        leave_out: vec!["since".into()],
        ..MappingRequest::default()
    };
    let preview = preview_head(&text(csv), &request, &context(), &english()).unwrap();
    let meaning = |at: usize| {
        let column = &preview.columns[at];
        (column.field.as_deref(), column.attribute, column.label.as_deref())
    };
    assert_eq!(meaning(1), (None, true, Some("first name")));
    assert_eq!(meaning(2), (Some("name"), false, Some("region")));
    assert_eq!(meaning(3), (None, false, Some("since")));
    assert_eq!(preview.date_order, None, "no column of dates is left");
}

#[test]
fn the_order_of_dates_can_be_chosen_where_the_values_leave_it_open() {
    let csv = "customer id,amount,start date\na,1,03/04/25\nb,1,05/06/25\n";
    let order = |date_order| {
        let request = MappingRequest { date_order, ..MappingRequest::default() };
        let preview = preview_head(&text(csv), &request, &context(), &english()).unwrap();
        let start = preview.columns[2].meaning.clone();
        (preview.date_order.unwrap(), start)
    };
    let (open, start) = order(None);
    assert_eq!((open.chosen.as_str(), start.as_str()), ("", "Start date, as 3 Apr 2025"));
    let codes: Vec<&str> = open.choices.iter().map(|choice| choice.code.as_str()).collect();
    assert_eq!(codes, ["", "day_first", "month_first", "year_first"]);
    assert_eq!(open.choices[2].label, "month first: 03/04/25 is 4 Mar 2025");
    let (chosen, start) = order(Some(DateOrder::YearFirst));
    assert_eq!(
        (chosen.chosen.as_str(), start.as_str()),
        ("year_first", "Start date, as 25 Apr 2003")
    );

    let told = "customer id,amount,start date\na,1,03/04/2025\nb,1,25/06/2025\n";
    let request = MappingRequest::default();
    let preview = preview_head(&text(told), &request, &context(), &english()).unwrap();
    assert_eq!(preview.date_order, None);
}

#[test]
fn keys_of_a_known_system_are_pointed_out_and_can_be_said_to_be_its() {
    let csv = "customer,date,mrr\ncus_1,2025-01-01,10\ncus_2,2025-01-01,10\n";
    let source = |source: Option<String>| {
        let request = MappingRequest { source, ..MappingRequest::default() };
        preview_head(&text(csv), &request, &context(), &english()).unwrap().source.unwrap()
    };
    let open = source(None);
    assert_eq!((open.chosen.as_str(), open.choices[1].code.as_str()), ("", "stripe"));
    assert!(open.hint.unwrap().contains("Stripe"));
    let chosen = source(Some("stripe".to_owned()));
    assert_eq!((chosen.chosen.as_str(), chosen.hint), ("stripe", None));
    let known = fixture("stripe/subscriptions_all.csv");
    let known = preview_head(&known, &MappingRequest::default(), &context(), &english()).unwrap();
    assert_eq!(known.source, None, "its exporter is known");
}

#[test]
fn changes_with_the_keys_of_a_system_join_its_customers() {
    let world = World::new();
    world.import(&fixture("stripe/subscriptions_all.csv")).unwrap();
    let accounts = || world.rows("SELECT count(*) FROM account").remove(0);
    let before = accounts();
    let key = world.rows("SELECT key FROM account ORDER BY key").remove(0);
    let csv = format!("customer,date,mrr\n{key},2025-06-01,10\n");
    let stripe = MappingRequest { source: Some("stripe".to_owned()), ..MappingRequest::default() };
    world.import_as(&text(&csv), &stripe, &Options::default()).unwrap();
    assert_eq!(accounts(), before);
    world.import(&text(&csv)).unwrap();
    assert_ne!(accounts(), before, "without a source the keys are the file's own");
}
