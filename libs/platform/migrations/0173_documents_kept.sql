-- For how many days after the last day travel documents and uploaded files are kept (docs/decisions/retention.md).
ALTER TABLE conference ADD COLUMN documents_kept_days integer NOT NULL DEFAULT 30 CHECK (documents_kept_days BETWEEN 1 AND 365);
