-- One row a subject with the count of the window before: asking is one statement that looks nothing up. What was counted
-- until now may be forgotten, like the whole table at a crash.
DROP TABLE rate_window;
CREATE UNLOGGED TABLE rate_window (
  subject text PRIMARY KEY,
  window_start timestamptz NOT NULL,
  per_seconds integer NOT NULL,
  hits integer NOT NULL,
  before integer NOT NULL DEFAULT 0
) WITH (fillfactor = 70);
