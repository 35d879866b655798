-- Version 8: which rows an import found as its file says them: ids of the table of its kind, as
-- ranges (see ids.rs); null for an import of an earlier version.
ALTER TABLE import ADD COLUMN same BLOB;
