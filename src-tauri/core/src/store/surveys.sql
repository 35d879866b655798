-- Surveys: what is asked, on which scale, whom, and what is made of the comments.
-- Kind and scale of a survey never change, only its words do: old answers keep their meaning.
CREATE TABLE survey (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT NOT NULL UNIQUE,        -- answers name it by this
  kind        TEXT NOT NULL CHECK (kind IN ('nps', 'cli', 'csat', 'ces', 'own')),
  low         INTEGER NOT NULL,            -- scale of the score
  high        INTEGER NOT NULL,
  question_en TEXT,                        -- null: the program's own words
  question_nl TEXT,
  question_sv TEXT
) STRICT;

CREATE TABLE survey_item (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  survey INTEGER NOT NULL REFERENCES survey (id),
  usual  TEXT CHECK (usual IN ('quality', 'service', 'experience')), -- column of answer; null: its own
  name   TEXT NOT NULL,                    -- empty for one of the usual
  low    INTEGER NOT NULL,
  high   INTEGER NOT NULL
) STRICT;

-- An answer to an item of a survey's own; the usual ones are columns of the answer.
CREATE TABLE answer_item (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  answer INTEGER NOT NULL REFERENCES answer (id),
  item   INTEGER NOT NULL REFERENCES survey_item (id),
  value  INTEGER NOT NULL
) STRICT;
CREATE INDEX answer_item_of ON answer_item (answer);

CREATE TABLE wave (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  survey    INTEGER NOT NULL REFERENCES survey (id),
  name      TEXT NOT NULL,                 -- answers name it by this
  first_day INTEGER NOT NULL,
  last_day  INTEGER NOT NULL,              -- both included
  UNIQUE (survey, name)
) STRICT;

CREATE TABLE invitation (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  wave    INTEGER NOT NULL REFERENCES wave (id),
  account INTEGER NOT NULL REFERENCES account (id),
  day     INTEGER NOT NULL
) STRICT;

-- A theme of the user's own; those every workspace has are in the program.
CREATE TABLE theme (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  name  TEXT NOT NULL UNIQUE,
  words TEXT NOT NULL                      -- beginnings of words that suggest it, one a line
) STRICT;

-- What the user says a comment is about, or is not, whatever its words suggest.
CREATE TABLE theme_mark (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  theme        TEXT NOT NULL,              -- price; own-12
  answer       INTEGER REFERENCES answer (id),
  cancellation INTEGER REFERENCES cancellation (id),
  about        INTEGER NOT NULL CHECK (about IN (0, 1)),
  CHECK ((answer IS NULL) <> (cancellation IS NULL))
) STRICT;
CREATE INDEX theme_mark_of ON theme_mark (answer);
CREATE INDEX theme_mark_of_cancellation ON theme_mark (cancellation);

CREATE TABLE feature (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  name    TEXT NOT NULL UNIQUE,
  state   TEXT NOT NULL CHECK (state IN ('asked', 'planned', 'shipped')),
  shipped INTEGER                          -- the day
) STRICT;

-- Who asked for it, and where he said so.
CREATE TABLE feature_request (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  feature      INTEGER NOT NULL REFERENCES feature (id),
  account      INTEGER REFERENCES account (id),
  answer       INTEGER REFERENCES answer (id),
  cancellation INTEGER REFERENCES cancellation (id),
  day          INTEGER NOT NULL,
  told         INTEGER                     -- the day he was told that it is there
) STRICT;
CREATE INDEX feature_request_of ON feature_request (answer);
CREATE INDEX feature_request_of_cancellation ON feature_request (cancellation);
