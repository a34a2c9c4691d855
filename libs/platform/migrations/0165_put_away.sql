-- Templates, audiences and drafts that staff put away: lists and choices no longer show them and their names are free again,
-- while the campaigns that were started with them keep what they refer to.
ALTER TABLE mail_template ADD COLUMN archived_at timestamptz, DROP CONSTRAINT mail_template_name_once;
CREATE UNIQUE INDEX mail_template_name_once ON mail_template (conference_id, name) WHERE archived_at IS NULL;
ALTER TABLE audience ADD COLUMN archived_at timestamptz, DROP CONSTRAINT audience_name_once;
CREATE UNIQUE INDEX audience_name_once ON audience (conference_id, name) WHERE archived_at IS NULL;
ALTER TABLE campaign ADD COLUMN archived_at timestamptz, ADD CHECK (archived_at IS NULL OR state = 'DRAFT');
-- Which drafts still need an audience, and which rules a template.
CREATE INDEX campaign_audience ON campaign (audience_id) WHERE state = 'DRAFT';
CREATE INDEX reminder_rule_template ON reminder_rule (template_id);
