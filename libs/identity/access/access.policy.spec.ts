import { describe, expect, it } from '@jest/globals';
import type { ConferenceId, DelegationId, ForumId, SeriesId } from '#kernel';
import { denied, may, mayAnywhere } from './access.policy.js';
import type { Scope } from './access.policy.js';
import { anonymousActor } from './actor.js';
import type { Actor, Grant } from './actor.js';
import { PERMISSIONS, PERMISSIONS_OF, ROLES, ROLES_IN, SCOPE_KINDS } from './roles.js';
import type { Permission, Role } from './roles.js';

const nobody = anonymousActor('203.0.113.9', 'en');
const holder = (...grants: Grant[]): Actor => ({ ...nobody, kind: 'ACCOUNT', grants });
const id = (letter: string): string => `01980000-0000-7000-8000-00000000000${letter}`;

const inForum: Scope = { seriesId: id('1') as SeriesId, conferenceId: id('2') as ConferenceId, forumId: id('3') as ForumId };
const elsewhere: Scope = { seriesId: id('6') as SeriesId, conferenceId: id('7') as ConferenceId, forumId: id('8') as ForumId };

// Written out once more by hand, so that a slip in the table does not pass for the rule.
const expected: Readonly<Record<Role, string>> = {
  OWNER: PERMISSIONS.join(' '),
  ORGANISER: 'conference.read-draft conference.edit series.edit registration.read registration.decide registration.enter registration.reveal-document registration.export programme.edit visits.edit mail.read mail.settle delegation.manage contacts.read contacts.edit invitations.read invitations.edit delegations.edit campaigns.edit campaigns.send mail.suppress',
  PROGRAMME_EDITOR: 'conference.read-draft programme.edit',
  REGISTRATION_DESK: 'conference.read-draft registration.read registration.decide registration.enter registration.reveal-document registration.export contacts.read invitations.read invitations.edit delegations.edit delegation.manage',
  MAILING_STAFF: 'conference.read-draft mail.read mail.settle contacts.read contacts.edit invitations.read invitations.edit delegations.edit campaigns.edit campaigns.send mail.suppress',
  VIEWER: 'conference.read-draft registration.read mail.read invitations.read',
  HEAD_OF_DELEGATION: 'registration.read registration.enter delegation.manage',
};

describe.each(ROLES)('%s', (role) => {
  it.each(PERMISSIONS)('%s: as the table says, in its scope only', (permission: Permission) => {
    const allowed = expected[role].split(' ').includes(permission);
    const actor = holder({ role, scopeKind: 'CONFERENCE', scopeId: id('2') });
    expect(may(actor, permission, inForum)).toBe(allowed);
    expect(mayAnywhere(actor, permission)).toBe(allowed);
    expect(may(actor, permission, elsewhere)).toBe(false);
    expect(may(actor, permission, {})).toBe(false);
  });
});

describe('scopes', () => {
  it.each([
    ['INSTALLATION', null, true, true], ['SERIES', id('1'), true, false], ['CONFERENCE', id('2'), true, false], ['FORUM', id('3'), true, false], ['DELEGATION', id('3'), false, false],
  ] as const)('%s reaches down and never aside', (scopeKind, scopeId, here, there) => {
    const actor = holder({ role: 'OWNER', scopeKind, scopeId });
    expect(may(actor, 'programme.edit', inForum)).toBe(here);
    expect(may(actor, 'programme.edit', elsewhere)).toBe(there);
  });

  it('are not met by what is not named: a scope without its series is not the series', () => {
    const actor = holder({ role: 'OWNER', scopeKind: 'SERIES', scopeId: id('1') });
    expect(may(actor, 'programme.edit', { conferenceId: id('2') as ConferenceId })).toBe(false);
    expect(may(holder({ role: 'OWNER', scopeKind: 'SERIES', scopeId: null }), 'programme.edit', {})).toBe(false);
  });

  it('hold a delegation apart', () => {
    const actor = holder({ role: 'HEAD_OF_DELEGATION', scopeKind: 'DELEGATION', scopeId: id('4') });
    expect(may(actor, 'registration.enter', { ...inForum, delegationId: id('4') as DelegationId })).toBe(true);
    expect(may(actor, 'registration.enter', { ...inForum, delegationId: id('5') as DelegationId })).toBe(false);
    expect(may(actor, 'registration.enter', inForum)).toBe(false);
  });
});

describe('default deny', () => {
  it('nobody may anything, and is told to sign in', () => {
    for (const permission of PERMISSIONS) expect(may(nobody, permission, inForum)).toBe(false);
    expect(denied(nobody).refused).toBe('access.sign-in-needed');
    expect(denied(holder()).refused).toBe('access.denied');
    expect(denied({ ...holder(), lacksSecondFactor: true }).refused).toBe('access.second-factor-needed');
  });

  it('every role can be granted somewhere, and every permission is held by someone', () => {
    for (const role of ROLES) expect(SCOPE_KINDS.some((kind) => ROLES_IN[kind].includes(role))).toBe(true);
    for (const permission of PERMISSIONS) expect(ROLES.some((role) => PERMISSIONS_OF[role].includes(permission))).toBe(true);
  });
});
