-- Version 9: what somebody deleted by hand: it stays deleted for as long as files say what they said.
CREATE TABLE deleted (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  of_table TEXT NOT NULL,
  identity INTEGER NOT NULL,               -- tells it from every other row of its table
  brought  TEXT NOT NULL                    -- JSON object: the row as its file brought it
) STRICT;
