-- Ranges and ids in one exclusion constraint; a trusted extension that every PostgreSQL carries.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE venue (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  name jsonb NOT NULL,
  address jsonb,
  created_at timestamptz NOT NULL,
  UNIQUE (conference_id, id)
);

CREATE TABLE room (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL,
  venue_id uuid NOT NULL,
  name jsonb NOT NULL,
  capacity integer NOT NULL CHECK (capacity > 0),
  created_at timestamptz NOT NULL,
  UNIQUE (conference_id, id),
  FOREIGN KEY (conference_id, venue_id) REFERENCES venue (conference_id, id)
);
CREATE INDEX room_by_venue ON room (venue_id);

CREATE TABLE forum (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  slug text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('PLENARY', 'THEMATIC', 'ROUNDTABLE', 'CEREMONY')),
  admission text NOT NULL CHECK (admission IN ('SIGN_UP', 'OPEN_DOORS')),
  title jsonb NOT NULL,
  description jsonb,
  pool_id uuid NOT NULL UNIQUE REFERENCES pool (id),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by uuid REFERENCES account (id) ON DELETE SET NULL,
  UNIQUE (conference_id, id),
  CONSTRAINT forum_slug_once UNIQUE (conference_id, slug)
);

CREATE TABLE session (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL,
  forum_id uuid NOT NULL,
  room_id uuid,
  title jsonb,
  description jsonb,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  removed_at timestamptz,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by uuid REFERENCES account (id) ON DELETE SET NULL,
  UNIQUE (conference_id, id),
  CHECK (ends_at > starts_at),
  FOREIGN KEY (conference_id, forum_id) REFERENCES forum (conference_id, id),
  FOREIGN KEY (conference_id, room_id) REFERENCES room (conference_id, id),
  -- A room holds one session at a time, whoever writes.
  CONSTRAINT session_room_once EXCLUDE USING gist (
    conference_id WITH =, room_id WITH =, tstzrange(starts_at, ends_at) WITH &&
  ) WHERE (removed_at IS NULL AND room_id IS NOT NULL)
);
CREATE INDEX session_by_forum ON session (forum_id, starts_at);

CREATE TABLE speaker (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL,
  session_id uuid NOT NULL,
  position integer NOT NULL,
  name jsonb NOT NULL,
  affiliation jsonb,
  role text NOT NULL CHECK (role IN ('HOST', 'KEYNOTE', 'SPEAKER', 'PANELIST', 'MODERATOR', 'INTERPRETER')),
  person_id uuid REFERENCES person (id) ON DELETE SET NULL,
  UNIQUE (session_id, position),
  FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id)
);
CREATE INDEX speaker_by_person ON speaker (person_id) WHERE person_id IS NOT NULL;

-- What those who chose a forum are told of.
CREATE TABLE programme_change (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL,
  forum_id uuid NOT NULL,
  session_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ADDED', 'MOVED', 'REMOVED')),
  before jsonb,
  after jsonb,
  clashing uuid[] NOT NULL DEFAULT '{}',
  changed_at timestamptz NOT NULL,
  changed_by uuid REFERENCES account (id) ON DELETE SET NULL,
  FOREIGN KEY (conference_id, forum_id) REFERENCES forum (conference_id, id),
  FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id)
);
CREATE INDEX programme_change_by_session ON programme_change (session_id, changed_at);
