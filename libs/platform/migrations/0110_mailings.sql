-- Mailings: letters by the ten thousand, sent by a lane of their own (docs/decisions/mailings.md).
CREATE TABLE mailing (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  state text NOT NULL DEFAULT 'RUNNING' CHECK (state IN ('RUNNING', 'PAUSED', 'CANCELLED', 'FINISHED')),
  -- More recipients are still being added: it is not finished, however few wait.
  adding boolean NOT NULL DEFAULT false,
  kind text NOT NULL,
  from_name text NOT NULL,
  reply_to text,
  list_id text NOT NULL,
  -- Names of the mail servers in the order in which they are tried; empty for all that are set.
  senders text[] NOT NULL DEFAULT '{}',
  per_minute integer CHECK (per_minute > 0),
  domain_per_minute integer CHECK (domain_per_minute > 0),
  -- The most of each day since the beginning, the first day first; after the last of them nothing limits.
  warm_up integer[] NOT NULL DEFAULT '{}',
  quiet_from time,
  quiet_until time,
  zone text NOT NULL,
  -- Counts the beginnings of its sending: a run under an older number has been replaced, and stops.
  shift integer NOT NULL DEFAULT 0,
  -- When a run last looked, and how many letters a minute it sends.
  seen_at timestamptz,
  rate_per_minute integer,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz,
  CHECK ((quiet_from IS NULL) = (quiet_until IS NULL)),
  CHECK ((state = 'FINISHED') = (finished_at IS NOT NULL))
);
CREATE INDEX mailing_of_conference ON mailing (conference_id, id);
CREATE INDEX mailing_running ON mailing (seen_at) WHERE state IN ('RUNNING', 'CANCELLED');

-- Where a domain or a mail server turned letters away again and again: nothing goes there until then.
CREATE TABLE mailing_alert (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL,
  mailing_id uuid NOT NULL REFERENCES mailing (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('DOMAIN', 'SENDER')),
  name text NOT NULL,
  refusals integer NOT NULL,
  -- How often it was closed in a row; each time it rests twice as long.
  times integer NOT NULL,
  answer text NOT NULL,
  raised_at timestamptz NOT NULL,
  until timestamptz NOT NULL,
  -- A letter went through after it.
  over_at timestamptz,
  CONSTRAINT mailing_alert_of UNIQUE (mailing_id, kind, name)
);

-- When the next letter may go to a domain or over a mail server that has a pace; shared by all workers and mailings.
CREATE TABLE mail_pace (
  key text PRIMARY KEY,
  free_at timestamptz NOT NULL
);

ALTER TABLE message
  ADD COLUMN mailing_id uuid REFERENCES mailing (id),
  -- Of a mailing's recipient, as DNS knows it.
  ADD COLUMN domain text,
  -- The mail server that took it, of those that are set.
  ADD COLUMN sender text,
  ADD COLUMN bounce text CHECK (bounce IN ('HARD', 'SOFT', 'COMPLAINT')),
  ADD COLUMN bounced_at timestamptz,
  DROP CONSTRAINT message_state_check,
  ADD CONSTRAINT message_state_check
    CHECK (state IN ('PENDING', 'SENDING', 'SENT', 'DEFERRED', 'FAILED', 'UNCLEAR', 'CANCELLED', 'BOUNCED', 'SUPPRESSED'));
CREATE INDEX message_of_mailing ON message (mailing_id, state) WHERE mailing_id IS NOT NULL;
CREATE INDEX message_of_mailing_waiting ON message (mailing_id, next_attempt_at, id) WHERE mailing_id IS NOT NULL AND state IN ('PENDING', 'DEFERRED');
CREATE INDEX message_bounced ON message (lower(to_address), bounced_at) WHERE bounced_at IS NOT NULL;
-- A mailing's letters wait in a lane of their own.
DROP INDEX message_waiting;
CREATE INDEX message_waiting ON message (next_attempt_at) WHERE mailing_id IS NULL AND state IN ('PENDING', 'DEFERRED');
