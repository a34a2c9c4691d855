-- Who looked at a travel document in full, and why. The audit log names the look; the words stay here, where they can be erased.
CREATE TABLE document_look (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  registration_id uuid NOT NULL REFERENCES registration (id),
  account_id uuid,
  token_id uuid,
  at timestamptz NOT NULL,
  reason text NOT NULL
);
CREATE INDEX document_look_of ON document_look (registration_id, at);
