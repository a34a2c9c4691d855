/**
 * The 2025 conference as public reports told of it (hosts, theme, rotation, parts); its dates move to some weeks after the
 * run. Chinese titles are our own translations, not official ones. No person is named.
 */
export const SERIES = {
  slug: 'belt-and-road-overseas-chinese',
  title: { 'en': 'Belt and Road Overseas Chinese Cooperation & Development Conference', 'zh-Hans': '“一带一路”华侨华人合作与发展大会' },
  rotation: ['Chongqing', 'Sichuan'],
  rotationName: { 'en': 'Sichuan-Chongqing Rotation Mechanism', 'zh-Hans': '川渝轮值机制' },
};

export const CONFERENCE = {
  theme: { 'en': 'Gathering Overseas Chinese on the New Silk Road, Hand in Hand Towards the Future', 'zh-Hans': '侨聚新丝路，携手向未来' },
  description: {
    'en': 'Overseas Chinese from more than 110 countries meet where the Yangtze and the Jialing join: to look back on what was built together, to agree on what comes next, and to see Chongqing and Sichuan for themselves.',
    'zh-Hans': '来自110多个国家和地区的华侨华人相聚两江交汇之地，回顾合作成果，共商未来发展，实地感受巴山蜀水。',
  },
  practicalInformation: {
    'en': 'The conference hotel is a ten-minute walk from the convention centre. Shuttles from Jiangbei airport (CKG) run every half hour on the day of arrival. Bring a jacket for the halls.',
    'zh-Hans': '会议酒店距会展中心步行约十分钟。报到当日，江北机场每半小时一班接送车。会场内空调较凉，请备外套。',
  },
  country: 'CN',
  timeZone: 'Asia/Shanghai',
  hosts: [
    { role: 'CO_HOST', name: { 'en': 'All-China Federation of Returned Overseas Chinese', 'zh-Hans': '中华全国归国华侨联合会' } },
    { role: 'CO_HOST', name: { 'en': "Chongqing Municipal People's Government", 'zh-Hans': '重庆市人民政府' } },
    { role: 'CO_HOST', name: { 'en': "Sichuan Provincial People's Government", 'zh-Hans': '四川省人民政府' } },
  ],
  cities: { Chongqing: { 'en': 'Chongqing', 'zh-Hans': '重庆' }, Sichuan: { 'en': 'Chengdu', 'zh-Hans': '成都' } } as Readonly<Record<string, Readonly<Record<string, string>>>>,
};

/** Three categories: delegates with a line, media decided one by one, and people who accompany somebody. */
export const CATEGORIES = [
  {
    key: 'delegate', title: { 'en': 'Delegate', 'zh-Hans': '参会代表' }, capacity: 440, needsApproval: false, asksTravelDocument: true, waitlistLimit: 60,
    description: { 'en': 'Members and guests of overseas Chinese organisations.', 'zh-Hans': '海外侨团成员及嘉宾。' },
    questions: [
      { key: 'shirt', kind: 'CHOICE', label: { 'en': 'Size of the conference shirt', 'zh-Hans': '会议T恤尺码' }, required: true, options: ['S', 'M', 'L', 'XL'].map((size) => ({ key: size.toLowerCase(), label: { 'en': size, 'zh-Hans': size } })) },
      { key: 'project', kind: 'YES_NO', label: { 'en': 'Do you bring a project to sign?', 'zh-Hans': '您是否携项目参加签约？' }, required: true, options: [] },
      { key: 'project-title', kind: 'TEXT', label: { 'en': 'Title of the project', 'zh-Hans': '项目名称' }, required: true, options: [], condition: { question: 'project', equalsAny: ['true'] } },
    ],
  },
  {
    key: 'media', title: { 'en': 'Media', 'zh-Hans': '媒体' }, capacity: 40, needsApproval: true, asksTravelDocument: false, waitlistLimit: 10,
    description: { 'en': 'Journalists of overseas Chinese and international media.', 'zh-Hans': '海外华文媒体及国际媒体记者。' },
    questions: [{ key: 'outlet', kind: 'ORGANISATION', label: { 'en': 'Outlet', 'zh-Hans': '媒体名称' }, required: true, options: [] }],
  },
  {
    key: 'accompanying', title: { 'en': 'Accompanying person', 'zh-Hans': '随行人员' }, capacity: null, needsApproval: false, asksTravelDocument: false, waitlistLimit: 0,
    description: { 'en': 'Spouses, assistants and interpreters of delegates.', 'zh-Hans': '代表的配偶、助理及翻译。' }, questions: [],
  },
] as const;

/** Which share of those who register does so as what. */
export const SHARES: Readonly<Record<(typeof CATEGORIES)[number]['key'], number>> = { delegate: 0.9, media: 0.07, accompanying: 0.03 };
