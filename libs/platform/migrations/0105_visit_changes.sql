-- Visits are changed by several editors, and people are told of it as of a departure.
ALTER TABLE visit
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
UPDATE visit SET changed_at = created_at;

ALTER TABLE departure_notice DROP CONSTRAINT departure_notice_kind_check;
ALTER TABLE departure_notice ADD CONSTRAINT departure_notice_kind_check CHECK (kind IN ('CHANGED', 'CERTAIN', 'CANCELLED', 'VISIT_CHANGED'));
