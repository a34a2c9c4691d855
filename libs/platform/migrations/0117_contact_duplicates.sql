-- Two contacts that may be one person: suggested by the house, decided by a person. The smaller id comes first.
CREATE TABLE contact_duplicate (
  one_id uuid NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  other_id uuid NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  series_id uuid NOT NULL REFERENCES series (id),
  score real NOT NULL,
  reasons text[] NOT NULL,
  is_dismissed boolean NOT NULL DEFAULT false,
  found_at timestamptz NOT NULL,
  PRIMARY KEY (one_id, other_id),
  CHECK (one_id < other_id)
);
CREATE INDEX contact_duplicate_best ON contact_duplicate (series_id, score DESC, one_id, other_id) WHERE NOT is_dismissed;
CREATE INDEX contact_duplicate_other ON contact_duplicate (other_id);

-- Two contacts made one, with all that undoing needs.
CREATE TABLE contact_merge (
  id uuid PRIMARY KEY,
  series_id uuid NOT NULL REFERENCES series (id),
  survivor_id uuid NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  merged_id uuid NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  joined_lists uuid[] NOT NULL,
  repointed uuid[] NOT NULL,
  principal text NOT NULL,
  merged_at timestamptz NOT NULL,
  undone_at timestamptz
);
CREATE UNIQUE INDEX contact_merge_once ON contact_merge (merged_id) WHERE undone_at IS NULL;
CREATE INDEX contact_merge_newest ON contact_merge (series_id, id DESC);
CREATE INDEX contact_merge_survivor ON contact_merge (survivor_id);
