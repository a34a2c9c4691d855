-- What a commit wants done, until it is done (docs/architecture.md, outbox).
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('job', 'fact')),
  name text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  due_at timestamptz NOT NULL DEFAULT now(),
  dispatched_at timestamptz,
  -- How often a worker has begun it, and how often it has thrown: the difference is workers that died with it.
  starts integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  failed_at timestamptz,
  failure text
);
CREATE INDEX outbox_due ON outbox (due_at, id) WHERE dispatched_at IS NULL;
CREATE INDEX outbox_dispatched ON outbox (dispatched_at) WHERE dispatched_at IS NOT NULL AND failed_at IS NULL;
CREATE INDEX outbox_failed ON outbox (failed_at) WHERE failed_at IS NOT NULL;

-- A line for each worker process that is alive and does its work.
CREATE UNLOGGED TABLE worker_pulse (
  worker text PRIMARY KEY,
  started_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  done bigint NOT NULL DEFAULT 0
);

-- First answers of requests that carried an idempotency key (kept at least 24 hours).
CREATE TABLE idempotency (
  principal text NOT NULL,
  operation text NOT NULL,
  key text NOT NULL,
  arguments_hash text NOT NULL,
  answer jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (principal, operation, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);

-- Requests counted by principal or address; unlogged, since losing a count at a crash harms no one.
CREATE UNLOGGED TABLE rate_window (
  subject text NOT NULL,
  window_start timestamptz NOT NULL,
  hits integer NOT NULL,
  PRIMARY KEY (subject, window_start)
);
