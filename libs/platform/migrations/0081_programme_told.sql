-- Who had, was offered or waited for a place in the forum when it changed: exactly these are told.
ALTER TABLE programme_change ADD COLUMN told uuid[] NOT NULL DEFAULT '{}';
