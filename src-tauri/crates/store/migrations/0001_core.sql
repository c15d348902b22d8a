-- The change log and what belongs to this device alone. Rules: README, "The change log".

-- One row. `mode` is closed, local, apply or erase; triggers of the main schema read it.
CREATE TABLE context (
  id     INTEGER PRIMARY KEY,
  mode   TEXT NOT NULL,
  action INTEGER NOT NULL,
  writer INTEGER NOT NULL
) STRICT;
INSERT INTO context (id, mode, action, writer) VALUES (1, 'closed', 0, 0);

-- One row per gesture of a person. `first` and `last` bound its rows in `change`.
CREATE TABLE action (
  id     INTEGER PRIMARY KEY,
  uid    TEXT NOT NULL,
  writer INTEGER NOT NULL,
  author TEXT NOT NULL,
  wall   TEXT NOT NULL,
  kind   TEXT NOT NULL,
  detail TEXT NOT NULL,
  undoes TEXT,
  depth  INTEGER NOT NULL,
  remote INTEGER NOT NULL,
  first  INTEGER NOT NULL,
  last   INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX action_uid ON action (uid);
CREATE INDEX action_undoes ON action (undoes) WHERE undoes IS NOT NULL;

-- `col` 0 is the creation of a row, whose value is the whole row. `seq` is null for rows written
-- on this device, whose place among their writer's changes is `id`.
CREATE TABLE change (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  action INTEGER NOT NULL,
  tbl    INTEGER NOT NULL,
  row    TEXT NOT NULL,
  col    INTEGER NOT NULL,
  old    ANY,
  new    ANY,
  writer INTEGER NOT NULL,
  seq    INTEGER
) STRICT;
CREATE INDEX change_cell ON change (tbl, row, col);
CREATE UNIQUE INDEX change_dot ON change (writer, seq) WHERE seq IS NOT NULL;

-- What a change knew of its cell when it was made: its stamp, and the changes that it replaced.
-- Derived for local changes before remote ones are applied.
CREATE TABLE cause (
  change INTEGER PRIMARY KEY,
  stamp  INTEGER NOT NULL,
  base   TEXT NOT NULL
) STRICT;

-- Changes that wait for the creation of their row, or for a version that knows their column.
CREATE TABLE pending (
  writer INTEGER NOT NULL,
  seq    INTEGER NOT NULL,
  tbl    INTEGER NOT NULL,
  row    TEXT NOT NULL,
  raw    TEXT NOT NULL,
  PRIMARY KEY (writer, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX pending_row ON pending (tbl, row);

-- What is being typed and not yet saved.
CREATE TABLE draft (
  place TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  wall  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
