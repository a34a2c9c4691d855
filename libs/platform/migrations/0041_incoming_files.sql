-- Files that come in parts: what has arrived of each lies under DATA_DIR/files/incoming by the name in draft. Rows go after a day.
CREATE TABLE incoming_file (
  -- Once all has arrived, the id of the file too.
  id uuid PRIMARY KEY,
  account_id uuid REFERENCES account (id) ON DELETE CASCADE,
  principal text NOT NULL,
  name text NOT NULL,
  size integer NOT NULL CHECK (size > 0),
  received integer NOT NULL DEFAULT 0,
  draft text NOT NULL CONSTRAINT incoming_file_draft UNIQUE CHECK (draft ~ '^[0-9a-f]{40}$'),
  -- Who writes the next part: a line that comes back takes over from one that nobody has told is broken.
  writer uuid,
  created_at timestamptz NOT NULL,
  CHECK (received BETWEEN 0 AND size)
);
CREATE INDEX incoming_file_age ON incoming_file (created_at);
CREATE INDEX incoming_file_principal ON incoming_file (principal) WHERE received < size;
