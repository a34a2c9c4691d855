-- The one mechanism for every capacity (docs/decisions/places.md).
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- One row a registration: its lock is taken before the registration gains a place or loses all of them.
CREATE TABLE holder (
  registration_id uuid PRIMARY KEY,
  conference_id uuid NOT NULL,
  -- Set while the registration is withdrawn, declined or cancelled: it can hold nothing then.
  gone_at timestamptz
);

CREATE TABLE pool (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('CATEGORY', 'FORUM', 'DEPARTURE')),
  subject_id uuid NOT NULL,
  -- NULL: as many as come.
  size integer CHECK (size >= 0),
  -- How many above the size staff have permitted; it shrinks as places above the size are given back.
  overbooked integer NOT NULL DEFAULT 0 CHECK (overbooked >= 0),
  -- Places held, confirmed or offered, counted in people.
  taken integer NOT NULL DEFAULT 0 CHECK (taken >= 0),
  -- People in the line.
  waiting integer NOT NULL DEFAULT 0 CHECK (waiting >= 0),
  -- How many people may wait: 0 no line, NULL without limit.
  line_limit integer CHECK (line_limit >= 0),
  offer_minutes integer NOT NULL CHECK (offer_minutes > 0),
  -- For how long a party at the head of the line keeps smaller ones behind it from passing.
  party_minutes integer NOT NULL CHECK (party_minutes >= 0),
  -- Raised when the times of the pool change, so that a place is never taken with stale times.
  timing integer NOT NULL DEFAULT 0,
  CONSTRAINT pool_subject UNIQUE (kind, subject_id),
  CONSTRAINT pool_not_oversold CHECK (taken <= size + overbooked)
);
CREATE INDEX pool_conference ON pool (conference_id);

-- When holding a place of the pool occupies its holder.
CREATE TABLE pool_interval (
  pool_id uuid NOT NULL REFERENCES pool (id),
  conference_id uuid NOT NULL,
  during tstzrange NOT NULL CHECK (NOT isempty(during)),
  PRIMARY KEY (pool_id, during)
);

CREATE TABLE place (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL,
  pool_id uuid NOT NULL REFERENCES pool (id),
  holder_id uuid NOT NULL REFERENCES holder (registration_id),
  state text NOT NULL CHECK (state IN ('HELD', 'CONFIRMED')),
  party integer NOT NULL DEFAULT 1 CHECK (party > 0),
  -- When a held place goes on to the next; NULL: not by itself.
  expires_at timestamptz CHECK (expires_at IS NULL OR state = 'HELD'),
  -- The offer it came from, where it came from the line.
  offer_id uuid,
  -- Why staff let it overlap with something else.
  override_reason text,
  taken_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT place_once UNIQUE (pool_id, holder_id)
);
CREATE INDEX place_holder ON place (holder_id);
CREATE INDEX place_expiry ON place (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE waitlist_entry (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL,
  pool_id uuid NOT NULL REFERENCES pool (id),
  holder_id uuid NOT NULL REFERENCES holder (registration_id),
  party integer NOT NULL DEFAULT 1 CHECK (party > 0),
  priority integer NOT NULL DEFAULT 0,
  -- Order of arrival; drawn under the pool's lock.
  turn bigint GENERATED ALWAYS AS IDENTITY,
  -- Why staff moved it.
  move_reason text,
  -- Since when places are kept for a party that needs more than are free.
  kept_since timestamptz,
  joined_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT waitlist_entry_once UNIQUE (pool_id, holder_id)
);
CREATE INDEX waitlist_entry_order ON waitlist_entry (pool_id, priority DESC, turn);
CREATE INDEX waitlist_entry_holder ON waitlist_entry (holder_id);
CREATE INDEX waitlist_entry_kept ON waitlist_entry (kept_since) WHERE kept_since IS NOT NULL;

CREATE TABLE offer (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL,
  pool_id uuid NOT NULL REFERENCES pool (id),
  holder_id uuid NOT NULL REFERENCES holder (registration_id),
  party integer NOT NULL CHECK (party > 0),
  -- The turn it came from.
  priority integer NOT NULL,
  turn bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
  offered_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  closed_at timestamptz,
  CHECK ((state = 'OPEN') = (closed_at IS NULL))
);
CREATE UNIQUE INDEX offer_open_once ON offer (pool_id, holder_id) WHERE state = 'OPEN';
CREATE INDEX offer_holder ON offer (holder_id);
CREATE INDEX offer_expiry ON offer (expires_at) WHERE state = 'OPEN';

-- What a registration holds in time: nothing twice, except where staff or a moved programme made it so.
CREATE TABLE busy (
  place_id uuid NOT NULL REFERENCES place (id) ON DELETE CASCADE,
  conference_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  pool_id uuid NOT NULL,
  during tstzrange NOT NULL,
  overridden boolean NOT NULL DEFAULT false,
  PRIMARY KEY (place_id, during),
  CONSTRAINT busy_once EXCLUDE USING gist (conference_id WITH =, holder_id WITH =, during WITH &&) WHERE (NOT overridden)
);
CREATE INDEX busy_holder ON busy (holder_id);
CREATE INDEX busy_pool ON busy (pool_id);
