export const ROLES = [
  'OWNER', 'ORGANISER', 'PROGRAMME_EDITOR', 'REGISTRATION_DESK', 'MAILING_STAFF', 'VIEWER', 'HEAD_OF_DELEGATION',
] as const;
export type Role = (typeof ROLES)[number];

export const SCOPE_KINDS = ['INSTALLATION', 'SERIES', 'CONFERENCE', 'FORUM', 'DELEGATION'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

export const PERMISSIONS = [
  'conference.read-draft', 'conference.edit', 'series.edit',
  'registration.read', 'registration.decide', 'registration.enter', 'registration.reveal-document', 'registration.export',
  'programme.edit', 'visits.edit',
  'mail.read', 'mail.settle', 'mail.suppress',
  'contacts.read', 'contacts.edit',
  'invitations.read', 'invitations.edit', 'delegations.edit', 'delegation.manage',
  'campaigns.edit', 'campaigns.send',
  'roles.grant', 'tokens.manage', 'accounts.replace-address', 'audit.read', 'texts.mend', 'house.run',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Inviting by the ten thousand: contacts, invitations, delegations, campaigns and who is not to be written to. */
const INVITING = [
  'contacts.read', 'contacts.edit', 'invitations.read', 'invitations.edit', 'delegations.edit', 'campaigns.edit', 'campaigns.send', 'mail.suppress',
] as const satisfies readonly Permission[];

/** What each role may do in its scope. Whatever is not written here is denied. */
export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  OWNER: PERMISSIONS,
  ORGANISER: [
    'conference.read-draft', 'conference.edit', 'series.edit',
    'registration.read', 'registration.decide', 'registration.enter', 'registration.reveal-document', 'registration.export',
    'programme.edit', 'visits.edit',
    'mail.read', 'mail.settle', 'delegation.manage', ...INVITING,
  ],
  PROGRAMME_EDITOR: ['conference.read-draft', 'programme.edit'],
  REGISTRATION_DESK: [
    'conference.read-draft',
    'registration.read', 'registration.decide', 'registration.enter', 'registration.reveal-document', 'registration.export',
    'contacts.read', 'invitations.read', 'invitations.edit', 'delegations.edit', 'delegation.manage',
  ],
  MAILING_STAFF: ['conference.read-draft', 'mail.read', 'mail.settle', ...INVITING],
  VIEWER: ['conference.read-draft', 'registration.read', 'mail.read', 'invitations.read'],
  HEAD_OF_DELEGATION: ['registration.read', 'registration.enter', 'delegation.manage'],
};

/** Where a role can be granted: a role that means nothing in a scope is refused rather than kept in vain. */
export const ROLES_IN: Readonly<Record<ScopeKind, readonly Role[]>> = {
  INSTALLATION: ['OWNER', 'ORGANISER', 'PROGRAMME_EDITOR', 'REGISTRATION_DESK', 'MAILING_STAFF', 'VIEWER'],
  SERIES: ['OWNER', 'ORGANISER', 'PROGRAMME_EDITOR', 'REGISTRATION_DESK', 'MAILING_STAFF', 'VIEWER'],
  CONFERENCE: ['OWNER', 'ORGANISER', 'PROGRAMME_EDITOR', 'REGISTRATION_DESK', 'MAILING_STAFF', 'VIEWER'],
  FORUM: ['PROGRAMME_EDITOR', 'VIEWER'],
  DELEGATION: ['HEAD_OF_DELEGATION'],
};

/** Roles of the house's own people; they count only in a sign-in that proved a second factor, or through a token. */
export function isStaffRole(role: Role): boolean {
  return role !== 'HEAD_OF_DELEGATION';
}
