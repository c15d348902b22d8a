-- What a facilitator says in a block, pauses, what was accepted to run over, and who came unannounced.

-- `paused`: since when the block stands still. `held`: seconds that it stood still before.
-- `accepted`: minutes by which what comes before may run into this locked block, or the last one may end late.
ALTER TABLE block ADD COLUMN instructions TEXT NOT NULL DEFAULT '';
ALTER TABLE block ADD COLUMN paused TEXT;
ALTER TABLE block ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
ALTER TABLE block ADD COLUMN accepted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attendance ADD COLUMN walk_in INTEGER NOT NULL DEFAULT 0;
