-- The audit log is read newest first: as a whole, of one actor, about one thing. That of one conference has its index already.
CREATE INDEX audit_entry_newest ON audit_entry (at, id);
CREATE INDEX audit_entry_actor ON audit_entry (actor_id, at, id);
CREATE INDEX audit_entry_about ON audit_entry (subject_id, at, id) WHERE subject_id IS NOT NULL;
