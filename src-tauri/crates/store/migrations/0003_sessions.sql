-- Sessions, their blocks, who came, and notes. Minutes of the day are planned and local; instants are RFC 3339 in UTC.

CREATE TABLE session (
  id      TEXT PRIMARY KEY,
  cohort  TEXT NOT NULL,
  title   TEXT NOT NULL,
  place   TEXT NOT NULL,
  zone    TEXT NOT NULL,
  date    TEXT NOT NULL,
  starts  INTEGER NOT NULL,
  began   TEXT,
  ended   TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX session_cohort ON session (cohort, date);

-- `competencies`: one a line. `locked`: minutes of the day if nothing may move it.
-- `began` and `ended` are actual; `run_minutes` what a repair gave it; `dropped` whether one left it out.
CREATE TABLE block (
  id           TEXT PRIMARY KEY,
  session      TEXT NOT NULL,
  position     INTEGER NOT NULL,
  title        TEXT NOT NULL,
  minutes      INTEGER,
  locked       INTEGER,
  optional     INTEGER NOT NULL,
  competencies TEXT NOT NULL,
  began        TEXT,
  ended        TEXT,
  run_minutes  INTEGER,
  dropped      INTEGER NOT NULL DEFAULT 0,
  deleted      INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX block_session ON block (session, position);

CREATE TABLE attendance (
  id      TEXT PRIMARY KEY,
  session TEXT NOT NULL,
  person  TEXT NOT NULL,
  mark    TEXT NOT NULL,
  arrived TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX attendance_session ON attendance (session);
CREATE INDEX attendance_person ON attendance (person);

-- `corrects`: the note that this one takes the place of.
CREATE TABLE note (
  id       TEXT PRIMARY KEY,
  session  TEXT NOT NULL,
  block    TEXT,
  text     TEXT NOT NULL,
  at       TEXT NOT NULL,
  corrects TEXT,
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX note_session ON note (session, at);
