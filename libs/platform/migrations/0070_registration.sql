CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- A person's registration for one conference in a category.
CREATE TABLE registration (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  category_id uuid NOT NULL REFERENCES category (id),
  person_id uuid REFERENCES person (id),
  account_id uuid NOT NULL REFERENCES account (id),
  email text NOT NULL,
  code text NOT NULL,
  state text NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CONFIRMED', 'WAITLISTED', 'DECLINED', 'CANCELLED', 'WITHDRAWN')),
  origin text NOT NULL CHECK (origin IN ('SELF', 'PAPER', 'PHONE', 'API')),
  locale text NOT NULL,
  phone text,
  organisation text,
  job_title text,
  languages text[] NOT NULL,
  interpretation text,
  dietary_needs text,
  access_needs text,
  form_version integer NOT NULL,
  answers jsonb NOT NULL,
  consents jsonb NOT NULL,
  nationality text,
  latin_key text,
  native_key text NOT NULL,
  document_index text,
  sort_name text NOT NULL,
  search_text text NOT NULL,
  created_at timestamptz NOT NULL,
  submitted_at timestamptz,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  -- Who stands for somebody at the conference has a name; a draft may still lack one.
  CHECK (state IN ('DRAFT', 'CANCELLED', 'WITHDRAWN') OR (person_id IS NOT NULL AND latin_key IS NOT NULL AND submitted_at IS NOT NULL))
);

CREATE UNIQUE INDEX registration_code ON registration (conference_id, code);
-- One person, one registration: the same document, or the same address with the same name.
CREATE UNIQUE INDEX registration_same_document ON registration (conference_id, document_index)
  WHERE document_index IS NOT NULL AND state IN ('SUBMITTED', 'IN_REVIEW', 'CONFIRMED', 'WAITLISTED');
CREATE UNIQUE INDEX registration_same_name ON registration (conference_id, account_id, latin_key, native_key)
  WHERE state IN ('SUBMITTED', 'IN_REVIEW', 'CONFIRMED', 'WAITLISTED');
-- Lists: ids sort by the time a registration was begun.
CREATE INDEX registration_list ON registration (conference_id, id);
CREATE INDEX registration_by_name ON registration (conference_id, sort_name, id);
CREATE INDEX registration_by_state ON registration (conference_id, state, id);
CREATE INDEX registration_by_account ON registration (account_id, conference_id);
CREATE INDEX registration_by_person ON registration (person_id);
-- What is written is found at once: no pending list that a search would have to read through.
CREATE INDEX registration_search ON registration USING gin (conference_id, search_text gin_trgm_ops) WITH (fastupdate = off);

CREATE TABLE registration_transition (
  id uuid PRIMARY KEY,
  registration_id uuid NOT NULL REFERENCES registration (id),
  conference_id uuid NOT NULL,
  from_state text,
  to_state text NOT NULL,
  at timestamptz NOT NULL,
  mover text NOT NULL CHECK (mover IN ('DELEGATE', 'STAFF', 'SYSTEM')),
  account_id uuid,
  token_id uuid,
  reason text
);
CREATE INDEX registration_transition_of ON registration_transition (registration_id, id);

CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of registrations is not changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER registration_transition_append_only BEFORE UPDATE OR DELETE ON registration_transition
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();

-- How many live registrations and drafts an address manages in a conference. Its row is the lock under which the same
-- person is looked for, so that parallel requests of one address come one after the other.
CREATE TABLE managed_count (
  conference_id uuid NOT NULL,
  account_id uuid NOT NULL,
  live integer NOT NULL CHECK (live >= 0),
  drafts integer NOT NULL CHECK (drafts >= 0),
  PRIMARY KEY (conference_id, account_id)
);

-- Counts by category and state, kept by the writers, in shards so that they do not queue for one row.
CREATE TABLE registration_count (
  conference_id uuid NOT NULL,
  category_id uuid NOT NULL,
  state text NOT NULL,
  shard smallint NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (conference_id, category_id, state, shard)
);
