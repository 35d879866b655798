//! Opening a large book from its image.

use super::Book;
use crate::import::{self, Input, MappingRequest, Options};
use crate::model::{Currency, Day};
use crate::sample::Scale;
use crate::store::{Act, Founding, Store, setting};
use crate::task::Cancel;
use crate::voice::{Language, Region, Voice};
use std::fs;
use std::path::Path;

const TODAY: Day = Day(20_777);

fn large_workspace(folder: &Path) -> Store {
    let csv = folder.join("subscriptions.csv");
    Scale::of(10_000).write_subscriptions(&mut fs::File::create(&csv).unwrap()).unwrap();
    let founding =
        Founding { name: "Large".to_owned(), currency: Currency::EUR, time_zone: chrono_tz::UTC };
    let store = Store::create(&folder.join("large.holdfast"), &founding).unwrap();
    let options = Options { now: 20_777 * 86_400, ..Options::default() };
    let voice = Voice::new(Language::En, Region::default());
    let (input, request) = (Input::file(&csv).unwrap(), MappingRequest::default());
    let cancel = Cancel::default();
    import::run(&store, &input, &request, &options, &voice, &cancel, &mut |_| {}).unwrap();
    store
}

#[test]
fn a_book_from_its_image_is_the_book_from_its_tables() {
    let folder = tempfile::tempdir().unwrap();
    let store = large_workspace(folder.path());
    let images = folder.path().join("images");
    fs::create_dir(&images).unwrap();
    let open = || Book::open(store.path(), TODAY, 1, &images).unwrap();
    let ledger = |book: &Book| format!("{:?}", book.ledger);

    let first = open();
    assert!(first.image.is_some(), "there was none yet");
    first.keep_image().unwrap();
    let again = open();
    assert!(again.image.is_none(), "read from the image");
    assert_eq!(ledger(&again), ledger(&first));

    // A rule changes: what was kept is of another moment.
    let act = Act { kind: "edit", label: "grace", at: 20_777 * 86_400 };
    let changed = store.write(&act, |tx, _| {
        let mut settings = setting::read(tx)?;
        settings.policy.grace_days = 0;
        setting::write(tx, &settings)
    });
    changed.unwrap();
    let later = open();
    assert!(later.image.is_some() && ledger(&later) != ledger(&first));
    later.keep_image().unwrap();

    // A damaged image is as good as none.
    let image = fs::read_dir(&images).unwrap().next().unwrap().unwrap().path();
    let mut bytes = fs::read(&image).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&image, bytes).unwrap();
    let mended = open();
    assert!(mended.image.is_some());
    assert_eq!(ledger(&mended), ledger(&later));
}
