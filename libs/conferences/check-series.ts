import type { FieldProblem, LocalizedText } from '#kernel';
import { slugProblems } from './address.rules.js';
import { checkLine, checkOptionalText, checkText, problemsOf, valueOf } from './texts.rules.js';
import type { Checked } from './texts.rules.js';

export interface SeriesInput {
  readonly slug: string;
  readonly title: LocalizedText;
  readonly rotation: readonly string[];
  readonly rotationName?: LocalizedText | null | undefined;
}

export interface CheckedSeries {
  readonly slug: string;
  readonly title: LocalizedText;
  readonly rotation: string[];
  readonly rotationName: LocalizedText | null;
}

const MOST_REGIONS = 100;
export const LONGEST_REGION = 100;

/** A series as we keep it; each region has one turn in a round, so that the one after it is never in doubt. */
export function checkSeries(input: SeriesInput): Checked<CheckedSeries> {
  const title = checkText(input.title, 'title', 'line');
  const rotationName = checkOptionalText(input.rotationName, 'rotationName', 'line');
  const regions = input.rotation.slice(0, MOST_REGIONS).map((region, index) => checkLine(region, `rotation.${index}`, LONGEST_REGION));
  const kept = regions.map((region) => ('value' in region ? region.value : undefined));
  const ofRegions = kept.flatMap((region, index): FieldProblem[] => {
    if (region === null) return [{ path: `rotation.${index}`, code: 'required' }];
    return region !== undefined && kept.indexOf(region) < index ? [{ path: `rotation.${index}`, code: 'series.region-twice' }] : [];
  });
  const tooMany = input.rotation.length > MOST_REGIONS ? [{ path: 'rotation', code: 'too-many', data: { max: MOST_REGIONS } }] : [];
  const problems = [...slugProblems(input.slug, 'slug'), ...problemsOf(title, ...regions, rotationName), ...ofRegions, ...tooMany];
  if (problems.length > 0) return { problems };
  return {
    value: {
      slug: input.slug,
      title: valueOf(title),
      rotation: kept.flatMap((region) => (typeof region === 'string' ? [region] : [])),
      rotationName: valueOf(rotationName),
    },
  };
}
