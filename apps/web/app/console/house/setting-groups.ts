export const SETTING_GROUPS = ['site', 'mail', 'data', 'access'] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

/** Under which heading a setting is shown, by its name. */
export function groupOf(name: string): SettingGroup {
  if (/^(SMTP|MAIL|DKIM|BOUNCE)/.test(name)) return 'mail';
  if (/^(DATABASE|REDIS|DATA_)/.test(name)) return 'data';
  return /^(SECRET|ADMIN|TRUSTED|RATE)/.test(name) ? 'access' : 'site';
}
