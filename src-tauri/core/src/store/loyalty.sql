-- Loyalty: the rules with the day they hold from, and what people did: joined, left, redeemed, were
-- given or denied points. Points, tiers and what they cost are computed, never stored.

CREATE TABLE programme (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  from_day INTEGER NOT NULL UNIQUE,        -- first day the rules hold
  rules    TEXT NOT NULL                   -- JSON
) STRICT;

-- What points are given for. One that was redeemed is retired, never taken away.
CREATE TABLE reward (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  name    TEXT NOT NULL UNIQUE,
  kind    TEXT NOT NULL CHECK (kind IN ('free_month', 'discount', 'early_access', 'gift')),
  points  INTEGER NOT NULL,                -- what it takes
  worth   INTEGER,                         -- what it costs, in minor units; null: nobody said
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE redemption (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES account (id),
  day     INTEGER NOT NULL,
  reward  INTEGER REFERENCES reward (id),
  what    TEXT,                            -- in the user's words, where no reward is named
  points  INTEGER NOT NULL
) STRICT;

CREATE TABLE adjustment (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES account (id),
  day     INTEGER NOT NULL,
  points  INTEGER NOT NULL,                -- above 0 given, below 0 taken
  reason  TEXT NOT NULL
) STRICT;

-- Who joined or left, and what he brought from an earlier programme. One row each time he joined.
CREATE TABLE member (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  hash       INTEGER NOT NULL DEFAULT 0,
  key        TEXT NOT NULL DEFAULT '',
  account    INTEGER NOT NULL REFERENCES account (id),
  joined     INTEGER,                      -- null: what he brought is all that is told
  left_on    INTEGER,                      -- first day he is no member
  opening    INTEGER,                      -- points he brought
  opening_on INTEGER                       -- the day they begin; null: the first he is a member
) STRICT;
CREATE TABLE member_key (first INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;
