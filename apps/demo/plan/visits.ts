const both = (en: string, zh: string): Readonly<Record<string, string>> => ({ 'en': en, 'zh-Hans': zh });

export interface PlannedVisit {
  readonly slug: string;
  readonly title: Readonly<Record<string, string>>;
  readonly stops: readonly (readonly [name: Readonly<Record<string, string>>, afterMinutes: number, stayMinutes: number])[];
  /** Day of the conference, leaves, is back, seats. */
  readonly departures: readonly (readonly [day: number, leaves: string, back: string, seats: number])[];
}

const half = (day: number, seats: number): readonly [number, string, string, number] => [day, '08:30', '12:30', seats];
const afternoon = (day: number, seats: number): readonly [number, string, string, number] => [day, '13:30', '17:30', seats];
const whole = (day: number, seats: number): readonly [number, string, string, number] => [day, '07:30', '19:00', seats];

/** Eight visits with 20 departures; days 2 and 3 follow the two days of forums. */
export const VISITS: readonly PlannedVisit[] = [
  { slug: 'port', title: both('Guoyuan port and the land-sea corridor', '果园港与陆海新通道'), stops: [[both('Guoyuan port', '果园港'), 45, 90], [both('Corridor operation centre', '通道运营中心'), 150, 60]], departures: [half(2, 30), afternoon(2, 30), half(3, 30)] },
  { slug: 'electric-cars', title: both('Electric car works', '新能源汽车工厂'), stops: [[both('Assembly hall', '总装车间'), 40, 80], [both('Test track', '试车场'), 140, 40]], departures: [half(2, 24), afternoon(2, 24), afternoon(3, 24)] },
  { slug: 'old-town', title: both('Huguang guild hall and the old town', '湖广会馆与山城老街'), stops: [[both('Huguang guild hall', '湖广会馆'), 30, 90], [both('Hongya cave', '洪崖洞'), 140, 70]], departures: [half(2, 20), afternoon(2, 20), half(3, 20), afternoon(3, 20)] },
  { slug: 'dazu', title: both('Dazu rock carvings', '大足石刻'), stops: [[both('Baodingshan', '宝顶山石刻'), 120, 150], [both('Museum', '大足石刻博物馆'), 300, 60]], departures: [whole(2, 36), whole(3, 36)] },
  { slug: 'chengdu-pandas', title: both('Chengdu by fast train: giant pandas', '高铁成都行：大熊猫基地'), stops: [[both('Panda base', '大熊猫繁育研究基地'), 150, 180]], departures: [whole(2, 18), whole(3, 18)] },
  { slug: 'science-city', title: both('Western science city', '西部科学城'), stops: [[both('Exhibition centre', '展示中心'), 45, 60], [both('Start-up park', '创业园'), 120, 75]], departures: [half(3, 28), afternoon(3, 28)] },
  { slug: 'countryside', title: both('Revitalised villages of Jiangjin', '江津乡村振兴示范村'), stops: [[both('Pepper farm', '花椒基地'), 70, 60], [both('Village hall', '村史馆'), 150, 60]], departures: [half(2, 25), half(3, 25)] },
  { slug: 'yangtze', title: both('Evening on two rivers', '两江夜游'), stops: [[both('Chaotianmen pier', '朝天门码头'), 30, 120]], departures: [[2, '19:30', '22:00', 60], [3, '19:30', '22:00', 60]] },
];
