-- Who was reminded that the conference begins soon: once each.
CREATE TABLE reminder (
  registration_id uuid PRIMARY KEY REFERENCES registration (id),
  conference_id uuid NOT NULL,
  written_at timestamptz NOT NULL
);
