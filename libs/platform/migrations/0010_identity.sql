-- Addresses that sign in, and what they may do.
CREATE TABLE account (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  email_key text NOT NULL UNIQUE,
  locale text NOT NULL DEFAULT 'en',
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE role_grant (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  role text NOT NULL CHECK (role IN ('OWNER', 'ORGANISER', 'PROGRAMME_EDITOR', 'REGISTRATION_DESK', 'MAILING_STAFF', 'VIEWER', 'HEAD_OF_DELEGATION')),
  scope_kind text NOT NULL CHECK (scope_kind IN ('INSTALLATION', 'SERIES', 'CONFERENCE', 'FORUM', 'DELEGATION')),
  scope_id uuid,
  granted_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((scope_kind = 'INSTALLATION') = (scope_id IS NULL)),
  CONSTRAINT role_grant_once UNIQUE NULLS NOT DISTINCT (account_id, role, scope_kind, scope_id)
);
CREATE INDEX role_grant_scope ON role_grant (scope_kind, scope_id);

-- Programs that sign in: only the hash of a token is kept (SHA-256 of a random secret).
CREATE TABLE api_token (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  name text NOT NULL,
  secret_hash bytea NOT NULL UNIQUE,
  role text NOT NULL,
  scope_kind text NOT NULL,
  scope_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  CHECK ((scope_kind = 'INSTALLATION') = (scope_id IS NULL))
);
CREATE INDEX api_token_account ON api_token (account_id);

-- Links that sign a delegate in, once. The token is derived from the id when the letter is set; only its hash is kept.
CREATE TABLE sign_in_link (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  email text NOT NULL,
  locale text NOT NULL,
  next text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX sign_in_link_age ON sign_in_link (expires_at);

-- A delegate's sign-in on one device.
CREATE TABLE sign_in (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  secret_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX sign_in_account ON sign_in (account_id) WHERE ended_at IS NULL;
CREATE INDEX sign_in_age ON sign_in (expires_at);

-- A new address for an account: asked for by its owner (proof by link) or written by staff with a reason.
CREATE TABLE address_change (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  kind text NOT NULL CHECK (kind IN ('PROOF', 'STAFF')),
  token_hash bytea UNIQUE,
  old_email text NOT NULL,
  new_email text NOT NULL,
  reason text,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  done_at timestamptz,
  CHECK ((kind = 'STAFF') = (reason IS NOT NULL)),
  CHECK ((kind = 'PROOF') = (token_hash IS NOT NULL))
);
CREATE INDEX address_change_account ON address_change (account_id);
