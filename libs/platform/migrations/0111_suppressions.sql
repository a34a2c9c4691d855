-- Addresses that mailings do not write to: everywhere, or of one conference. A lifted one stays, as history.
CREATE TABLE suppression (
  id uuid PRIMARY KEY,
  conference_id uuid REFERENCES conference (id),
  -- By which two spellings of one address are the same (addressKey).
  address_key text NOT NULL,
  address text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('HARD_BOUNCE', 'COMPLAINT', 'UNSUBSCRIBED', 'STAFF', 'IMPORT')),
  note text,
  -- The letter that bounced, was complained about, or held the link.
  message_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  lifted_at timestamptz
);
CREATE UNIQUE INDEX suppression_once ON suppression (address_key, conference_id) NULLS NOT DISTINCT WHERE lifted_at IS NULL;
CREATE INDEX suppression_newest ON suppression (conference_id, id) WHERE lifted_at IS NULL;
