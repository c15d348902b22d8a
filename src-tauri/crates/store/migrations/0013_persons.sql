-- People over time: records of one person, leaving and coming back, what somebody allows. A date is `YYYY-MM-DD`.

-- `replaced`: fields of the winner that took over a value of the loser, as a list of [field, before, taken over].
CREATE TABLE person_alias (
  id       TEXT PRIMARY KEY,
  loser    TEXT NOT NULL,
  winner   TEXT NOT NULL,
  replaced TEXT NOT NULL DEFAULT '[]',
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Not synced, worked out from `person_alias` and `person`: every record of which there are several for one
-- person, with the one that counts.
CREATE TABLE same_person (
  id   TEXT PRIMARY KEY,
  kept TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX same_person_kept ON same_person (kept);

-- Two records that look like one person and are two.
CREATE TABLE two_people (
  id      TEXT PRIMARY KEY,
  one     TEXT NOT NULL,
  other   TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

-- `day`: the last one on which they took part. `onward`: the place where they go on. `returned`: since when they
-- are back.
CREATE TABLE departure (
  id        TEXT PRIMARY KEY,
  enrolment TEXT NOT NULL,
  way       TEXT NOT NULL,
  day       TEXT NOT NULL,
  reason    TEXT,
  words     TEXT NOT NULL,
  answers   TEXT NOT NULL,
  onward    TEXT,
  returned  TEXT,
  deleted   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX departure_enrolment ON departure (enrolment);
CREATE INDEX departure_onward ON departure (onward) WHERE onward IS NOT NULL;

-- A shipped reason or kind has a row once it was changed.
CREATE TABLE leaving_reason (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  position INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE consent_kind (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  wording  TEXT NOT NULL,
  version  INTEGER NOT NULL,
  position INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The answer with which a record began stands in `person.consent`.
CREATE TABLE consent_answer (
  id       TEXT PRIMARY KEY,
  person   TEXT NOT NULL,
  kind     TEXT NOT NULL,
  answer   TEXT NOT NULL,
  day      TEXT NOT NULL,
  means    TEXT NOT NULL,
  recorder TEXT NOT NULL,
  wording  TEXT NOT NULL,
  version  INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX consent_answer_person ON consent_answer (person, kind);
