-- Occasions and answered sheets. A date is `YYYY-MM-DD`, an instant RFC 3339 in UTC.

CREATE TABLE occasion (
  id         TEXT PRIMARY KEY,
  cohort     TEXT NOT NULL,
  instrument TEXT NOT NULL,
  version    INTEGER NOT NULL,
  moment     TEXT NOT NULL,
  opens      TEXT,
  due        TEXT,
  deleted    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX occasion_cohort ON occasion (cohort);

-- One sheet. `answers`: a JSON array of [item, code]; frozen. `contexts`: keys separated by spaces.
CREATE TABLE response (
  id       TEXT PRIMARY KEY,
  occasion TEXT NOT NULL,
  subject  TEXT NOT NULL,
  rater    TEXT NOT NULL,
  mode     TEXT NOT NULL,
  contexts TEXT NOT NULL,
  answered TEXT,
  entered  TEXT NOT NULL,
  corrects TEXT,
  answers  TEXT NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX response_occasion ON response (occasion, subject);
CREATE INDEX response_subject ON response (subject);
