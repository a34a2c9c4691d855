-- Series, their editions, who hosts them, and whom one registers as.
CREATE TABLE series (
  id uuid PRIMARY KEY,
  slug text NOT NULL CONSTRAINT series_slug UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title jsonb NOT NULL,
  rotation text[] NOT NULL DEFAULT '{}',
  rotation_name jsonb,
  created_at timestamptz NOT NULL
);

CREATE TABLE conference (
  id uuid PRIMARY KEY,
  series_id uuid NOT NULL REFERENCES series (id),
  slug text NOT NULL CONSTRAINT conference_slug UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  state text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'OPEN', 'CLOSED', 'ARCHIVED')),
  title jsonb NOT NULL,
  theme jsonb,
  description jsonb,
  practical_information jsonb,
  host_region text NOT NULL CHECK (host_region <> ''),
  host_override_reason text CHECK (host_override_reason <> ''),
  city jsonb NOT NULL,
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  time_zone text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  locales text[] NOT NULL CHECK (cardinality(locales) >= 1),
  persons_per_account integer NOT NULL CHECK (persons_per_account BETWEEN 1 AND 1000),
  editable_until timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CHECK (ends_on >= starts_on),
  CONSTRAINT conference_ordinal UNIQUE (series_id, ordinal)
);
CREATE INDEX conference_newest ON conference (starts_on DESC, id DESC);
CREATE INDEX conference_newest_of_series ON conference (series_id, starts_on DESC, id DESC);

CREATE TABLE host (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id) ON DELETE CASCADE,
  position integer NOT NULL,
  role text NOT NULL CHECK (role IN ('HOST', 'CO_HOST', 'ORGANISER', 'SUPPORTER')),
  name jsonb NOT NULL,
  website text CHECK (website LIKE 'https://%'),
  CONSTRAINT host_position UNIQUE (conference_id, position)
);

CREATE TABLE category (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id) ON DELETE CASCADE,
  key text NOT NULL CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position integer NOT NULL,
  title jsonb NOT NULL,
  description jsonb,
  pool_id uuid NOT NULL CONSTRAINT category_pool UNIQUE REFERENCES pool (id),
  needs_approval boolean NOT NULL,
  invitation_only boolean NOT NULL,
  opens_at timestamptz,
  closes_at timestamptz,
  waitlist_limit integer CHECK (waitlist_limit >= 0),
  offer_minutes integer NOT NULL CHECK (offer_minutes BETWEEN 1 AND 43200),
  asks_travel_document boolean NOT NULL,
  form_version integer NOT NULL CHECK (form_version >= 1),
  created_at timestamptz NOT NULL,
  CHECK (closes_at > opens_at),
  CONSTRAINT category_key UNIQUE (conference_id, key),
  CONSTRAINT category_position UNIQUE (conference_id, position)
);

-- Written once: answers keep the version they were given to.
CREATE TABLE form_version (
  category_id uuid NOT NULL REFERENCES category (id) ON DELETE CASCADE,
  version integer NOT NULL CHECK (version >= 1),
  conference_id uuid NOT NULL REFERENCES conference (id) ON DELETE CASCADE,
  questions jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (category_id, version)
);

CREATE FUNCTION form_version_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of a form is written once';
END $$;
CREATE TRIGGER form_version_is_final BEFORE UPDATE ON form_version FOR EACH ROW EXECUTE FUNCTION form_version_is_final();

-- Raised by every write that public readers can see; whoever caches a page compares this one row.
CREATE TABLE conference_version (
  conference_id uuid PRIMARY KEY REFERENCES conference (id) ON DELETE CASCADE,
  version bigint NOT NULL
);
