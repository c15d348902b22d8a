-- Whom a program selects, one criterion a line.
ALTER TABLE program ADD COLUMN criteria TEXT NOT NULL DEFAULT '';

-- A file that shows what happened: its name, and where its chunks are, as in `evidence`; all null without one.
ALTER TABLE outcome_evidence ADD COLUMN file TEXT;
ALTER TABLE outcome_evidence ADD COLUMN hash TEXT;
ALTER TABLE outcome_evidence ADD COLUMN size INTEGER;
ALTER TABLE outcome_evidence ADD COLUMN media TEXT;
ALTER TABLE outcome_evidence ADD COLUMN chunks TEXT;
