/** Parts of the world by which audiences are chosen (United Nations M49): ISO 3166-1 alpha-2 codes of their countries and areas. */
const COUNTRIES_OF = {
  AFRICA: 'DZ AO BJ BW BF BI CV CM CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU YT MA MZ NA NE NG RE RW SH ST SN SC SL SO ZA SS SD TZ TG TN UG EH ZM ZW',
  AMERICAS: 'AI AG AR AW BS BB BZ BM BO BQ BV BR CA KY CL CO CR CU CW DM DO EC SV FK GF GL GD GP GT GY HT HN JM MQ MX MS NI PA PY PE PR BL KN LC MF PM VC SX GS SR TT TC US UY VE VG VI',
  ASIA: 'AF AM AZ BH BD BT BN KH CN CY GE HK IN ID IR IQ IL JP JO KZ KW KG LA LB MO MY MV MN MM NP KP OM PK PS PH QA SA SG KR LK SY TW TJ TH TL TR TM AE UZ VN YE',
  EUROPE: 'AX AL AD AT BY BE BA BG HR CZ DK EE FO FI FR DE GI GR GG VA HU IS IE IM IT JE LV LI LT LU MT MD MC ME NL MK NO PL PT RO RU SM RS SK SI ES SJ SE CH UA GB',
  OCEANIA: 'AS AU CX CC CK FJ PF GU HM KI MH FM NR NC NU NF MP PW PG PN WS SB TK TO TV UM VU WF',
} as const;
export const REGIONS = ['AFRICA', 'AMERICAS', 'ASIA', 'EUROPE', 'OCEANIA'] as const satisfies readonly (keyof typeof COUNTRIES_OF)[];
export type Region = (typeof REGIONS)[number];

export function countriesOf(regions: readonly Region[]): readonly string[] {
  return regions.flatMap((region) => COUNTRIES_OF[region].split(' '));
}
