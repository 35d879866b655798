-- Version 1. Days are days since 1970-01-01, instants UTC seconds, money minor units.
-- Facts are kept as they were given; what they mean on a day is worked out by the ledger.
-- AUTOINCREMENT: rows an import adds are one range of ids per table, never used again.

CREATE TABLE setting (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  key   TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL                      -- JSON
) STRICT;

-- Every write belongs to one change: an import or one act by hand.
CREATE TABLE change (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  at     INTEGER NOT NULL,
  kind   TEXT NOT NULL,                    -- import, edit
  label  TEXT NOT NULL,                    -- file name or words
  undone INTEGER NOT NULL DEFAULT 0        -- 1: undone; 2: undone, and too large to be done again
) STRICT;

-- Rows a change added: ranges of ids, no row of log each.
CREATE TABLE added (
  change   INTEGER NOT NULL REFERENCES change (id),
  tbl      TEXT NOT NULL,
  first_id INTEGER NOT NULL,
  last_id  INTEGER NOT NULL,
  PRIMARY KEY (change, tbl, first_id)
) STRICT, WITHOUT ROWID;

-- Rows it altered or deleted: the old values of the columns that changed, as JSON. Of a change
-- that is undone: the values it had given. A row's entries in order of id are its history.
CREATE TABLE log (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  change INTEGER NOT NULL REFERENCES change (id),
  tbl    TEXT NOT NULL,
  row    INTEGER NOT NULL,
  op     TEXT NOT NULL CHECK (op IN ('update', 'delete')),
  old    TEXT                              -- JSON object; null where there was nothing to delete
) STRICT;
CREATE INDEX log_of_row ON log (tbl, row);
CREATE INDEX log_of_change ON log (change);

-- Rows that an undone change had added, kept to add them again.
CREATE TABLE removed (
  change INTEGER NOT NULL REFERENCES change (id),
  tbl    TEXT NOT NULL,
  row    INTEGER NOT NULL,
  old    TEXT NOT NULL,                    -- JSON object
  PRIMARY KEY (change, tbl, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE import (
  change      INTEGER PRIMARY KEY REFERENCES change (id),
  file        TEXT NOT NULL,
  kind        TEXT NOT NULL,
  exporter    TEXT NOT NULL,               -- stripe, or empty
  row_count   INTEGER NOT NULL,
  new         INTEGER NOT NULL,
  changed     INTEGER NOT NULL,
  unchanged   INTEGER NOT NULL,
  skipped     INTEGER NOT NULL,
  mapping     TEXT NOT NULL,               -- JSON object field -> column
  has_ended   INTEGER NOT NULL             -- 0: a list of subscriptions without any that has ended
) STRICT;

CREATE TABLE source (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE                -- stripe; empty for files no exporter claims
) STRICT;

-- One key of one source that stands for a customer. A customer is the number its accounts share:
-- the id of the account that first opened it. Joining and splitting change that number, nothing else.
CREATE TABLE account (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  source       INTEGER NOT NULL REFERENCES source (id),
  key          TEXT NOT NULL,
  customer     INTEGER NOT NULL,
  name         TEXT,
  email        TEXT,
  company      TEXT,
  country      TEXT,
  created      INTEGER,
  birthday     INTEGER,
  card_expires INTEGER,
  tags         TEXT,
  attributes   TEXT                        -- JSON object of any other column, sorted by name; null for none
) STRICT;

CREATE TABLE plan (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  source         INTEGER NOT NULL REFERENCES source (id),
  key            TEXT NOT NULL,
  name           TEXT,
  amount         INTEGER,
  currency       TEXT,
  unit           TEXT,
  unit_count     INTEGER,
  UNIQUE (source, key)
) STRICT;

CREATE TABLE subscription (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  account          INTEGER NOT NULL REFERENCES account (id),
  key              TEXT NOT NULL,
  plan             INTEGER REFERENCES plan (id),
  amount           INTEGER,
  mrr              INTEGER,
  currency         TEXT NOT NULL,
  unit             TEXT NOT NULL,
  unit_count       INTEGER NOT NULL,
  quantity         INTEGER NOT NULL,
  discount         INTEGER NOT NULL,       -- hundredths of a percent
  status           TEXT NOT NULL,
  start            INTEGER NOT NULL,
  trial_start      INTEGER,
  trial_end        INTEGER,
  period_start     INTEGER,
  period_end       INTEGER,
  at_period_end    INTEGER NOT NULL,
  cancel_requested INTEGER,
  ended            INTEGER,
  past_due_since   INTEGER,
  paused_on        INTEGER,
  cancel_reason    TEXT,
  seen_on          INTEGER NOT NULL
) STRICT;

-- A change log: from that day on this is the whole state of the subscription.
CREATE TABLE plan_change (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  account      INTEGER NOT NULL REFERENCES account (id),
  subscription TEXT NOT NULL,              -- key; empty: the customer's only one
  day          INTEGER NOT NULL,
  second       INTEGER NOT NULL,
  status       TEXT NOT NULL,
  plan         INTEGER REFERENCES plan (id),
  amount       INTEGER,
  mrr          INTEGER,
  currency     TEXT NOT NULL,
  unit         TEXT NOT NULL,
  unit_count   INTEGER NOT NULL,
  quantity     INTEGER NOT NULL,
  discount     INTEGER NOT NULL,
  hash         INTEGER NOT NULL            -- of the normalised row and its occurrence number
) STRICT;

-- What one unit of a currency is worth in the workspace's, from a day on.
CREATE TABLE rate (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  currency TEXT NOT NULL,
  day      INTEGER NOT NULL,
  rate     TEXT NOT NULL,                  -- decimal
  UNIQUE (currency, day)
) STRICT;

-- What a customer did: a login, a feature used, a data export, a visit to the cancel page.
CREATE TABLE event (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES account (id),
  day     INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  detail  TEXT
) STRICT;

-- A survey answer; without an account it is anonymous.
CREATE TABLE answer (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  account    INTEGER REFERENCES account (id),
  survey     TEXT NOT NULL,
  wave       TEXT,
  day        INTEGER NOT NULL,
  score      INTEGER,
  quality    INTEGER,
  service    INTEGER,
  experience INTEGER,
  comment    TEXT
) STRICT;

CREATE TABLE purchase (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  account  INTEGER NOT NULL REFERENCES account (id),
  day      INTEGER NOT NULL,
  amount   INTEGER NOT NULL,
  currency TEXT NOT NULL,
  visits   INTEGER NOT NULL
) STRICT;

CREATE TABLE referral (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  referrer INTEGER NOT NULL REFERENCES account (id),
  referred INTEGER NOT NULL REFERENCES account (id),
  day      INTEGER NOT NULL
) STRICT;
