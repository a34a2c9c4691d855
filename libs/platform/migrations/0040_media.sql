-- Uploaded files. The bytes lie under DATA_DIR/files by the name in stored_as, which nobody can guess.
CREATE TABLE file (
  id uuid PRIMARY KEY,
  account_id uuid REFERENCES account (id) ON DELETE SET NULL,
  principal text NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  media_type text NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  size integer NOT NULL CHECK (size > 0),
  stored_as text NOT NULL CONSTRAINT file_stored_as UNIQUE CHECK (stored_as ~ '^[0-9a-f]{40}$'),
  created_at timestamptz NOT NULL
);

-- What uses a file, and for which conference: its staff may read it, and it is kept while it is used.
CREATE TABLE file_use (
  file_id uuid NOT NULL REFERENCES file (id),
  used_by uuid NOT NULL,
  conference_id uuid NOT NULL,
  PRIMARY KEY (used_by, file_id)
);
CREATE INDEX file_use_file ON file_use (file_id);
CREATE INDEX file_age ON file (created_at);
