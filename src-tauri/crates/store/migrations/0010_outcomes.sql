-- What a program leads to after its end. A date is `YYYY-MM-DD`.

CREATE TABLE outcome (
  id       TEXT PRIMARY KEY,
  program  TEXT NOT NULL,
  position INTEGER NOT NULL,
  term     TEXT NOT NULL,
  title    TEXT NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outcome_program ON outcome (program, position);

-- `cohort`: null if it concerns the program as a whole. `corrects`: the evidence that this takes the place of.
CREATE TABLE outcome_evidence (
  id       TEXT PRIMARY KEY,
  outcome  TEXT NOT NULL,
  cohort   TEXT,
  person   TEXT,
  date     TEXT NOT NULL,
  what     TEXT NOT NULL,
  witness  TEXT NOT NULL,
  link     TEXT NOT NULL,
  quote    TEXT NOT NULL,
  author   TEXT NOT NULL,
  corrects TEXT,
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outcome_evidence_outcome ON outcome_evidence (outcome, date);

CREATE TABLE indicator (
  id          TEXT PRIMARY KEY,
  program     TEXT NOT NULL,
  institution TEXT NOT NULL,
  name        TEXT NOT NULL,
  value       TEXT NOT NULL,
  date        TEXT NOT NULL,
  source      TEXT NOT NULL,
  deleted     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX indicator_program ON indicator (program, date);

-- `moment`: one that every cohort has, or null for an own one, which begins `weeks` after the last day.
CREATE TABLE follow_up (
  id      TEXT PRIMARY KEY,
  cohort  TEXT NOT NULL,
  moment  TEXT,
  title   TEXT NOT NULL,
  weeks   INTEGER NOT NULL,
  done    TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX follow_up_cohort ON follow_up (cohort);
