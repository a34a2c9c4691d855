import type { Texts } from '../../i18n/texts.js';

interface Actor {
  readonly actorKind: 'ANONYMOUS' | 'ACCOUNT' | 'TOKEN' | 'SYSTEM';
  readonly actorEmail: string | null;
  readonly actorName: string | null;
  readonly tokenName: string | null;
}

/** Who did something, as people would say. */
export function actorOf({ t }: Texts, { actorKind, actorEmail, actorName, tokenName }: Actor): string {
  const person = actorName ?? actorEmail ?? t('console.audit.someone');
  switch (actorKind) {
    case 'SYSTEM': return t('console.audit.house');
    case 'ANONYMOUS': return t('console.audit.nobody');
    case 'TOKEN': return t('console.audit.token', { name: tokenName ?? '', who: person });
    case 'ACCOUNT': return person;
  }
}
