/** How people of one naming culture are called: pairs of native script and Latin form. All persons made from it are invented. */
export interface Culture {
  readonly familyFirst: boolean;
  /** Between family and given name in the native form. */
  readonly joint: string;
  readonly family: readonly (readonly [native: string, latin: string])[];
  readonly given: readonly (readonly [native: string, latin: string])[];
  /** Languages spoken; the letters are asked for in the first. */
  readonly languages: readonly string[];
}

const same = (...names: readonly string[]): readonly (readonly [string, string])[] => names.map((name) => [name, name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[łŁ]/g, 'l').replace(/[øØ]/g, 'o').replace(/đ/g, 'd').replace(/Đ/g, 'D').replace(/ı/g, 'i').replace(/ß/g, 'ss').replace(/æ/g, 'ae').replace(/þ/gi, 'Th').replace(/ð/g, 'd')] as const);
const pairs = (text: string): readonly (readonly [string, string])[] => text.split(',').map((pair) => {
  const [native = '', latin = ''] = pair.trim().split('=');
  return [native, latin] as const;
});

export const CULTURES = {
  han: { familyFirst: true, joint: '', languages: ['zh-Hans'], family: pairs('陈=Chen,林=Lin,黄=Huang,吴=Wu,许=Xu,郑=Zheng,蔡=Cai,罗=Luo,梁=Liang,欧阳=Ouyang,叶=Ye,谢=Xie,曾=Zeng,潘=Pan,简=Jian'), given: pairs('美玲=Meiling,志强=Zhiqiang,雅琴=Yaqin,国华=Guohua,思源=Siyuan,丽娟=Lijuan,文博=Wenbo,晓燕=Xiaoyan,建国=Jianguo,慧敏=Huimin,俊杰=Junjie,婉婷=Wanting,永福=Yongfu,静=Jing,伟=Wei') },
  hangul: { familyFirst: true, joint: ' ', languages: ['ko'], family: pairs('김=Kim,이=Lee,박=Park,최=Choi,정=Jung,강=Kang,윤=Yoon'), given: pairs('서연=Seo-yeon,민준=Min-jun,지우=Ji-woo,하은=Ha-eun,도윤=Do-yun,수빈=Su-bin,현우=Hyun-woo') },
  kana: { familyFirst: true, joint: ' ', languages: ['ja'], family: pairs('さとう=Sato,たなか=Tanaka,わたなべ=Watanabe,やまもと=Yamamoto,こばやし=Kobayashi,アンドウ=Ando'), given: pairs('ひかり=Hikari,はると=Haruto,さくら=Sakura,ケンジ=Kenji,みゆき=Miyuki,リョウ=Ryo') },
  thai: { familyFirst: false, joint: ' ', languages: ['th'], family: pairs('ศรีสุข=Srisuk,วงศ์ทอง=Wongthong,จันทร์เพ็ญ=Chanphen,รัตนวงศ์=Rattanawong,บุญมี=Bunmi'), given: pairs('สมชาย=Somchai,กัลยา=Kanlaya,อนันต์=Anan,พิมพ์ใจ=Phimchai,วิชัย=Wichai,นภา=Napha') },
  devanagari: { familyFirst: false, joint: ' ', languages: ['hi'], family: pairs('शर्मा=Sharma,वर्मा=Verma,गुप्ता=Gupta,थापा=Thapa,यादव=Yadav,मिश्रा=Mishra'), given: pairs('अनन्या=Ananya,राहुल=Rahul,प्रिया=Priya,अर्जुन=Arjun,सीता=Sita,विकास=Vikas') },
  arabic: { familyFirst: false, joint: ' ', languages: ['ar'], family: pairs('الحداد=Al-Haddad,بن يوسف=Ben Youssef,المنصوري=Al-Mansouri,الخطيب=Al-Khatib,عبد الرحمن=Abdel Rahman,النجار=Al-Najjar,الزيتوني=Zitouni'), given: pairs('ليلى=Layla,عمر=Omar,فاطمة=Fatima,يوسف=Youssef,مريم=Maryam,خالد=Khaled,نور=Nour,محمد الأمين=Mohamed El Amine') },
  cyrillic: { familyFirst: false, joint: ' ', languages: ['ru'], family: pairs('Иваненко=Ivanenko,Соколов=Sokolov,Петренко=Petrenko,Ким=Kim,Алиев=Aliyev,Димитров=Dimitrov,Жумабаев=Zhumabayev'), given: pairs('Наталья=Natalya,Дмитрий=Dmitry,Айгуль=Aigul,Сергей=Sergey,Ольга=Olga,Тимур=Timur,Мария=Mariya') },
  vietnamese: { familyFirst: true, joint: ' ', languages: ['vi'], family: same('Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Đặng'), given: same('Thị Hương', 'Văn Nam', 'Minh Châu', 'Quốc Bảo', 'Thu Hà', 'Anh Đức') },
  indonesian: { familyFirst: false, joint: ' ', languages: ['id'], family: same('', 'Wijaya', 'Santoso', 'Kusuma', 'Hartono', 'Lestari'), given: same('Sukarti', 'Budi', 'Dewi', 'Agus', 'Putri', 'Rizky') },
  spanish: { familyFirst: false, joint: ' ', languages: ['es'], family: same('García Núñez', 'Rodríguez Peña', 'Fernández Ávila', 'Muñoz Ibáñez', 'Gutiérrez', 'Quispe Mamani'), given: same('María José', 'Ángel', 'Lucía', 'Joaquín', 'Inés', 'Andrés') },
  portuguese: { familyFirst: false, joint: ' ', languages: ['pt'], family: same('Gonçalves da Silva', 'Araújo', 'Magalhães', 'dos Santos', 'Conceição'), given: same('João', 'Conceição', 'Luís', 'Antónia', 'Inês', 'Mário') },
  french: { familyFirst: false, joint: ' ', languages: ['fr'], family: same('Lefèvre', 'Bélanger', 'Traoré', 'Koné', 'Rakotomalala', "N'Guessan"), given: same('Aïssatou', 'François', 'Hélène', 'Jérôme', 'Mariama', 'Étienne') },
  nordic: { familyFirst: false, joint: ' ', languages: ['en'], family: same('Jónsdóttir', 'Þórsson', 'Sørensen', 'Åkesson', 'Mäkelä', 'Øvergård'), given: same('Guðrún', 'Åse', 'Søren', 'Päivi', 'Björn', 'Maja') },
  central: { familyFirst: false, joint: ' ', languages: ['en'], family: same('Kowalczyk', 'Dvořáková', 'Nagy', 'Müller', 'Kovačević', 'Şahin', 'Łukasik', 'Größing'), given: same('Zoë', 'Jiří', 'Ágnes', 'Jürgen', 'Željka', 'Çağla', 'Małgorzata') },
  english: { familyFirst: false, joint: ' ', languages: ['en'], family: same('Okonkwo', 'Mbeki-Dlamini', 'Fraser', 'Achieng', 'Tuilagi', "O'Brien", 'Appiah', 'Banda'), given: same('Chiamaka', 'Thabo', 'Isla', 'Wanjiru', 'Sione', 'Kwame', 'Grace', 'Tendai') },
} as const satisfies Record<string, Culture>;

export type CultureName = keyof typeof CULTURES;

/** Countries and regions of the delegates (ISO 3166-1 alpha-2), by the naming culture used for their invented people. */
export const COUNTRIES: Readonly<Record<CultureName, string>> = {
  han: 'SG MY CN', hangul: 'KR', kana: 'JP', thai: 'TH LA', devanagari: 'IN NP MU',
  arabic: 'EG MA DZ TN AE SA JO IQ OM QA KW LB SD LY BH',
  cyrillic: 'RU KZ KG UZ TJ BG UA BY MN RS', vietnamese: 'VN', indonesian: 'ID BN PH TL',
  spanish: 'ES MX PE CL AR CO EC BO PY UY VE CR PA CU DO GT HN NI SV', portuguese: 'PT BR AO MZ CV ST GW',
  french: 'FR BE CI SN ML CM MG GA BJ TG GN CD CG TD NE BF', nordic: 'IS NO SE DK FI',
  central: 'DE AT CH PL CZ SK HU HR SI RO TR GR IT NL', english: 'GB IE US CA AU NZ ZA NG KE GH TZ',
};
