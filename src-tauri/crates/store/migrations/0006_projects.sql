-- Real-world projects. A date is `YYYY-MM-DD`; `done` of a milestone holds only while its state is done.

CREATE TABLE project (
  id            TEXT PRIMARY KEY,
  cohort        TEXT NOT NULL,
  title         TEXT NOT NULL,
  problem       TEXT NOT NULL,
  beneficiaries TEXT NOT NULL,
  institution   TEXT NOT NULL,
  sponsor       TEXT NOT NULL,
  success       TEXT NOT NULL,
  agreed        TEXT,
  deleted       INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX project_cohort ON project (cohort);

CREATE TABLE project_member (
  id      TEXT PRIMARY KEY,
  project TEXT NOT NULL,
  person  TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX project_member_project ON project_member (project);
CREATE INDEX project_member_person ON project_member (person);

CREATE TABLE milestone (
  id       TEXT PRIMARY KEY,
  project  TEXT NOT NULL,
  position INTEGER NOT NULL,
  title    TEXT NOT NULL,
  due      TEXT NOT NULL,
  done     TEXT,
  state    TEXT NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX milestone_project ON milestone (project, position);

-- `corrects`: the update that this one takes the place of.
CREATE TABLE project_update (
  id       TEXT PRIMARY KEY,
  project  TEXT NOT NULL,
  date     TEXT NOT NULL,
  status   TEXT NOT NULL,
  text     TEXT NOT NULL,
  author   TEXT NOT NULL,
  corrects TEXT,
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX project_update_project ON project_update (project, date);

-- `about`: the update that it supports, or null. `value`: the words or the address; empty for a file.
-- `chunks`: BLAKE3 hashes of the pieces of a file, one a line.
CREATE TABLE evidence (
  id      TEXT PRIMARY KEY,
  project TEXT NOT NULL,
  about   TEXT,
  kind    TEXT NOT NULL,
  title   TEXT NOT NULL,
  value   TEXT NOT NULL,
  hash    TEXT,
  size    INTEGER,
  media   TEXT,
  chunks  TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX evidence_project ON evidence (project);

-- `competency`: its key, or a name that no framework has.
CREATE TABLE lesson (
  id         TEXT PRIMARY KEY,
  project    TEXT NOT NULL,
  person     TEXT NOT NULL,
  session    TEXT,
  block      TEXT,
  competency TEXT NOT NULL,
  what       TEXT NOT NULL,
  date       TEXT NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX lesson_project ON lesson (project);
CREATE INDEX lesson_person ON lesson (person);

CREATE TABLE next_step (
  id      TEXT PRIMARY KEY,
  cohort  TEXT NOT NULL,
  person  TEXT NOT NULL,
  text    TEXT NOT NULL,
  due     TEXT,
  done    TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX next_step_person ON next_step (cohort, person);

-- Pieces of attached files by their BLAKE3 hash. Local and never logged: a piece is what its name says.
CREATE TABLE chunk (
  hash  TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
