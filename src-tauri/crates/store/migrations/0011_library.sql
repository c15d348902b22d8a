-- The library of frameworks and instruments that a coalition keeps: drafts, published versions, and which content
-- counts where two bear one number.

-- The id is derived from kind and key. `kind`: instrument or framework. The text is that of the draft while `drafting`
-- is 1. `framework`: key@version. `labels`: the words of a scale, one a line. `base`: number of the version that the
-- draft began from.
CREATE TABLE definition (
  id           TEXT PRIMARY KEY,
  kind         TEXT NOT NULL,
  key          TEXT NOT NULL,
  title        TEXT NOT NULL,
  licence      TEXT NOT NULL,
  source       TEXT NOT NULL,
  instructions TEXT NOT NULL,
  framework    TEXT NOT NULL,
  low          INTEGER NOT NULL,
  high         INTEGER NOT NULL,
  labels       TEXT NOT NULL,
  locked       INTEGER NOT NULL,
  drafting     INTEGER NOT NULL,
  base         INTEGER,
  sample       INTEGER NOT NULL DEFAULT 0,
  deleted      INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The id is derived from definition, number and content. `content`: the file of this version. `published`: a day.
CREATE TABLE definition_version (
  id         TEXT PRIMARY KEY,
  definition TEXT NOT NULL,
  number     INTEGER NOT NULL,
  published  TEXT NOT NULL,
  content    TEXT NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX definition_version_definition ON definition_version (definition, number);

-- `definition_version`: the content that counts under this number. The id is derived from definition and number.
CREATE TABLE definition_choice (
  id                 TEXT PRIMARY KEY,
  definition         TEXT NOT NULL,
  number             INTEGER NOT NULL,
  definition_version TEXT NOT NULL,
  deleted            INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX definition_choice_definition ON definition_choice (definition);

-- A part of a draft. The id is derived from definition, kind and key, so that an item is one row in every draft.
-- `kind`: section, item, choice, group, context, competency or anchor. `parent`: key of the section of an item, the item
-- of a choice, the group of a competency, the competency of an anchor. `about`: key of an item's competency.
-- `measures`: a level of Kirkpatrick. `low`, `high`: points of a scale of its own, or bounds of a number.
CREATE TABLE definition_part (
  id         TEXT PRIMARY KEY,
  definition TEXT NOT NULL,
  kind       TEXT NOT NULL,
  key        TEXT NOT NULL,
  parent     TEXT NOT NULL,
  position   INTEGER NOT NULL,
  text       TEXT NOT NULL,
  words      TEXT NOT NULL,
  about      TEXT NOT NULL,
  measures   TEXT NOT NULL,
  format     TEXT NOT NULL,
  low        TEXT NOT NULL,
  high       TEXT NOT NULL,
  labels     TEXT NOT NULL,
  unit       TEXT NOT NULL,
  shown_if   TEXT NOT NULL,
  levels     TEXT NOT NULL,
  sectors    TEXT NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX definition_part_definition ON definition_part (definition, kind, position);

-- The very version that is asked; null for one that ships with the program.
ALTER TABLE occasion ADD COLUMN definition_version TEXT;
