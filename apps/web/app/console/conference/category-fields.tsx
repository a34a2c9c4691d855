import { ChoiceField, TextField } from '../../forms/field.js';
import { line } from '../../forms/problems.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { instantIn, wallClockIn } from '../invitations/instant-in.js';
import { bothLanguages } from '../languages-field.js';
import type { CategoryData, CategoryInput } from './category-data.js';
import { SideBySide } from './side-by-side.js';

interface CategoryFieldsProps {
  readonly category: CategoryData;
  readonly locales: readonly string[];
  readonly zone: string;
  readonly answer: FormAnswer | undefined;
}

/** Whom a category is for, how many, when, and what is asked of them beside the form. */
export function CategoryFields({ category, locales, zone, answer }: CategoryFieldsProps): React.ReactElement {
  const { t } = useTexts();
  const yes = (isSo: boolean): string[] => (isSo ? ['yes'] : []);
  const shared = { answer, many: true } as const;
  return (
    <>
      <SideBySide name="title" label={t('console.field.title')} value={category.title} locales={locales} answer={answer} required />
      <SideBySide name="description" label={t('console.field.description')} value={category.description} locales={locales} answer={answer} lines={3} />
      <div className="beside">
        <TextField name="capacity" type="number" label={t('console.places.size')} hint={t('console.places.size-hint')} value={category.places.size?.toString()} answer={answer} />
        <TextField name="waitlistLimit" type="number" label={t('console.category.line-limit')} hint={t('console.category.line-limit-hint')} value={category.waitlistLimit?.toString()} answer={answer} />
        <TextField name="offerMinutes" type="number" label={t('console.category.offer')} hint={t('console.category.offer-hint')} value={String(category.offerMinutes)} answer={answer} required />
      </div>
      <div className="beside">
        <TextField name="opensAt" type="datetime-local" label={t('console.category.opens')} hint={t('console.category.times-hint', { zone })} value={wallClockIn(category.opensAt, zone)} answer={answer} ltr />
        <TextField name="closesAt" type="datetime-local" label={t('console.category.closes')} hint={t('console.category.times-hint', { zone })} value={wallClockIn(category.closesAt, zone)} answer={answer} ltr />
      </div>
      <div className="beside">
        <ChoiceField name="needsApproval" label={t('console.category.approval')} values={yes(category.needsApproval)} choices={[{ value: 'yes', label: t('console.category.approval-yes') }]} {...shared} />
        <ChoiceField name="invitationOnly" label={t('console.category.invited')} values={yes(category.invitationOnly)} choices={[{ value: 'yes', label: t('console.category.invited-yes') }]} {...shared} />
        <ChoiceField name="asksTravelDocument" label={t('console.category.document')} values={yes(category.asksTravelDocument)} choices={[{ value: 'yes', label: t('console.category.document-yes') }]} {...shared} />
      </div>
    </>
  );
}

/** What the fields say. */
export function settingsIn(form: FormData, zone: string): Partial<CategoryInput> & Pick<CategoryInput, 'title'> {
  const number = (name: string): number | null => { const text = line(form, name); return text === null ? null : Number(text); };
  const isYes = (name: string): boolean => form.get(name) === 'yes';
  return {
    title: bothLanguages(form, 'title') ?? {}, description: bothLanguages(form, 'description'), capacity: number('capacity'), waitlistLimit: number('waitlistLimit'), offerMinutes: number('offerMinutes') ?? 0,
    opensAt: instantIn(line(form, 'opensAt'), zone), closesAt: instantIn(line(form, 'closesAt'), zone),
    needsApproval: isYes('needsApproval'), invitationOnly: isYes('invitationOnly'), asksTravelDocument: isYes('asksTravelDocument'),
  };
}
