import { graphql } from '../../api/graphql.js';
import type { ResultOf } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';

export const DifferenceFields = graphql(`
  fragment DifferenceFields on ProgrammeDifference {
    kinds forumId forumTitle sessionId changedBy before { title startsAt endsAt place speakers } after { title startsAt endsAt place speakers }
  }
`);
export type Difference = ResultOf<typeof DifferenceFields>;

/** What is otherwise in one programme than in another, forum by forum: what was, and what is. */
export function Differences({ differences, timeZone }: { readonly differences: readonly Difference[]; readonly timeZone: string }): React.ReactElement {
  const { own } = useTexts();
  const forums = Map.groupBy(differences, ({ forumId }) => forumId);
  return (
    <ul className="bare changes">
      {[...forums].map(([forumId, ofForum]) => (
        <li key={forumId}>
          <h3>{own(ofForum[0]?.forumTitle)}</h3>
          <ul className="bare">{ofForum.map((one) => <li key={one.sessionId ?? 'forum'}><OneDifference difference={one} timeZone={timeZone} /></li>)}</ul>
        </li>
      ))}
    </ul>
  );
}

function OneDifference({ difference: { kinds, before, after, changedBy, forumTitle }, timeZone }: { readonly difference: Difference; readonly timeZone: string }): React.ReactElement {
  const { t, own, span, list } = useTexts();
  type Side = NonNullable<Difference['before']>;
  const words = (side: Side): string => [
    side.startsAt !== null && side.endsAt !== null ? span(side.startsAt, side.endsAt, timeZone) : '', own(side.place), kinds.includes('SPEAKERS') ? list(side.speakers.map(own)) : '',
  ].filter((part) => part !== '').join(' · ');
  const renamed = before !== null && after !== null && own(before.title) !== own(after.title);
  const side = (one: Side): React.ReactElement => <>{renamed && <><strong>{own(one.title)}</strong> · </>}{words(one)}</>;
  return (
    <>
      <p className="row tags">{kinds.map((kind) => <span key={kind} className={kind === 'REMOVED' ? 'chip bad' : kind === 'ADDED' ? 'chip good' : 'chip wait'}>{t(`console.difference.${kind}`)}</span>)} {!renamed && own((after ?? before)?.title) !== own(forumTitle) && <strong>{own((after ?? before)?.title)}</strong>}</p>
      <p>{before !== null && <del className="quiet">{side(before)}</del>} {after !== null && <ins>{side(after)}</ins>}</p>
      {changedBy !== null && <p className="quiet">{t('console.difference.by')} <bdi className="ltr">{changedBy}</bdi></p>}
    </>
  );
}
