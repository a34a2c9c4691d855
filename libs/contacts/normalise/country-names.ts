import countries from 'i18n-iso-countries';
import { searchWords } from '#kernel';

const LANGUAGES = ['en', 'zh', 'fr', 'es', 'pt', 'ru', 'ar', 'de', 'id', 'vi', 'th', 'ja', 'ko'] as const;

// What people write and no list has: short, former, traditional and spoken names.
const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', 'Emirates', '阿联酋', '阿聯酋'], BA: ['Bosnia', '波黑'], BN: ['Brunei', '文莱'], BO: ['Bolivia', '玻利维亚'], BR: ['巴西'],
  CD: ['DR Congo', 'DRC', 'Congo Kinshasa', '刚果（金）', '刚果金', '民主刚果'], CG: ['Congo Brazzaville', 'Republic of Congo', '刚果（布）', '刚果布'],
  CI: ['Ivory Coast', '科特迪瓦', '象牙海岸'], CN: ['PRC', 'Mainland China', "People's Republic of China", '中华人民共和国', '中国大陆', '大陆', '中國', '中国内地', '内地'],
  CV: ['Cape Verde', '佛得角'], CZ: ['Czech Republic', '捷克共和国'], DE: ['德國'], EG: ['埃及'], FR: ['法國'],
  GB: ['UK', 'U.K.', 'Great Britain', 'Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland', '英國', '大不列颠'],
  HK: ['Hong Kong', 'Hong Kong SAR', 'Hong Kong, China', '香港', '中国香港', '香港特别行政区'], IN: ['印度'], IR: ['Iran', '伊朗'], JP: ['日本國'],
  KP: ['North Korea', 'DPRK', '朝鲜', '朝鮮'], KR: ['Korea', 'South Korea', 'Republic of Korea', 'ROK', '韩国', '韓國', '南韩', '大韩民国'],
  LA: ['Laos', 'Lao PDR', '老挝'], MD: ['Moldova'], MM: ['Burma', '缅甸'], MO: ['Macau', 'Macao', 'Macau SAR', '澳门', '中国澳门', '澳門'], MK: ['Macedonia', '北马其顿'],
  NL: ['Holland', '荷兰'], PH: ['菲律宾'], PS: ['Palestine', '巴勒斯坦'], RU: ['Russia', '俄罗斯', '俄羅斯', '俄国'], SA: ['Saudi', 'KSA', '沙特', '沙特阿拉伯'],
  SG: ['新加坡'], SY: ['Syria', '叙利亚'], SZ: ['Swaziland', '斯威士兰'], TH: ['泰國'], TL: ['East Timor', '东帝汶'], TR: ['Turkey', '土耳其'],
  TW: ['Taiwan', 'Taiwan, China', 'Chinese Taipei', '台湾', '臺灣', '中国台湾', '台灣'], TZ: ['Tanzania', '坦桑尼亚'],
  US: ['USA', 'U.S.', 'U.S.A.', 'US', 'America', 'United States of America', '美國', '美利坚合众国'], VA: ['Vatican', '梵蒂冈'], VE: ['Venezuela', '委内瑞拉'],
  VN: ['Viet Nam', 'Vietnam', '越南'], ZA: ['南非'],
};

let known: ReadonlyMap<string, string> | undefined;

const key = (name: string): string => searchWords(name).join('').replace(/^the/, '');

function table(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (name: string, code: string): void => { if (key(name) !== '' && !found.has(key(name))) found.set(key(name), code); };
  for (const [code, names] of Object.entries(SPOKEN)) for (const name of names) add(name, code);
  for (const language of LANGUAGES) {
    for (const [code, names] of Object.entries(countries.getNames(language, { select: 'all' }))) for (const name of names) add(name, code);
  }
  return found;
}

/**
 * The country or region that a cell names, by ISO 3166-1 code (two or three letters) or by a name in one of thirteen
 * languages, common names among them (韩国, 美国, UK); nothing where it names none.
 */
export function countryNamed(cell: string): string | undefined {
  const text = cell.normalize('NFKC').trim();
  if (/^[A-Za-z]{2}$/.test(text) && countries.isValid(text.toUpperCase())) return text.toUpperCase();
  known ??= table();
  const named = known.get(key(text));
  return named ?? (/^[A-Za-z]{3}$/.test(text) ? countries.alpha3ToAlpha2(text.toUpperCase()) : undefined);
}
