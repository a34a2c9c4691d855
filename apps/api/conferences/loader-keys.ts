import type { CategoryId, Id, PageRequest, SeriesId } from '#kernel';

/** Which form: category and version. */
export type FormKey = Id<'FormKey'>;
/** Which page of which series. */
export type EditionsKey = Id<'EditionsKey'>;

export function formKey(categoryId: CategoryId, version: number): FormKey {
  return `${categoryId} ${version}` as FormKey;
}

export function partsOfFormKey(key: FormKey): { categoryId: CategoryId; version: number } {
  const [categoryId, version] = key.split(' ');
  return { categoryId: categoryId as CategoryId, version: Number(version) };
}

export function editionsKey(seriesId: SeriesId, { first, after }: PageRequest): EditionsKey {
  return JSON.stringify([seriesId, first, after ?? null]) as EditionsKey;
}

interface AskedPage {
  readonly request: PageRequest;
  readonly ids: readonly SeriesId[];
  readonly keyOf: (id: SeriesId) => EditionsKey;
}

/** The pages that were asked for: series that want the same page are read together. */
export function pagesAsked(keys: readonly EditionsKey[]): readonly AskedPage[] {
  const asked = new Map<string, { request: PageRequest; ids: SeriesId[] }>();
  for (const key of keys) {
    const [id, first, after] = JSON.parse(key) as [SeriesId, number, string | null];
    const request: PageRequest = { first, ...(after === null ? {} : { after }) };
    const same = asked.get(JSON.stringify(request)) ?? { request, ids: [] };
    same.ids.push(id);
    asked.set(JSON.stringify(request), same);
  }
  return [...asked.values()].map(({ request, ids }) => ({ request, ids, keyOf: (id) => editionsKey(id, request) }));
}
