import { SelectField, TextField } from '../../forms/field.js';
import { line } from '../../forms/problems.js';
import type { FormAnswer, Problem } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { bothLanguages } from '../languages-field.js';
import { SideBySide } from './side-by-side.js';

const ROLES = ['HOST', 'CO_HOST', 'ORGANISER', 'SUPPORTER'] as const;
const MORE = 2;

export interface HostValue {
  readonly role: (typeof ROLES)[number];
  readonly name: Readonly<Record<string, string>>;
  readonly website: string | null;
}

/** Who stands behind the conference: a block each, and two empty ones. */
export function HostsField({ hosts, locales, answer }: { readonly hosts: readonly HostValue[]; readonly locales: readonly string[]; readonly answer: FormAnswer | undefined }): React.ReactElement {
  const { t } = useTexts();
  const typed = Object.keys(answer?.values ?? {}).filter((name) => /^hosts\.\d+\.role$/.test(name)).length;
  return (
    <fieldset className="field" id="f-hosts">
      <legend><h2>{t('console.edit.hosts')}</h2></legend>
      <p className="hint">{t('console.edit.hosts-hint')}</p>
      {Array.from({ length: Math.max(typed, hosts.length + MORE) }, (_row, index) => (
        <div className="stop" key={index}>
          <SideBySide name={`hosts.${index}.name`} label={t('console.edit.host', { number: index + 1 })} value={hosts[index]?.name} locales={locales} answer={answer} />
          <div className="beside">
            <SelectField name={`hosts.${index}.role`} label={t('console.edit.host-role')} value={hosts[index]?.role ?? 'HOST'} choices={ROLES.map((role) => ({ value: role, label: t(`conference.host.${role}`) }))} answer={answer} required />
            <TextField name={`hosts.${index}.website`} type="url" label={t('console.edit.host-website')} value={hosts[index]?.website} answer={answer} ltr />
          </div>
        </div>
      ))}
    </fieldset>
  );
}

/** The hosts of a form that have a name, each with the row it was typed in. */
export function hostsIn(form: FormData): readonly (HostValue & { readonly row: number })[] {
  const hosts: (HostValue & { row: number })[] = [];
  for (let row = 0; form.has(`hosts.${row}.role`); row += 1) {
    const name = bothLanguages(form, `hosts.${row}.name`);
    if (name !== null) hosts.push({ row, name, role: ROLES.find((role) => role === form.get(`hosts.${row}.role`)) ?? 'HOST', website: line(form, `hosts.${row}.website`) });
  }
  return hosts;
}

/** The api counts hosts in their order; the page shows a problem where the host was typed. */
export function besideItsHost({ path, message }: Problem, hosts: readonly { readonly row: number }[]): Problem {
  const [, index, rest] = /^hosts\.(\d+)\.(.*)$/.exec(path) ?? [];
  const row = index === undefined ? undefined : hosts[Number(index)]?.row;
  return row === undefined ? { path, message } : { path: `hosts.${row}.${rest ?? ''}`, message };
}
