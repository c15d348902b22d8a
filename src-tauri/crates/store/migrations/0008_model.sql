-- What is put into a program, and its logic model. Times are in minutes, a date is `YYYY-MM-DD`.

-- `trains`: whether it is a training facility of its own.
CREATE TABLE partner (
  id       TEXT PRIMARY KEY,
  program  TEXT NOT NULL,
  name     TEXT NOT NULL,
  part     TEXT NOT NULL,
  trains   INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX partner_program ON partner (program);

-- The institutions with which a session is held.
CREATE TABLE session_partner (
  id      TEXT PRIMARY KEY,
  session TEXT NOT NULL,
  partner TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX session_partner_session ON session_partner (session);

CREATE TABLE hours (
  id      TEXT PRIMARY KEY,
  program TEXT NOT NULL,
  cohort  TEXT,
  session TEXT,
  person  TEXT NOT NULL,
  role    TEXT NOT NULL,
  planned INTEGER NOT NULL,
  given   INTEGER NOT NULL,
  date    TEXT,
  what    TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX hours_program ON hours (program, date);
CREATE INDEX hours_person ON hours (person);

-- A revision of the logic model, frozen. `content`: JSON with `situation` and the lists `sectors`, `levels`,
-- `competencies` and `outcomes`.
CREATE TABLE model (
  id      TEXT PRIMARY KEY,
  program TEXT NOT NULL,
  number  INTEGER NOT NULL,
  date    TEXT NOT NULL,
  remark  TEXT NOT NULL,
  content TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX model_program ON model (program, number);
