/** A row of the file that staff would have: names as each writes them, headings in Chinese and English. */
export interface InventedContact {
  readonly address: string;
  readonly native: string;
  readonly latin: string;
  readonly salutation: string;
  readonly organisation: string;
  readonly country: string;
  readonly locale: string;
}

interface Language {
  readonly locale: string;
  readonly countries: readonly string[];
  readonly salutations: readonly string[];
  /** Family and given names with their Latin form; native is empty where people write in Latin letters. */
  readonly families: readonly (readonly [native: string, latin: string])[];
  readonly givens: readonly (readonly [native: string, latin: string])[];
  readonly familyFirst: boolean;
}

const LANGUAGES: readonly Language[] = [
  { locale: 'zh-Hans', countries: ['CN', 'SG', 'MY'], salutations: ['先生', '女士', '博士'], familyFirst: true, families: [['王', 'Wang'], ['李', 'Li'], ['陈', 'Chen'], ['欧阳', 'Ouyang'], ['黄', 'Huang']], givens: [['小明', 'Xiaoming'], ['丽华', 'Lihua'], ['建国', 'Jianguo'], ['思源', 'Siyuan']] },
  { locale: 'en', countries: ['NG', 'KE', 'GB', 'US'], salutations: ['Dr', 'Ms', 'Mr', 'Professor'], familyFirst: false, families: [['', 'Okafor'], ['', 'Mwangi'], ['', 'Whitfield'], ['', 'Nwachukwu-Okonkwo']], givens: [['', 'Amara'], ['', 'Grace'], ['', 'Tobias'], ['', 'Chidi']] },
  { locale: 'es', countries: ['MX', 'PE', 'ES'], salutations: ['Sr.', 'Sra.', 'Dra.'], familyFirst: false, families: [['', 'Fernández'], ['', 'Quispe Mamani'], ['', 'Núñez']], givens: [['', 'Lucía'], ['', 'Mateo'], ['', 'Ximena']] },
  { locale: 'fr', countries: ['SN', 'CI', 'FR'], salutations: ['M.', 'Mme'], familyFirst: false, families: [['', 'Traoré'], ['', 'N’Diaye'], ['', 'Lefèvre']], givens: [['', 'Aïcha'], ['', 'Moussa'], ['', 'Élodie']] },
  { locale: 'ru', countries: ['RU', 'KZ', 'BY'], salutations: [''], familyFirst: false, families: [['Соколова', 'Sokolova'], ['Иванов', 'Ivanov'], ['Жукова', 'Zhukova']], givens: [['Ольга', 'Olga'], ['Пётр', 'Pyotr'], ['Наталья', 'Natalya']] },
  { locale: 'ar', countries: ['EG', 'SA', 'MA'], salutations: ['د.', 'السيد', 'السيدة'], familyFirst: false, families: [['حسن', 'Hassan'], ['عبد الرحمن', 'Abdelrahman'], ['العلوي', 'El Alaoui']], givens: [['ليلى', 'Layla'], ['يوسف', 'Youssef'], ['فاطمة', 'Fatima']] },
];

export const CAMPAIGN_LOCALES: readonly string[] = LANGUAGES.map(({ locale }) => locale);

/** Made-up people of six languages in turn, each with an address of the run's own. */
export function inventContacts(count: number, run: string): readonly InventedContact[] {
  return Array.from({ length: count }, (_, n) => {
    const language = at(LANGUAGES, n);
    const [family, given] = [at(language.families, Math.floor(n / 6)), at(language.givens, Math.floor(n / 18))];
    const join = (one: string, other: string, gap: string): string => [one, other].filter((part) => part !== '').join(gap);
    const native = language.familyFirst ? family[0] + given[0] : join(given[0], family[0], ' ');
    return {
      address: `guest-${n}@domain-${n % 7}.${run}.example`, native, latin: language.familyFirst ? `${family[1]} ${given[1]}` : `${given[1]} ${family[1]}`,
      salutation: n % 11 === 0 ? '' : at(language.salutations, n), organisation: n % 4 === 0 ? '' : `${family[1]} Chamber of Commerce`, country: at(language.countries, n), locale: language.locale,
    };
  });
}

function at<Thing>(things: readonly Thing[], n: number): Thing {
  const thing = things[n % things.length];
  if (thing === undefined) throw new Error('nothing to choose from');
  return thing;
}
