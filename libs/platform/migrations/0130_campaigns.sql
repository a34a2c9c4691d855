-- Letters to many, written by staff: a text a language, with placeholders (docs/decisions/campaigns.md).
CREATE TABLE mail_template (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  name text NOT NULL CHECK (name <> ''),
  what text NOT NULL CHECK (what IN ('INVITATION', 'REMINDER', 'NEWS', 'THANKS')),
  -- BCP 47 tag to subject, preheader and body (Markdown).
  texts jsonb NOT NULL,
  -- In which order its languages are tried for a reader of another one.
  fallbacks text[] NOT NULL,
  attaches text[] NOT NULL DEFAULT '{}' CHECK (attaches <@ ARRAY['LETTER', 'CALENDAR']),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT mail_template_name_once UNIQUE (conference_id, name)
);

-- A saved filter over the contacts of the series; whom it finds is counted anew each time.
CREATE TABLE audience (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  name text NOT NULL CHECK (name <> ''),
  filter jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT audience_name_once UNIQUE (conference_id, name)
);

-- When reminders follow a campaign by themselves.
CREATE TABLE reminder_rule (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  campaign_id uuid NOT NULL,
  template_id uuid NOT NULL REFERENCES mail_template (id),
  whom text NOT NULL CHECK (whom IN ('NOT_ANSWERED', 'NOT_REGISTERED', 'DRAFT')),
  -- Days after the campaign has been sent, and again as many after each reminder; or days before its reply deadline, once.
  after_days integer CHECK (after_days > 0),
  before_days integer CHECK (before_days >= 0),
  at_most integer NOT NULL CHECK (at_most BETWEEN 1 AND 10),
  stopped_at timestamptz,
  created_at timestamptz NOT NULL,
  CHECK ((after_days IS NULL) <> (before_days IS NULL)),
  CHECK (before_days IS NULL OR at_most = 1)
);

-- One letter to many. Until it is started everything may be changed; then texts and audience are those of that moment.
CREATE TABLE campaign (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES conference (id),
  name text NOT NULL CHECK (name <> ''),
  what text NOT NULL CHECK (what IN ('INVITATION', 'REMINDER', 'NEWS', 'THANKS')),
  state text NOT NULL CHECK (state IN ('DRAFT', 'RUNNING', 'PAUSED', 'FINISHED', 'CANCELLED')),
  template_id uuid NOT NULL REFERENCES mail_template (id),
  -- Null for a reminder that a rule makes: its audience are recipients of the campaign it reminds of.
  audience_id uuid REFERENCES audience (id),
  plan jsonb NOT NULL,
  -- The template and the conference as they were when it was started.
  frozen jsonb,
  -- Recipients at that moment; null before.
  recipients integer CHECK (recipients >= 0),
  -- A letter that staff send to themselves to see it; not shown among campaigns.
  is_test boolean NOT NULL DEFAULT false,
  rule_id uuid REFERENCES reminder_rule (id),
  round integer,
  reminds_of uuid REFERENCES campaign (id),
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  starts_at timestamptz,
  finished_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK ((state = 'DRAFT') = (frozen IS NULL)),
  CHECK ((frozen IS NULL) = (recipients IS NULL)),
  CHECK ((rule_id IS NULL) = (round IS NULL)),
  -- A round of a rule is one campaign, however many sweeps find it due.
  CONSTRAINT campaign_round_once UNIQUE (rule_id, round)
);
CREATE INDEX campaign_of_conference ON campaign (conference_id, id);
CREATE INDEX campaign_template ON campaign (template_id);
ALTER TABLE reminder_rule ADD FOREIGN KEY (campaign_id) REFERENCES campaign (id);
CREATE INDEX reminder_rule_of ON reminder_rule (campaign_id);

-- Whom a campaign writes to, as they were when it was started.
CREATE TABLE campaign_recipient (
  campaign_id uuid NOT NULL REFERENCES campaign (id),
  address_key text NOT NULL,
  conference_id uuid NOT NULL,
  -- Whom it was read from; the contact may be gone since (an import undone).
  contact_id uuid,
  address text NOT NULL,
  native_name text,
  latin_name text,
  salutation text,
  title text,
  organisation text,
  country text,
  locale text NOT NULL,
  invitation_id uuid REFERENCES invitation (id),
  message_id uuid REFERENCES message (id),
  -- Of any number of starts, sweeps and workers, one writes to an address.
  CONSTRAINT campaign_recipient_once PRIMARY KEY (campaign_id, address_key)
);
CREATE INDEX campaign_recipient_waiting ON campaign_recipient (campaign_id, address_key) WHERE message_id IS NULL;
CREATE INDEX campaign_recipient_message ON campaign_recipient (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX campaign_recipient_invitation ON campaign_recipient (invitation_id) WHERE invitation_id IS NOT NULL;
CREATE INDEX campaign_recipient_address ON campaign_recipient (conference_id, address_key);

-- Whether an address that was written to has registered.
CREATE INDEX registration_email ON registration (conference_id, lower(email));
