import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import { asAdministrator } from './set-the-stage.js';
import { Stage } from './stage.js';

/** What schema.org and those who read it ask of an Event. */
interface Occasion {
  readonly name: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly url: string;
  readonly eventStatus: string;
  readonly image: readonly string[];
  readonly inLanguage: readonly string[];
  readonly location: { readonly name: string; readonly address: Readonly<Record<string, string>> };
  readonly organizer: readonly { readonly name: string }[];
  readonly offers?: { readonly url: string };
}

const GRAPH_LOCALES: Readonly<Record<string, string>> = { 'en': 'en_US', 'zh-Hans': 'zh_CN', 'ar': 'ar_EG' };

describeWhere(hasChromium(), 'Chromium is not installed')('what machines read of a page', () => {
  let stage: Stage;
  beforeAll(async () => { stage = await Stage.open(); }, 120_000);
  afterAll(() => stage.close());

  /** Read from what the browser made of the page, not from its source. */
  async function read(path: string): Promise<{ occasions: Occasion[]; graph: Record<string, string>; title: string; heading: string }> {
    const page = await stage.page({ javaScriptEnabled: true });
    await page.goto(`${stage.site}${path}`);
    const occasions = await page.locator('script[type="application/ld+json"]').allTextContents();
    const graph = await page.locator('meta[property^="og:"]').evaluateAll((all) => all.map((meta) => [meta.getAttribute('property') ?? '', meta.getAttribute('content') ?? '']));
    const found = { occasions: occasions.map((text) => JSON.parse(text) as Occasion), graph: Object.fromEntries(graph) as Record<string, string>, title: await page.title(), heading: await page.innerText('h1') };
    await page.context().close();
    return found;
  }
  const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');
  /** What an occasion lacks. */
  function lacks(occasion: Occasion): string[] {
    const isDated = (date: string): boolean => /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$/.test(date);
    const held: Readonly<Record<string, boolean>> = {
      context: (occasion as unknown as Record<string, string>)['@context'] === 'https://schema.org' && (occasion as unknown as Record<string, string>)['@type'] === 'Event',
      name: (occasion.name ?? '') !== '',
      startDate: isDated(occasion.startDate ?? ''),
      endDate: isDated(occasion.endDate ?? '') && Date.parse(occasion.endDate) >= Date.parse(occasion.startDate),
      url: (occasion.url ?? '').startsWith(`${stage.site}/`),
      eventStatus: /^https:\/\/schema\.org\/Event(Scheduled|Cancelled)$/.test(occasion.eventStatus ?? ''),
      image: (occasion.image ?? []).length > 0 && occasion.image.every((image) => image.startsWith(`${stage.site}/assets/`)),
      inLanguage: (occasion.inLanguage ?? []).includes('zh-Hans'),
      location: (occasion.location?.name ?? '') !== '' && occasion.location?.address['addressCountry'] === 'CN' && (occasion.location?.address['addressLocality'] ?? '') !== '',
      organizer: (occasion.organizer ?? []).every(({ name }) => name !== '') && (occasion.organizer ?? []).length > 0,
    };
    return Object.keys(held).filter((part) => held[part] !== true);
  }

  it.each(['en', 'zh-Hans', 'ar'])('of conference, forum and visit in %s has all that schema.org asks of an Event, and what messengers show', async (locale) => {
    const base = `/${locale}/conferences/${stage.scenery.slug}`;
    for (const path of [base, `${base}/programme/ports`, `${base}/visits/boat`]) {
      const { occasions, graph, heading } = await read(path);
      expect([path, occasions.length > 0, occasions.map(lacks)]).toEqual([path, true, occasions.map(() => [])]);
      expect(occasions.every(({ name, url }) => plain(name) === plain(heading) && new URL(url).pathname === path)).toBe(true);
      if (path !== base) expect(occasions.map(({ startDate }) => startDate.slice(-6))).toEqual(occasions.map(() => '+08:00'));
      expect(graph).toMatchObject({ 'og:title': plain(heading), 'og:type': 'website', 'og:url': `${stage.site}${path}`, 'og:locale': GRAPH_LOCALES[locale], 'og:site_name': locale === 'zh-Hans' ? '两江大会' : 'Two Rivers Conference' });
      expect(graph['og:description']).not.toBe('');
      const image = await fetch(graph['og:image'] ?? '');
      expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png']);
    }
    const { occasions: [conference] } = await read(base);
    expect(conference?.offers?.url).toBe(`${stage.site}${base}/register`);
    expect(conference?.location.address['addressLocality']).toBe(locale === 'zh-Hans' ? '重庆' : 'Chongqing');
  }, 60_000);

  it('that lists a part of the conference tells messengers of both, and of nothing that takes place', async () => {
    for (const [part, name] of [['programme', '会议日程'], ['speakers', '嘉宾'], ['visits', '实地考察'], ['register', '报名']] as const) {
      const path = `/zh-Hans/conferences/${stage.scenery.slug}/${part}`;
      const { occasions, graph, title } = await read(path);
      expect([title, graph['og:title'], graph['og:url'], occasions]).toEqual([`${name} · 两江大会`, `${name} · 两江大会`, `${stage.site}${path}`, []]);
      expect(graph['og:description']).toContain('重庆');
    }
  });

  it('offers registration only while it is open', async () => {
    await asAdministrator(stage.running, 'mutation($id: ID!) { closeRegistration(conferenceId: $id) { __typename } }', { id: stage.scenery.conferenceId });
    const closed = await read(`/en/conferences/${stage.scenery.slug}`);
    await asAdministrator(stage.running, 'mutation($id: ID!) { openRegistration(conferenceId: $id) { __typename } }', { id: stage.scenery.conferenceId });
    const open = await read(`/en/conferences/${stage.scenery.slug}`);
    expect([closed, open].map(({ occasions }) => occasions[0]?.offers?.url)).toEqual([undefined, `${stage.site}/en/conferences/${stage.scenery.slug}/register`]);
  });

  it('is seen to lack what is taken away', async () => {
    const { occasions: [conference] } = await read(`/en/conferences/${stage.scenery.slug}`);
    expect(lacks({ ...conference, startDate: 'soon', location: undefined, organizer: undefined } as unknown as Occasion)).toEqual(['startDate', 'endDate', 'location', 'organizer']);
  });
});
