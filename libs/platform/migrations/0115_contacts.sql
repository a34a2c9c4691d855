-- Whom the staff of a series may write to, registered or not, kept from edition to edition.
CREATE TABLE contact (
  id uuid PRIMARY KEY,
  series_id uuid NOT NULL REFERENCES series (id),
  address text CHECK (address <> ''),
  -- What two spellings of one address have in common: unquoted, lower case, the domain in punycode.
  address_key text CHECK (address_key <> ''),
  native_name text CHECK (native_name <> ''),
  latin_name text CHECK (latin_name <> ''),
  salutation text CHECK (salutation <> ''),
  organisation text CHECK (organisation <> ''),
  organisation_key text NOT NULL DEFAULT '',
  title text CHECK (title <> ''),
  country text CHECK (country ~ '^[A-Z]{2}$'),
  locale text CHECK (locale <> ''),
  phone text CHECK (phone ~ '^\+[1-9][0-9]{1,14}$'),
  tags text[] NOT NULL DEFAULT '{}',
  extra jsonb NOT NULL DEFAULT '{}',
  person_id uuid REFERENCES person (id) ON DELETE SET NULL,
  source text CHECK (source <> ''),
  merged_into uuid REFERENCES contact (id),
  -- Name, organisation and phone as they are compared: by it a row without an address is known again.
  match_key text NOT NULL,
  -- Spellings of the name that other scripts and orders may share with it.
  name_keys text[] NOT NULL DEFAULT '{}',
  search_text text NOT NULL,
  sort_name text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK ((address IS NULL) = (address_key IS NULL)),
  CHECK (address IS NOT NULL OR native_name IS NOT NULL OR latin_name IS NOT NULL),
  CHECK (merged_into <> id)
);
CREATE UNIQUE INDEX contact_address_once ON contact (series_id, address_key) WHERE merged_into IS NULL;
CREATE UNIQUE INDEX contact_without_address_once ON contact (series_id, match_key) WHERE merged_into IS NULL AND address_key IS NULL;
CREATE INDEX contact_address ON contact (series_id, address_key);
CREATE INDEX contact_match ON contact (series_id, match_key);
CREATE INDEX contact_by_name ON contact (series_id, sort_name, id) WHERE merged_into IS NULL;
CREATE INDEX contact_merged_into ON contact (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX contact_person ON contact (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX contact_phone ON contact (series_id, phone) WHERE phone IS NOT NULL;
CREATE INDEX contact_organisation ON contact (series_id, organisation_key) WHERE organisation_key <> '';
CREATE INDEX contact_name_keys ON contact USING gin (name_keys);
CREATE INDEX contact_search ON contact USING gin (search_text gin_trgm_ops);

CREATE INDEX contact_country ON contact (series_id, country) WHERE merged_into IS NULL;

-- A list that staff keep, of the whole series or of one conference.
CREATE TABLE contact_list (
  id uuid PRIMARY KEY,
  series_id uuid NOT NULL REFERENCES series (id),
  conference_id uuid REFERENCES conference (id) ON DELETE CASCADE,
  name text NOT NULL CHECK (name <> ''),
  created_at timestamptz NOT NULL,
  CONSTRAINT contact_list_name UNIQUE (series_id, name)
);

CREATE TABLE contact_list_member (
  list_id uuid NOT NULL REFERENCES contact_list (id) ON DELETE CASCADE,
  contact_id uuid NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  -- The import that put it there, so that undoing takes it out again; null where a person did.
  import_id uuid,
  PRIMARY KEY (list_id, contact_id)
);
CREATE INDEX contact_list_member_contact ON contact_list_member (contact_id);
CREATE INDEX contact_list_member_import ON contact_list_member (import_id) WHERE import_id IS NOT NULL;
