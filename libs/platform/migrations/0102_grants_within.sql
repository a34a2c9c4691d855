-- In which conference a role on one of its forums lies: whoever holds it reads the draft of that conference.
ALTER TABLE role_grant ADD COLUMN conference_id uuid;
ALTER TABLE api_token ADD COLUMN conference_id uuid;
UPDATE role_grant g SET conference_id = f.conference_id FROM forum f WHERE g.scope_kind = 'FORUM' AND f.id = g.scope_id;
UPDATE api_token t SET conference_id = f.conference_id FROM forum f WHERE t.scope_kind = 'FORUM' AND f.id = t.scope_id;
UPDATE role_grant SET conference_id = scope_id WHERE scope_kind = 'CONFERENCE';
UPDATE api_token SET conference_id = scope_id WHERE scope_kind = 'CONFERENCE';
