-- The key of each person's documents, wrapped by the installation's key; deleting the line makes them unreadable.
CREATE TABLE personal_key (
  person_id uuid PRIMARY KEY,
  wrapped bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
