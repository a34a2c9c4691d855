import { useTexts } from '../../i18n/use-texts.js';

interface Preview {
  readonly reason: 'LONGEST_NAME' | 'MISSING_FIELD' | 'RIGHT_TO_LEFT' | 'FALLBACK_LANGUAGE' | 'LANGUAGE' | 'SAMPLE';
  readonly name: string;
  readonly readerLocale: string;
  readonly subject: string;
  readonly preheader: string;
  readonly text: string;
  readonly attachments: readonly string[];
}

/** A letter as real contacts read it, those first with whom it is most likely to look wrong: framed as a mailbox shows it, and as text. */
export function PreviewList({ previews, lang, pathOf }: { readonly previews: readonly Preview[]; readonly lang: string; readonly pathOf: (index: number) => string }): React.ReactElement {
  const { t, language, list } = useTexts();
  return (
    <section id="preview">
      <h2>{t('console.templates.preview')}</h2>
      {previews.map((one, index) => (
        <details key={`${one.reason} ${one.name}`} open={index === 0}>
          <summary>{t('console.templates.preview-of', { reason: t(`console.templates.reason.${one.reason}`), name: one.name, language: language(one.readerLocale) })}</summary>
          <p lang={lang}><strong><bdi>{one.subject}</bdi></strong>{one.preheader !== '' && <span className="quiet"> — <bdi>{one.preheader}</bdi></span>}</p>
          <iframe className="letter" sandbox="" loading={index === 0 ? 'eager' : 'lazy'} src={pathOf(index)} title={`${t('console.templates.preview')}: ${one.name}`} />
          {one.attachments.length > 0 && <p className="quiet">{t('console.templates.attached', { files: list(one.attachments) })}</p>}
          <details><summary>{t('console.templates.as-text')}</summary><pre className="letter-text" lang={lang} dir="auto" tabIndex={0}>{one.text}</pre></details>
        </details>
      ))}
    </section>
  );
}
