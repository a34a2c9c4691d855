-- Who may go on a visit and what its site must know of visitors; runs that need a minimum; tours; companions; what was told.
ALTER TABLE visit
  -- Empty: every category.
  ADD COLUMN category_ids uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN nationality_rule text NOT NULL DEFAULT 'ANY' CHECK (nationality_rule IN ('ANY', 'ONLY', 'EXCEPT')),
  ADD COLUMN nationalities text[] NOT NULL DEFAULT '{}',
  ADD COLUMN minimum_age integer CHECK (minimum_age > 0),
  ADD COLUMN identity_needs text[] NOT NULL DEFAULT '{}' CHECK (identity_needs <@ ARRAY['TRAVEL_DOCUMENT', 'BIRTH_DATE', 'PHONE']),
  -- Until so many hours before a departure it may be given later.
  ADD COLUMN identity_hours integer NOT NULL DEFAULT 0 CHECK (identity_hours >= 0),
  -- How many a delegate may bring along.
  ADD COLUMN most_companions integer NOT NULL DEFAULT 0 CHECK (most_companions >= 0);

ALTER TABLE departure
  ADD COLUMN state text NOT NULL DEFAULT 'CERTAIN' CHECK (state IN ('PLANNED', 'CERTAIN', 'CANCELLED')),
  ADD COLUMN bookable_from timestamptz,
  ADD COLUMN guide_name text,
  -- Fewer people than this at `minimum_by`, and it is cancelled.
  ADD COLUMN minimum integer CHECK (minimum > 0),
  ADD COLUMN minimum_by timestamptz,
  -- In several languages; NULL: too few people.
  ADD COLUMN cancel_reason jsonb,
  ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
  ADD CHECK ((minimum IS NULL) = (minimum_by IS NULL)),
  ADD CHECK (minimum_by <= starts_at),
  ADD CHECK (bookable_from < bookable_until);
UPDATE departure SET changed_at = created_at;
CREATE INDEX departure_to_decide ON departure (minimum_by) WHERE state = 'PLANNED';

CREATE TABLE departure_vehicle (
  departure_id uuid NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  conference_id uuid NOT NULL,
  name text NOT NULL,
  plate text,
  seats integer NOT NULL CHECK (seats > 0),
  PRIMARY KEY (departure_id, position),
  FOREIGN KEY (conference_id, departure_id) REFERENCES departure (conference_id, id)
);

-- A day of a tour.
CREATE TABLE departure_leg (
  departure_id uuid NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  conference_id uuid NOT NULL,
  day date NOT NULL,
  from_place jsonb NOT NULL,
  to_place jsonb NOT NULL,
  hotel jsonb,
  notes jsonb,
  PRIMARY KEY (departure_id, position),
  FOREIGN KEY (conference_id, departure_id) REFERENCES departure (conference_id, id)
);

-- What sites must know of a delegate beyond the registration.
CREATE TABLE visitor (
  registration_id uuid PRIMARY KEY REFERENCES registration (id),
  conference_id uuid NOT NULL,
  born_on date NOT NULL
);

-- Those whom a delegate brings along, beside the seat of the delegate's own; without names as long as nobody has given them.
CREATE TABLE companion (
  registration_id uuid NOT NULL REFERENCES registration (id),
  departure_id uuid NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  conference_id uuid NOT NULL,
  native_name text,
  latin_name text,
  nationality text,
  born_on date,
  dietary_needs text,
  PRIMARY KEY (departure_id, registration_id, position),
  FOREIGN KEY (conference_id, departure_id) REFERENCES departure (conference_id, id)
);

-- A change that people are told of: what it was, and what it is.
CREATE TABLE departure_notice (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL,
  departure_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('CHANGED', 'CERTAIN', 'CANCELLED')),
  reason jsonb,
  before jsonb,
  after jsonb,
  noticed_at timestamptz NOT NULL,
  UNIQUE (conference_id, id),
  FOREIGN KEY (conference_id, departure_id) REFERENCES departure (conference_id, id)
);

-- Exactly these are told, each once. The id is what the letter's link is made from.
CREATE TABLE departure_told (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL,
  notice_id uuid NOT NULL,
  registration_id uuid NOT NULL REFERENCES registration (id),
  -- What the registration had of the departure at that moment, and for how many people.
  was text NOT NULL CHECK (was IN ('PLACE', 'LINE', 'OFFER')),
  party integer NOT NULL CHECK (party > 0),
  clashes boolean NOT NULL DEFAULT false,
  told_at timestamptz,
  UNIQUE (notice_id, registration_id),
  FOREIGN KEY (conference_id, notice_id) REFERENCES departure_notice (conference_id, id)
);
CREATE INDEX departure_told_waiting ON departure_told (notice_id) WHERE told_at IS NULL;
