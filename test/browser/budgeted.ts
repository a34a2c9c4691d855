import type { Picture } from './gallery.js';
import type { Stage } from './stage.js';
import { broken, CONSOLE_BUDGET, costOf, PUBLIC_BUDGET, REGISTRATION_BUDGET } from './throttled.js';
import type { Budget, Cost } from './throttled.js';
import type { Visitors } from './gallery.js';

/** The pages that have budgets, by their names in the gallery. */
const SURFACES: readonly { readonly names: readonly string[]; readonly budget: Budget }[] = [
  { names: ['home', 'conference', 'programme', 'forum', 'visits', 'visit', 'speakers', 'series', 'sign-in'], budget: PUBLIC_BUDGET },
  { names: ['register', 'step-names', 'step-contact', 'step-document', 'step-questions', 'step-consent', 'step-review', 'status', 'agenda'], budget: REGISTRATION_BUDGET },
  { names: ['console', 'console-conference', 'console-registrations', 'console-programme'], budget: CONSOLE_BUDGET },
];

export interface Judged {
  readonly name: string;
  readonly locale: string;
  readonly cost: Cost;
  readonly broken: readonly string[];
}

/** Opens the pages one after the other, each for the first time; a page too slow is given two more tries, since the machine may have been. */
export async function judge(stage: Stage, { pictures, visitors }: { readonly pictures: readonly Picture[]; readonly visitors: Visitors }, options: { readonly locales: readonly string[]; readonly only?: readonly string[]; readonly patience: number }): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const { names, budget } of SURFACES) {
    for (const name of names.filter((one) => options.only?.includes(one) ?? true)) {
      const picture = pictures.find((one) => one.name === name);
      if (picture === undefined) throw new Error(`the gallery has no ${name}`);
      for (const locale of options.locales) {
        let best: Judged | undefined;
        for (let tries = 0; tries < 3 && (best === undefined || best.broken.length > 0); tries += 1) {
          const cost = await costOf(stage.browser, `${stage.site}/${locale}${picture.path}`, { storageState: visitors[picture.visitor] });
          const next = { name, locale, cost, broken: broken(cost, budget, options.patience) };
          if (best === undefined || next.cost.lcpMs < best.cost.lcpMs) best = next;
        }
        if (best !== undefined) judged.push(best);
      }
    }
  }
  return judged;
}

/** The table that people read. */
export function tableOf(judged: readonly Judged[]): string {
  const kilobytes = (bytes: number): string => (bytes / 1_000).toFixed(1);
  const rows = judged.map(({ name, locale, cost, broken: over }) => `| ${name} | ${locale} | ${kilobytes(cost.html)} | ${kilobytes(cost.css)} | ${kilobytes(cost.script)} | ${cost.requests} | ${cost.elsewhere} | ${cost.firstPaintMs} | ${cost.lcpMs} | ${cost.cls} | ${over.join('; ')} |`);
  return ['| page | language | HTML kB | of it CSS kB | script kB | requests | elsewhere | first paint ms | LCP ms | CLS | over |', '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |', ...rows].join('\n');
}
