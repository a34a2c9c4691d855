-- When the pool is over: the bus has left, the forum has ended. NULL: it knows no end.
ALTER TABLE pool ADD COLUMN closes_at timestamptz;
CREATE INDEX pool_over ON pool (closes_at) WHERE waiting > 0;
