-- Tables that staff upload to take contacts from, beside pictures and documents.
ALTER TABLE file DROP CONSTRAINT file_media_type_check;
ALTER TABLE file ADD CONSTRAINT file_media_type_check CHECK (media_type IN (
  'image/jpeg', 'image/png', 'image/webp', 'application/pdf',
  'text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'));

-- A file that contacts are taken from: looked at, tried without writing, applied, undone.
CREATE TABLE contact_import (
  id uuid PRIMARY KEY,
  series_id uuid NOT NULL REFERENCES series (id),
  conference_id uuid NOT NULL REFERENCES conference (id),
  file_id uuid NOT NULL,
  file_name text NOT NULL,
  state text NOT NULL CHECK (state IN ('CHECKING', 'CHECKED', 'UNREADABLE', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE')),
  -- What staff said: sheet, encoding, delimiter, what columns mean, country and language of rows that name none, tags, the list.
  wishes jsonb NOT NULL,
  -- What was found out: format, sheets, headers, the first rows, what columns mean.
  found jsonb,
  -- Digest of the headers, by which a source is known again.
  fingerprint text,
  counts jsonb NOT NULL DEFAULT '{}',
  -- Raised by every new try, so that an older one that still runs stops.
  revision integer NOT NULL DEFAULT 1,
  done integer NOT NULL DEFAULT 0,
  problem text,
  problem_row integer,
  principal text NOT NULL,
  created_at timestamptz NOT NULL,
  checked_at timestamptz,
  applied_at timestamptz,
  undone_at timestamptz
);
CREATE INDEX contact_import_newest ON contact_import (conference_id, id DESC);
CREATE INDEX contact_import_source ON contact_import (series_id, fingerprint, id DESC) WHERE fingerprint IS NOT NULL;

-- One row of the file. After it was applied, what the contact was before and after is kept for undoing.
CREATE TABLE contact_import_row (
  import_id uuid NOT NULL REFERENCES contact_import (id) ON DELETE CASCADE,
  number integer NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('NEW', 'UPDATED', 'UNCHANGED', 'DUPLICATE', 'REJECTED')),
  is_suppressed boolean NOT NULL,
  problems text[] NOT NULL,
  remarks text[] NOT NULL,
  -- The row of the same file that says the same person.
  duplicate_of integer,
  -- As in the file, where the row is given back.
  cells text[],
  details jsonb,
  contact_id uuid,
  before jsonb,
  after jsonb,
  applied_at timestamptz,
  undone_at timestamptz,
  kept text CHECK (kept IN ('changed', 'used', 'merged')),
  PRIMARY KEY (import_id, number)
);
CREATE INDEX contact_import_row_due ON contact_import_row (import_id, number) WHERE applied_at IS NULL AND verdict IN ('NEW', 'UPDATED', 'UNCHANGED');
CREATE INDEX contact_import_row_back ON contact_import_row (import_id, number) WHERE verdict IN ('DUPLICATE', 'REJECTED');
CREATE INDEX contact_import_row_undo ON contact_import_row (import_id, number) WHERE applied_at IS NOT NULL AND undone_at IS NULL AND verdict IN ('NEW', 'UPDATED');

ALTER TABLE contact_list_member ADD CONSTRAINT contact_list_member_from FOREIGN KEY (import_id) REFERENCES contact_import (id);
