-- The facility, its programs and cohorts, and the people in them. A date is `YYYY-MM-DD`.

CREATE TABLE facility (
  id      TEXT PRIMARY KEY,
  name    TEXT NOT NULL,
  zone    TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE program (
  id           TEXT PRIMARY KEY,
  name         TEXT NOT NULL,
  situation    TEXT NOT NULL,
  funder       TEXT NOT NULL,
  award        TEXT NOT NULL,
  award_starts TEXT,
  award_ends   TEXT,
  sample       INTEGER NOT NULL,
  deleted      INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE cohort (
  id      TEXT PRIMARY KEY,
  program TEXT NOT NULL,
  name    TEXT NOT NULL,
  mark    TEXT NOT NULL,
  prefix  TEXT NOT NULL,
  starts  TEXT,
  ends    TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX cohort_program ON cohort (program);

-- `synonyms`: one spelling a line.
CREATE TABLE sector (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  synonyms TEXT NOT NULL,
  position INTEGER NOT NULL,
  mark     TEXT NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE level (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  synonyms TEXT NOT NULL,
  position INTEGER NOT NULL,
  mark     TEXT NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- `roles`: words separated by spaces.
CREATE TABLE person (
  id          TEXT PRIMARY KEY,
  given       TEXT NOT NULL,
  family      TEXT NOT NULL,
  email       TEXT NOT NULL,
  institution TEXT NOT NULL,
  position    TEXT NOT NULL,
  region      TEXT NOT NULL,
  sector      TEXT,
  level       TEXT,
  size        TEXT,
  aspiration  TEXT NOT NULL,
  consent     TEXT NOT NULL,
  roles       TEXT NOT NULL,
  deleted     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX person_name ON person (family, given);

CREATE TABLE enrolment (
  id          TEXT PRIMARY KEY,
  cohort      TEXT NOT NULL,
  person      TEXT NOT NULL,
  number      INTEGER NOT NULL,
  sector      TEXT,
  level       TEXT,
  aspiration  TEXT NOT NULL,
  institution TEXT NOT NULL,
  position    TEXT NOT NULL,
  region      TEXT NOT NULL,
  size        TEXT,
  registered  TEXT,
  deleted     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX enrolment_cohort ON enrolment (cohort, number);
CREATE INDEX enrolment_person ON enrolment (person);
