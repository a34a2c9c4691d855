import { defineLetter } from '#mail';

/** A letter that its reader waits for before the screen, as the sign-in link is. */
export const signInLetter = defineLetter<{ code: string }>('bench.sign-in', {
  urgent: true, samples: [{ code: '1' }], render: ({ code }) => ({ subject: 'Sign in', preheader: code, blocks: [{ p: code }] }),
});
