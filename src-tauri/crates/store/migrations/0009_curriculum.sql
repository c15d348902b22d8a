-- The curriculum: modules with their draft, published versions, and which text counts where two bear one number.

-- The text is that of the draft, or of the latest version while `drafting` is 0. `module_version`: the version that the
-- draft began from. `competencies`: one a line.
CREATE TABLE module (
  id             TEXT PRIMARY KEY,
  title          TEXT NOT NULL,
  purpose        TEXT NOT NULL,
  minutes        INTEGER,
  competencies   TEXT NOT NULL,
  materials      TEXT NOT NULL,
  notes          TEXT NOT NULL,
  application    TEXT NOT NULL,
  licence        TEXT NOT NULL,
  source         TEXT NOT NULL,
  drafting       INTEGER NOT NULL,
  module_version TEXT,
  sample         INTEGER NOT NULL DEFAULT 0,
  deleted        INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The id is derived from module, number and text. `published`: a day.
CREATE TABLE module_version (
  id           TEXT PRIMARY KEY,
  module       TEXT NOT NULL,
  number       INTEGER NOT NULL,
  published    TEXT NOT NULL,
  title        TEXT NOT NULL,
  purpose      TEXT NOT NULL,
  minutes      INTEGER,
  competencies TEXT NOT NULL,
  materials    TEXT NOT NULL,
  notes        TEXT NOT NULL,
  application  TEXT NOT NULL,
  licence      TEXT NOT NULL,
  source       TEXT NOT NULL,
  deleted      INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX module_version_module ON module_version (module, number);

-- `module_version`: the text that counts under this number. The id is derived from module and number.
CREATE TABLE module_choice (
  id             TEXT PRIMARY KEY,
  module         TEXT NOT NULL,
  number         INTEGER NOT NULL,
  module_version TEXT NOT NULL,
  deleted        INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX module_choice_module ON module_choice (module);

-- The version of a module that the block was made from.
ALTER TABLE block ADD COLUMN module_version TEXT;
CREATE INDEX block_module_version ON block (module_version) WHERE module_version IS NOT NULL;
CREATE INDEX lesson_block ON lesson (block) WHERE block IS NOT NULL;
