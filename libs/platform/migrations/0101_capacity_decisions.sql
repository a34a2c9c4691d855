-- Staff kept people although there are fewer places than were taken: who decided, why, and whom it concerned.
CREATE TABLE capacity_decision (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  pool_id uuid NOT NULL REFERENCES pool (id),
  size_before integer,
  size_after integer NOT NULL,
  taken integer NOT NULL,
  reason text NOT NULL,
  -- Registrations for whom there is no place below the new size, in the order in which they came.
  affected uuid[] NOT NULL,
  decided_at timestamptz NOT NULL,
  decided_by uuid REFERENCES account (id) ON DELETE SET NULL
);
CREATE INDEX capacity_decision_pool ON capacity_decision (pool_id);
