-- What was done, by whom: append-only. The sealer chains the lines (docs/architecture.md, audit log).
CREATE TABLE audit_entry (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('ANONYMOUS', 'ACCOUNT', 'TOKEN', 'SYSTEM')),
  actor_id uuid,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid,
  conference_id uuid,
  data jsonb NOT NULL DEFAULT '{}',
  seal_number bigint UNIQUE,
  seal bytea,
  CHECK ((seal_number IS NULL) = (seal IS NULL))
);
CREATE INDEX audit_entry_unsealed ON audit_entry (at, id) WHERE seal_number IS NULL;
CREATE INDEX audit_entry_conference ON audit_entry (conference_id, at);
CREATE INDEX audit_entry_subject ON audit_entry (subject_kind, subject_id);

-- The end of the chain, so that lines cut off its end are missed.
CREATE TABLE audit_head (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  seal_number bigint NOT NULL,
  seal bytea NOT NULL
);
INSERT INTO audit_head (seal_number, seal) VALUES (0, '');

CREATE FUNCTION audit_entry_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.seal_number IS NULL AND NEW.seal_number IS NOT NULL
     AND (NEW.id, NEW.at, NEW.actor_kind, NEW.action, NEW.subject_kind, NEW.data) = (OLD.id, OLD.at, OLD.actor_kind, OLD.action, OLD.subject_kind, OLD.data)
     AND NEW.actor_id IS NOT DISTINCT FROM OLD.actor_id AND NEW.subject_id IS NOT DISTINCT FROM OLD.subject_id
     AND NEW.conference_id IS NOT DISTINCT FROM OLD.conference_id THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the audit log is append-only';
END $$;
CREATE TRIGGER audit_entry_keep BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_keep();
CREATE TRIGGER audit_entry_keep_all BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_keep();
