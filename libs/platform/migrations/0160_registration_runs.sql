-- One decision of staff over many registrations, carried out by the worker one by one.
CREATE TABLE registration_run (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  deed text NOT NULL CHECK (deed IN ('APPROVE', 'DECLINE', 'CANCEL', 'SEND_LINK')),
  -- Told to the delegates where they are declined or cancelled; a note of the history where they are confirmed.
  reason text,
  -- Whom it concerns, as they were found when it was started, in order; what is found later is not among them.
  registration_ids uuid[] NOT NULL CHECK (cardinality(registration_ids) > 0),
  -- Who started it: what each may do is asked again for each registration.
  account_id uuid NOT NULL REFERENCES account (id),
  token_id uuid,
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  stopped_at timestamptz
);
CREATE INDEX registration_run_newest ON registration_run (conference_id, id DESC);

-- What became of each, written by the transaction that decided it: a worker that is killed leaves none half done.
CREATE TABLE registration_run_outcome (
  run_id uuid NOT NULL REFERENCES registration_run (id) ON DELETE CASCADE,
  conference_id uuid NOT NULL,
  -- Its place in registration_ids, from 1.
  position integer NOT NULL,
  registration_id uuid NOT NULL,
  -- Why it was not done: the code of the refusal and what it says; null where it was.
  refused text,
  refused_data jsonb,
  PRIMARY KEY (run_id, position)
);
CREATE INDEX registration_run_refused ON registration_run_outcome (run_id, position) WHERE refused IS NOT NULL;

-- A filter and order of the list of registrations that somebody of the staff keeps under a name.
CREATE TABLE registration_view (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id) ON DELETE CASCADE,
  -- Whose it is: account:<id> or token:<id>.
  principal text NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  filter jsonb NOT NULL,
  sort text NOT NULL CHECK (sort IN ('NEWEST', 'OLDEST', 'NAME')),
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX registration_view_name ON registration_view (conference_id, principal, lower(name));
