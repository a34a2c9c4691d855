-- An organisation's or a country's delegates at one conference, with a head and a quota for each category.
CREATE TABLE delegation (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  name jsonb NOT NULL,
  organisation text,
  country text,
  head_account_id uuid REFERENCES account (id),
  head_name text,
  note text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CHECK (organisation IS NOT NULL OR country IS NOT NULL)
);
CREATE INDEX delegation_list ON delegation (conference_id, id);
CREATE INDEX delegation_by_head ON delegation (head_account_id);

-- Its row is the lock under which a delegation's places in a category are named; the CHECK stands behind the rule.
CREATE TABLE delegation_quota (
  delegation_id uuid NOT NULL REFERENCES delegation (id),
  category_id uuid NOT NULL REFERENCES category (id),
  conference_id uuid NOT NULL,
  places integer NOT NULL CHECK (places >= 0),
  named integer NOT NULL CHECK (named >= 0),
  PRIMARY KEY (delegation_id, category_id),
  CONSTRAINT delegation_quota_kept CHECK (named <= places)
);

-- A personal right to register. Opening its link changes nothing; the token in the link is made from the id and kept nowhere.
CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  contact_id uuid REFERENCES contact (id) ON DELETE SET NULL,
  to_address text NOT NULL,
  address_key text NOT NULL,
  to_name text NOT NULL,
  native_name text,
  latin_name text,
  salutation text,
  organisation text,
  job_title text,
  locale text NOT NULL,
  country text,
  category_id uuid REFERENCES category (id),
  delegation_id uuid REFERENCES delegation (id),
  forum_ids uuid[] NOT NULL,
  visit_ids uuid[] NOT NULL,
  places integer NOT NULL CHECK (places >= 1),
  used integer NOT NULL CHECK (used >= 0),
  locked boolean NOT NULL,
  expires_at timestamptz,
  sponsor text,
  state text NOT NULL CHECK (state IN ('OPEN', 'TENTATIVE', 'ACCEPTED', 'DECLINED', 'SUBSTITUTED', 'REPLACED', 'REVOKED', 'EXPIRED')),
  asked_places integer CHECK (asked_places >= 1),
  replaced_by uuid REFERENCES invitation (id),
  search_text text NOT NULL,
  created_at timestamptz NOT NULL,
  answered_at timestamptz,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  -- A delegation's places are counted by category.
  CHECK (delegation_id IS NULL OR category_id IS NOT NULL),
  CONSTRAINT invitation_places_kept CHECK (used <= places)
);
-- An address has one invitation to a conference that still speaks; what was taken back, replaced or ran out stays as history.
CREATE UNIQUE INDEX invitation_once ON invitation (conference_id, address_key)
  WHERE state IN ('OPEN', 'TENTATIVE', 'ACCEPTED', 'DECLINED');
CREATE INDEX invitation_list ON invitation (conference_id, id);
CREATE INDEX invitation_by_state ON invitation (conference_id, state, id);
CREATE INDEX invitation_by_contact ON invitation (contact_id, conference_id);
CREATE INDEX invitation_by_delegation ON invitation (delegation_id, category_id);
CREATE INDEX invitation_due ON invitation (expires_at) WHERE state IN ('OPEN', 'TENTATIVE', 'ACCEPTED');
CREATE INDEX invitation_search ON invitation USING gin (conference_id, search_text gin_trgm_ops) WITH (fastupdate = off);

-- What was answered and decided, by whom and on which way: kept for good.
CREATE TABLE invitation_answer (
  id uuid PRIMARY KEY,
  invitation_id uuid NOT NULL REFERENCES invitation (id),
  conference_id uuid NOT NULL,
  at timestamptz NOT NULL,
  deed text NOT NULL,
  via text NOT NULL CHECK (via IN ('LINK', 'ACCOUNT', 'PHONE', 'LETTER', 'REPLY', 'STAFF', 'HEAD', 'SYSTEM')),
  from_state text NOT NULL,
  to_state text NOT NULL,
  reason text,
  places integer,
  account_id uuid,
  token_id uuid
);
CREATE INDEX invitation_answer_of ON invitation_answer (invitation_id, id);

CREATE FUNCTION refuse_change_of_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of invitations is not changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER invitation_answer_append_only BEFORE UPDATE OR DELETE ON invitation_answer
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_answers();
