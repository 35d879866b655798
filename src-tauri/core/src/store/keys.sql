-- Version 6: where the row of a hash lies, for every table whose rows are found again by hash: pages of
-- hashes with their rows, sorted; `first` is the first hash of a page (see keys.rs).

CREATE TABLE answer_key (first INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;
CREATE TABLE cancellation_key (first INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;
CREATE TABLE cost_key (first INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;
CREATE TABLE event_key (first INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;
CREATE TABLE invoice_key (first INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;
CREATE TABLE payment_key (first INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;
CREATE TABLE plan_change_key (first INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;
CREATE TABLE purchase_key (first INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;
CREATE TABLE referral_key (first INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;
CREATE TABLE ticket_key (first INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;
