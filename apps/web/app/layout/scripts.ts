/** The scripts that a page may ask for by `PageScript`, below app/. No page needs one: each makes something better that works without. */
export const SCRIPTS = {
  questions: 'console/conference/drag-questions.script.ts',
  sessions: 'console/programme/drag-sessions.script.ts',
  badge: 'registration/badge.script.ts',
  upload: 'registration/upload.script.ts',
} as const;

export type ScriptName = keyof typeof SCRIPTS;

/** Where a script is kept when it has been built, by its path below apps/web. */
export type BuiltScripts = Readonly<Partial<Record<string, { readonly file: string }>>>;
