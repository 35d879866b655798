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
    assert!(amount.meaning.starts_with("Price, read as "), "{}", amount.meaning);
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
    assert_eq!(preview.kinds.len(), 3);
    assert_eq!(preview.columns[0].samples, ["red"]);
    let request = MappingRequest { kind: Some(Kind::Customers), ..request };
    let preview = preview_head(&input, &request, &context(), &english()).unwrap();
    assert_eq!(preview.missing[0].code, "id");
    assert_eq!(preview.columns[0].meaning, "Keep as label “colour”");
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
