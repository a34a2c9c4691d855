import { useTexts } from '../../i18n/use-texts.js';
import type { Role } from './scopes.js';

interface Token {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Where it acts, in plain words. */
  readonly where: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  readonly expiresAt: string | null;
  readonly isOver: boolean;
}

/** A token and how it fares; one that works is revoked by unfolding the question first. */
export function TokenRow({ token }: { readonly token: Token }): React.ReactElement {
  const { t, days } = useTexts();
  const day = (instant: string): string => days(instant.slice(0, 10));
  const works = token.revokedAt === null && !token.isOver;
  return (
    <tr>
      <td><bdi>{token.name}</bdi></td>
      <td data-label={t('console.roles.role')} className="tight">{t(`role.${token.role}`)}</td>
      <td data-label={t('console.roles.scope')}>{token.where}</td>
      <td data-label={t('console.tokens.made')} className="tight">{day(token.createdAt)}</td>
      <td data-label={t('console.tokens.used')} className="tight">{token.lastUsedAt === null ? t('console.tokens.never') : day(token.lastUsedAt)}</td>
      <td data-label={t('console.tokens.state')}>
        {token.revokedAt !== null ? <span className="chip plain">{t('console.tokens.revoked', { when: day(token.revokedAt) })}</span>
          : token.isOver ? <span className="chip plain">{t('console.tokens.over', { when: day(token.expiresAt ?? token.createdAt) })}</span>
            : <span className="chip good">{token.expiresAt === null ? t('console.tokens.works') : t('console.tokens.works-until', { when: day(token.expiresAt) })}</span>}
        {works && (
          <details className="ask">
            <summary>{t('console.tokens.revoke')}<span className="hidden"> {token.name}</span></summary>
            <form method="post">
              <p>{t('console.tokens.revoke-text', { name: token.name })}</p>
              <input type="hidden" name="step" value="revoke" /><input type="hidden" name="id" value={token.id} />
              <button type="submit" className="danger">{t('console.tokens.revoke-sure', { name: token.name })}</button>
            </form>
          </details>
        )}
      </td>
    </tr>
  );
}
