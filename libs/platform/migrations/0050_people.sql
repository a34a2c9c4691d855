-- People across conferences, and the accounts that manage them.
CREATE TABLE person (
  id uuid PRIMARY KEY,
  native_name text CHECK (native_name <> ''),
  latin_family text NOT NULL CHECK (latin_family <> ''),
  latin_given text CHECK (latin_given <> ''),
  name_order text NOT NULL CHECK (name_order IN ('FAMILY_FIRST', 'GIVEN_FIRST')),
  salutation text,
  badge_name text NOT NULL CHECK (badge_name <> ''),
  nationality text CHECK (nationality ~ '^[A-Z]{2}$'),
  residence text CHECK (residence ~ '^[A-Z]{2}$'),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE person_account (
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, person_id)
);
CREATE INDEX person_account_person ON person_account (person_id);

-- One a person; the number only as ciphertext under the person's own key (personal_key).
CREATE TABLE travel_document (
  person_id uuid PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('PASSPORT', 'IDENTITY_CARD', 'TRAVEL_PERMIT', 'OTHER')),
  issued_by text NOT NULL CHECK (issued_by ~ '^[A-Z]{2}$'),
  expires_on date,
  masked_number text NOT NULL,
  sealed_number bytea NOT NULL,
  blind_index text NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX travel_document_blind_index ON travel_document (blind_index);

-- What this installation calls a country or region, offers beside ISO 3166-1, or does not offer.
CREATE TABLE country_override (
  code text PRIMARY KEY CHECK (code ~ '^[A-Z]{2}$'),
  names jsonb,
  hidden boolean NOT NULL DEFAULT false
);

-- Lists of people are searched by parts of words (trigrams).
CREATE EXTENSION IF NOT EXISTS pg_trgm;
