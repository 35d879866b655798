-- Version 4: what files bring besides customers and subscriptions. `key` is the exporter's own,
-- empty where it gives none. `hash` tells a row from every other of its table and finds it again: of
-- source and key, or of the whole row and how often it came in its file; 0 for one no file brought.

CREATE TABLE invoice (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  hash         INTEGER NOT NULL DEFAULT 0,
  key          TEXT NOT NULL DEFAULT '',
  account      INTEGER NOT NULL REFERENCES account (id),
  subscription TEXT,
  day          INTEGER NOT NULL,
  period_start INTEGER,                    -- what is paid for: from this day
  period_end   INTEGER,                    -- to before this one
  plan         INTEGER REFERENCES plan (id),
  amount       INTEGER NOT NULL,
  currency     TEXT NOT NULL,
  tax          INTEGER,                    -- the part of the amount that is tax
  discount     INTEGER,
  status       TEXT NOT NULL,              -- draft, open, paid, void, uncollectible
  quantity     INTEGER NOT NULL
) STRICT;

-- A charge, whether it succeeded or not.
CREATE TABLE payment (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  hash         INTEGER NOT NULL DEFAULT 0,
  key          TEXT NOT NULL DEFAULT '',
  account      INTEGER NOT NULL REFERENCES account (id),
  invoice      TEXT,
  day          INTEGER NOT NULL,
  amount       INTEGER NOT NULL,
  currency     TEXT NOT NULL,
  status       TEXT NOT NULL,              -- paid, failed, pending, refunded, disputed
  refunded     INTEGER NOT NULL,
  failure      TEXT,                       -- why it failed, in the source's words
  card_expires INTEGER
) STRICT;

CREATE TABLE ticket (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  hash     INTEGER NOT NULL DEFAULT 0,
  key      TEXT NOT NULL DEFAULT '',
  account  INTEGER NOT NULL REFERENCES account (id),
  opened   INTEGER NOT NULL,
  closed   INTEGER,
  kind     TEXT,
  priority TEXT,
  subject  TEXT
) STRICT;

-- What a customer said when he cancelled.
CREATE TABLE cancellation (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  hash         INTEGER NOT NULL DEFAULT 0,
  key          TEXT NOT NULL DEFAULT '',
  account      INTEGER NOT NULL REFERENCES account (id),
  subscription TEXT,
  day          INTEGER NOT NULL,
  reason       TEXT,
  comment      TEXT
) STRICT;

-- What winning customers cost in a period.
CREATE TABLE cost (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  hash     INTEGER NOT NULL DEFAULT 0,
  key      TEXT NOT NULL DEFAULT '',
  period   TEXT NOT NULL,                  -- 2026-03
  amount   INTEGER NOT NULL,
  currency TEXT NOT NULL
) STRICT;

ALTER TABLE event ADD COLUMN hash INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN key TEXT NOT NULL DEFAULT '';
ALTER TABLE answer ADD COLUMN hash INTEGER NOT NULL DEFAULT 0;
ALTER TABLE answer ADD COLUMN key TEXT NOT NULL DEFAULT '';
ALTER TABLE purchase ADD COLUMN hash INTEGER NOT NULL DEFAULT 0;
ALTER TABLE purchase ADD COLUMN key TEXT NOT NULL DEFAULT '';
ALTER TABLE referral ADD COLUMN hash INTEGER NOT NULL DEFAULT 0;
ALTER TABLE referral ADD COLUMN key TEXT NOT NULL DEFAULT '';
