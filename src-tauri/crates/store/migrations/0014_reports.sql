-- Reports. A date is `YYYY-MM-DD`, a moment RFC 3339 with its offset.

-- `cohort`: null for the program as a whole. `left_out`: keys of sections, a JSON list.
CREATE TABLE report (
  id       TEXT PRIMARY KEY,
  program  TEXT NOT NULL,
  cohort   TEXT,
  kind     TEXT NOT NULL,
  template TEXT NOT NULL,
  audience TEXT NOT NULL,
  sheet    TEXT NOT NULL,
  left_out TEXT NOT NULL DEFAULT '[]',
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What people wrote for one section; linked figures stand in it as `{key: value}`.
CREATE TABLE report_text (
  id      TEXT PRIMARY KEY,
  report  TEXT NOT NULL,
  section TEXT NOT NULL,
  text    TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX report_text_report ON report_text (report);

-- What was handed out. `publication`: the tables that it prints, which later reports are checked with; null where it
-- counts nobody. `supersedes`: the one whose place it takes.
CREATE TABLE report_issue (
  id          TEXT PRIMARY KEY,
  program     TEXT NOT NULL,
  cohort      TEXT,
  person      TEXT,
  session     TEXT,
  kind        TEXT NOT NULL,
  title       TEXT NOT NULL,
  audience    TEXT NOT NULL,
  recipient   TEXT NOT NULL,
  as_of       TEXT NOT NULL,
  issued      TEXT NOT NULL,
  author      TEXT NOT NULL,
  hash        TEXT NOT NULL,
  size        INTEGER NOT NULL,
  chunks      TEXT NOT NULL,
  pages       INTEGER NOT NULL,
  supersedes  TEXT,
  reason      TEXT NOT NULL,
  publication TEXT,
  deleted     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX report_issue_program ON report_issue (program);

-- The order of a report that a funder wants, beside those that are shipped.
CREATE TABLE report_template (
  id      TEXT PRIMARY KEY,
  key     TEXT NOT NULL,
  content TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Fewest people a protected number stands for; a row once it was changed.
CREATE TABLE report_threshold (
  id       TEXT PRIMARY KEY,
  audience TEXT NOT NULL,
  people   INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What counts over a whole program is answered from indexes, without a row of each sheet and mark.
CREATE INDEX response_corrects ON response (corrects) WHERE corrects IS NOT NULL;
DROP INDEX attendance_person;
CREATE INDEX attendance_person ON attendance (person, deleted, mark, session);
DROP INDEX attendance_session;
CREATE INDEX attendance_session ON attendance (session, deleted, mark, person);
