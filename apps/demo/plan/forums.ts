const both = (en: string, zh: string): Readonly<Record<string, string>> => ({ 'en': en, 'zh-Hans': zh });

/** Halls have a booth for each language of the United Nations, the rooms of the thematic forums two. */
const IN_HALLS = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];
const IN_ROOMS = ['en', 'zh'];

export const VENUES = [
  {
    name: both('Yuelai International Convention Centre', '悦来国际会议中心'), address: both('Yuelai, Yubei District, Chongqing', '重庆市渝北区悦来'),
    rooms: [
      { key: 'hall', name: both('Grand Hall', '大礼堂'), capacity: 800, booths: IN_HALLS.length },
      ...[1, 2, 3, 4, 5, 6].map((number) => ({ key: `room-${number}`, name: both(`Room ${number}`, `${number}号厅`), capacity: 120, booths: IN_ROOMS.length })),
    ],
  },
  { name: both('Jialing Guest House', '嘉陵宾馆'), address: both('Yuzhong District, Chongqing', '重庆市渝中区'), rooms: [{ key: 'round', name: both('Round Table Room', '圆桌厅'), capacity: 260, booths: IN_HALLS.length }] },
];

export interface PlannedForum {
  readonly slug: string;
  readonly kind: 'PLENARY' | 'THEMATIC' | 'ROUNDTABLE' | 'CEREMONY';
  readonly title: Readonly<Record<string, string>>;
  readonly admission: 'SIGN_UP' | 'OPEN_DOORS';
  readonly capacity: number | null;
  /** Languages that its sessions are interpreted into. */
  readonly interpretation: readonly string[];
  /** Day of the conference (0 is the first), from, to, room. */
  readonly sessions: readonly (readonly [day: number, from: string, to: string, room: string, title?: Readonly<Record<string, string>>])[];
}

const thematic = (slug: string, number: number, title: Readonly<Record<string, string>>): PlannedForum => ({
  slug, kind: 'THEMATIC', title, admission: 'SIGN_UP', capacity: 70, interpretation: IN_ROOMS,
  sessions: [[0, '14:00', '15:30', `room-${number}`, both('Talks', '主旨发言')], [0, '15:45', '17:15', `room-${number}`, both('Panel', '圆桌讨论')]],
});

/** Opening, six thematic forums in parallel, the communication forum with its roundtable, the signing and the launch. */
export const FORUMS: readonly PlannedForum[] = [
  { slug: 'opening', kind: 'CEREMONY', title: both('Opening ceremony', '开幕式'), admission: 'OPEN_DOORS', capacity: null, interpretation: IN_HALLS, sessions: [[0, '09:00', '11:30', 'hall']] },
  thematic('green-energy', 1, both('Green energy along the corridor', '绿色能源与通道建设')),
  thematic('digital-economy', 2, both('Digital economy and smart manufacturing', '数字经济与智能制造')),
  thematic('trade-corridor', 3, both('New land-sea trade corridor', '西部陆海新通道')),
  thematic('health', 4, both('Traditional medicine and modern health', '传统医药与现代健康')),
  thematic('education', 5, both('Education and the next generation', '教育与青年一代')),
  thematic('culture', 6, both('Culture, tourism and food', '文化、旅游与美食')),
  { slug: 'communication', kind: 'ROUNDTABLE', title: both('International Communication Forum: Bringing Hearts Together', '国际传播论坛：讲好中国故事'), admission: 'SIGN_UP', capacity: 220, interpretation: IN_HALLS, sessions: [[1, '09:00', '11:30', 'round']] },
  { slug: 'signing', kind: 'CEREMONY', title: both('Project signing', '项目签约仪式'), admission: 'OPEN_DOORS', capacity: null, interpretation: IN_HALLS, sessions: [[1, '14:00', '15:00', 'hall']] },
  { slug: 'network', kind: 'CEREMONY', title: both('Launch of the business organisations network', '华商组织协作网络启动仪式'), admission: 'OPEN_DOORS', capacity: null, interpretation: IN_HALLS, sessions: [[1, '15:15', '16:00', 'hall']] },
];
