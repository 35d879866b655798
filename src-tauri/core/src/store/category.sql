-- Version 5: the group of an answer whose score the source did not keep (promoter, passive,
-- detractor); null where there is a score.
ALTER TABLE answer ADD COLUMN category TEXT;
