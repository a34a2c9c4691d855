-- The ledger of letters: one row is one letter to one person, and the truth about it (docs/decisions/mail-ledger.md).
CREATE TABLE message (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  -- The kind and the id of what caused the letter: writing it again writes nothing.
  unique_key text NOT NULL,
  conference_id uuid,
  registration_id uuid,
  account_id uuid,
  to_address text NOT NULL,
  to_name text NOT NULL,
  -- Whose name stands before our address; the installation's where it is null.
  from_name text,
  locale text NOT NULL,
  props jsonb NOT NULL,
  urgent boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'PENDING'
    CHECK (state IN ('PENDING', 'SENDING', 'SENT', 'DEFERRED', 'FAILED', 'UNCLEAR', 'CANCELLED')),
  -- How far a sending has come: 'data' is committed before the first byte of the letter is read.
  phase text CHECK (phase IN ('connect', 'data')),
  -- Tries so far; also what fences off a worker that was given up: it may write only under its own number.
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  smtp_answer text,
  subject text,
  message_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  sending_at timestamptz,
  -- The job that is sending it: run again under the same name, the run before it has died.
  sending_by text,
  sent_at timestamptz,
  CHECK ((state = 'SENDING') = (phase IS NOT NULL)),
  CHECK (state <> 'SENT' OR sent_at IS NOT NULL)
);
-- It carries the conference, so that the ledger can be distributed by it; letters without one are alike in having none.
CREATE UNIQUE INDEX message_once ON message (conference_id, unique_key) NULLS NOT DISTINCT;
-- Ids sort by the time they were made (UUID version 7).
CREATE INDEX message_of_conference ON message (conference_id, id);
CREATE INDEX message_of_registration ON message (registration_id) WHERE registration_id IS NOT NULL;
CREATE INDEX message_of_account ON message (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX message_waiting ON message (next_attempt_at) WHERE state IN ('PENDING', 'DEFERRED');
CREATE INDEX message_sending ON message (sending_at) WHERE state = 'SENDING';
CREATE INDEX message_unclear ON message (conference_id, created_at) WHERE state = 'UNCLEAR';
