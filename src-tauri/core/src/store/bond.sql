-- What the user decided of two accounts, whatever their mail addresses say.
CREATE TABLE bond (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  one    INTEGER NOT NULL REFERENCES account (id),
  other  INTEGER NOT NULL REFERENCES account (id),  -- the larger id
  joined INTEGER NOT NULL CHECK (joined IN (0, 1)), -- 1: one customer; 0: kept apart
  UNIQUE (one, other)
) STRICT;

-- Accounts that joined the customer of another: few, so an import does not feel it.
CREATE INDEX account_joined ON account (customer) WHERE customer <> id;
