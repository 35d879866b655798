//! What somebody says of how a file is written: encoding, delimiter, no header.

use super::*;
use crate::import::{Dress, preview_head, sniff_as};

fn as_said(dress: Dress) -> MappingRequest {
    MappingRequest { dress, ..MappingRequest::default() }
}

#[test]
fn a_file_without_names_is_mapped_by_the_numbers_of_its_columns() {
    let world = World::new();
    let file = text("c1,ann@a.example,2025-01-01\nc2,bo@a.example,2025-02-01\n");
    let headless = Dress { headless: true, ..Dress::default() };
    let sniffed = sniff_as(&file, &headless).unwrap();
    assert_eq!(sniffed.header, ["(1)", "(2)", "(3)"]);
    assert_eq!((sniffed.rows.len(), sniffed.rows[0].line), (2, 1));
    let request = MappingRequest {
        kind: Some(Kind::Customers),
        map: vec![("id".into(), "(1)".into()), ("email".into(), "(2)".into())],
        ..as_said(headless)
    };
    let summary = world.import_as(&file, &request, &Options::default()).unwrap();
    assert_eq!(counts(&summary), (2, 2, 0, 0, 0));
}

#[test]
fn what_is_said_beats_what_was_found() {
    let file = Input::bytes("t.csv", b"id:name\n1:Zo\x91\n2:B, c\n".as_slice()).unwrap();
    let dress =
        Dress { encoding: Some("macintosh".into()), delimiter: Some(":".into()), headless: false };
    let sniffed = sniff_as(&file, &dress).unwrap();
    assert_eq!(sniffed.header, ["id", "name"]);
    assert_eq!(sniffed.rows[0].cells, ["1", "Zoë"]);
    for (encoding, delimiter) in [(Some("klingon"), None), (None, Some("ab"))] {
        let own = |text: Option<&str>| text.map(str::to_owned);
        let dress = Dress { encoding: own(encoding), delimiter: own(delimiter), headless: false };
        let error = sniff_as(&file, &dress).unwrap_err();
        assert!(matches!(error, crate::Error::File(FileTrouble::BadValue { .. })), "{error:?}");
    }
}

#[test]
fn a_value_for_every_row_is_offered_where_no_column_says_it_and_checked() {
    let file = text("customer,amount,start\nc1,9.00,2025-01-01\n");
    let request = |value: &str| MappingRequest {
        kind: Some(Kind::Subscriptions),
        set: vec![("interval".into(), value.into())],
        ..MappingRequest::default()
    };
    let shown = preview_head(&file, &request("year"), &context(), &english()).unwrap();
    let of = |code: &str| shown.constants.iter().find(|one| one.code == code);
    assert_eq!(of("interval").unwrap().value.as_deref(), Some("year"));
    assert_eq!(of("interval").unwrap().choices.len(), 4);
    assert_eq!(of("currency").unwrap().value, None);
    assert!(of("amount").is_none() && of("customer").is_none());
    assert!(preview_head(&file, &request("sometimes"), &context(), &english()).is_err());
}
