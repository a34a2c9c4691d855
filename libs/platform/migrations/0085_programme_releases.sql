-- What editors may say of a forum, a session and a room beyond the first tables.
ALTER TABLE forum
  ADD COLUMN audience text NOT NULL DEFAULT 'EVERYONE' CHECK (audience IN ('EVERYONE', 'CATEGORIES', 'GUESTS')),
  ADD COLUMN category_ids uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN sender text,
  ADD COLUMN removed_at timestamptz;
ALTER TABLE session
  ADD COLUMN kind text NOT NULL DEFAULT 'TALK' CHECK (kind IN ('TALK', 'BREAK')),
  ADD COLUMN equipment_ids uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN interpretation text[] NOT NULL DEFAULT '{}';
ALTER TABLE room ADD COLUMN booths integer NOT NULL DEFAULT 0 CHECK (booths >= 0);

-- The rows above are the draft; these are what readers see, written by releases (and by each edit until the first one).
CREATE TABLE shown_venue (LIKE venue INCLUDING DEFAULTS, PRIMARY KEY (id), FOREIGN KEY (conference_id) REFERENCES conference (id));
CREATE TABLE shown_room (LIKE room INCLUDING DEFAULTS, PRIMARY KEY (id), FOREIGN KEY (conference_id) REFERENCES conference (id));
CREATE TABLE shown_forum (LIKE forum INCLUDING DEFAULTS, PRIMARY KEY (id), FOREIGN KEY (conference_id) REFERENCES conference (id));
CREATE TABLE shown_session (LIKE session INCLUDING DEFAULTS, PRIMARY KEY (id), FOREIGN KEY (conference_id) REFERENCES conference (id));
CREATE TABLE shown_speaker (
  LIKE speaker INCLUDING DEFAULTS, PRIMARY KEY (id), FOREIGN KEY (conference_id) REFERENCES conference (id),
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL
);
INSERT INTO shown_venue SELECT * FROM venue;
INSERT INTO shown_room SELECT * FROM room;
INSERT INTO shown_forum SELECT * FROM forum;
INSERT INTO shown_session SELECT * FROM session;
INSERT INTO shown_speaker SELECT * FROM speaker;
CREATE INDEX shown_venue_by_conference ON shown_venue (conference_id);
CREATE INDEX shown_room_by_conference ON shown_room (conference_id);
CREATE INDEX shown_room_by_venue ON shown_room (venue_id);
CREATE UNIQUE INDEX shown_forum_slug_once ON shown_forum (conference_id, slug);
CREATE INDEX shown_forum_by_pool ON shown_forum (pool_id);
CREATE INDEX shown_session_by_forum ON shown_session (forum_id, starts_at);
CREATE INDEX shown_session_by_conference ON shown_session (conference_id);
CREATE INDEX shown_speaker_by_session ON shown_speaker (session_id, position);
CREATE INDEX shown_speaker_by_person ON shown_speaker (person_id) WHERE person_id IS NOT NULL;

-- A release never changes; the snapshot is what it showed, without anything that is not public.
CREATE TABLE programme_release (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  number integer NOT NULL CHECK (number > 0),
  restores integer,
  note text,
  snapshot jsonb NOT NULL,
  differences jsonb NOT NULL,
  released_at timestamptz NOT NULL,
  released_by uuid REFERENCES account (id) ON DELETE SET NULL,
  CONSTRAINT programme_release_once UNIQUE (conference_id, number)
);

-- Whom a release is told to, and about which of their forums.
CREATE TABLE release_notice (
  release_id uuid NOT NULL REFERENCES programme_release (id),
  conference_id uuid NOT NULL REFERENCES conference (id),
  registration_id uuid NOT NULL REFERENCES registration (id),
  forum_ids uuid[] NOT NULL,
  clashes boolean NOT NULL,
  PRIMARY KEY (release_id, registration_id)
);

-- Who may sign up for a forum that is for its guests only.
CREATE TABLE forum_guest (
  forum_id uuid NOT NULL REFERENCES forum (id),
  conference_id uuid NOT NULL REFERENCES conference (id),
  registration_id uuid NOT NULL REFERENCES registration (id),
  added_at timestamptz NOT NULL,
  added_by uuid REFERENCES account (id) ON DELETE SET NULL,
  PRIMARY KEY (forum_id, registration_id)
);

-- What is not printed of a speaker: how to ask, what was answered, when the speaker is there. Outlives the printed row.
CREATE TABLE speaker_contact (
  speaker_id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  email text,
  locale text,
  state text NOT NULL CHECK (state IN ('PROPOSED', 'INVITED', 'CONFIRMED', 'DECLINED')),
  answered_at timestamptz,
  available jsonb
);

CREATE TABLE equipment (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  room_id uuid,
  name jsonb NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  created_at timestamptz NOT NULL,
  FOREIGN KEY (conference_id, room_id) REFERENCES room (conference_id, id)
);
CREATE INDEX equipment_by_conference ON equipment (conference_id);
