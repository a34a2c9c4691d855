import { useTexts } from '../../i18n/use-texts.js';

/** What a text may say of its reader, to be copied: a click chooses the whole word, without a script. */
export function PlaceholderChips({ placeholders }: { readonly placeholders: readonly string[] }): React.ReactElement {
  const { t } = useTexts();
  return (
    <section className="field" aria-label={t('console.templates.placeholders')}>
      <p className="hint">{t('console.templates.placeholders')}</p>
      <ul className="figures placeholders">{placeholders.map((name) => <li key={name}><code className="chip plain ltr">{`{{ ${name} }}`}</code></li>)}</ul>
      <p className="hint">{t('console.templates.conditions', { open: '{% if contact.organisation %}', close: '{% endif %}' })}</p>
    </section>
  );
}
