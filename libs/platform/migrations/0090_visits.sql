CREATE TABLE visit (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  slug text NOT NULL,
  title jsonb NOT NULL,
  description jsonb,
  what_to_bring jsonb,
  created_at timestamptz NOT NULL,
  UNIQUE (conference_id, id),
  CONSTRAINT visit_slug_once UNIQUE (conference_id, slug)
);

CREATE TABLE visit_stop (
  visit_id uuid NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  conference_id uuid NOT NULL,
  name jsonb NOT NULL,
  after_minutes integer NOT NULL CHECK (after_minutes >= 0),
  stay_minutes integer NOT NULL CHECK (stay_minutes >= 0),
  PRIMARY KEY (visit_id, position),
  FOREIGN KEY (conference_id, visit_id) REFERENCES visit (conference_id, id)
);

CREATE TABLE departure (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL,
  visit_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  meeting_point jsonb NOT NULL,
  vehicle text,
  guide_languages text[] NOT NULL DEFAULT '{}',
  bookable_until timestamptz NOT NULL,
  pool_id uuid NOT NULL UNIQUE REFERENCES pool (id),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  UNIQUE (conference_id, id),
  CHECK (ends_at > starts_at),
  CHECK (bookable_until <= starts_at),
  FOREIGN KEY (conference_id, visit_id) REFERENCES visit (conference_id, id)
);
CREATE INDEX departure_by_visit ON departure (visit_id, starts_at);
