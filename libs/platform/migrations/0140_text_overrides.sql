-- What this installation says otherwise than the catalogues that were shipped.
CREATE TABLE text_override (
  locale text NOT NULL CHECK (locale <> ''),
  key text NOT NULL CHECK (key <> ''),
  text text NOT NULL CHECK (text <> ''),
  mended_by uuid REFERENCES account (id) ON DELETE SET NULL,
  mended_at timestamptz NOT NULL,
  PRIMARY KEY (locale, key)
);

-- One row, counted up with every change: processes that keep the texts look at it, and read them again when it moved.
CREATE TABLE text_version (
  id smallint PRIMARY KEY CHECK (id = 1),
  version integer NOT NULL
);
INSERT INTO text_version (id, version) VALUES (1, 0);
