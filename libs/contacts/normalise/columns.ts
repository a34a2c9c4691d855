/** What a column of an imported file means. EXTRA keeps it under its own header, IGNORE leaves it out. */
export const columnMeanings = [
  'ADDRESS', 'NAME', 'NATIVE_NAME', 'LATIN_NAME', 'FAMILY_NAME', 'GIVEN_NAME', 'SALUTATION', 'ORGANISATION', 'TITLE', 'COUNTRY', 'LOCALE', 'PHONE', 'TAGS', 'EXTRA', 'IGNORE',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

/** Meanings that several columns may have. */
export const REPEATABLE: ReadonlySet<ColumnMeaning> = new Set(['TAGS', 'EXTRA', 'IGNORE']);

const HEADERS: Readonly<Record<Exclude<ColumnMeaning, 'EXTRA'>, readonly string[]>> = {
  ADDRESS: ['email', 'e-mail', 'mail', 'email address', 'e-mail address', 'mail address', 'contact email', 'work email', '邮箱', '电子邮箱', '电子邮件', '邮件', '邮件地址', '邮箱地址', '电子邮件地址', '电子信箱', '信箱', '联系邮箱', '電子郵件', '電郵', '郵箱', 'correo', 'courriel'],
  NAME: ['name', 'full name', 'contact', 'contact name', 'contact person', 'participant', 'delegate', 'guest', 'guest name', 'invitee', '姓名', '名字', '联系人', '嘉宾', '嘉宾姓名', '代表姓名', '参会人', '参会人员', '受邀人', '聯絡人'],
  NATIVE_NAME: ['native name', 'chinese name', 'local name', 'name in chinese', 'name in native script', 'name native', '中文姓名', '中文名', '中文名字', '姓名中文', '姓名（中文）', '本国文字姓名', '母语姓名', '本名'],
  LATIN_NAME: ['latin name', 'english name', 'name in english', 'name in latin', 'passport name', 'name as in passport', 'romanised name', 'romanized name', 'pinyin', '英文姓名', '英文名', '英文名字', '姓名英文', '姓名（英文）', '拼音', '姓名拼音', '护照姓名', '外文姓名', '外文名'],
  FAMILY_NAME: ['family name', 'surname', 'last name', 'lastname', '姓', '姓氏', '英文姓'],
  GIVEN_NAME: ['given name', 'given names', 'first name', 'firstname', 'forename', '名', '英文名（名）'],
  SALUTATION: ['salutation', 'honorific', 'prefix', 'mr/ms', 'courtesy title', '称谓', '称呼', '尊称', '敬称', '稱謂'],
  ORGANISATION: ['organisation', 'organization', 'company', 'institution', 'employer', 'affiliation', 'association', 'organisation name', 'company name', 'work unit', 'unit', 'media outlet', '单位', '工作单位', '单位名称', '所在单位', '机构', '机构名称', '公司', '公司名称', '组织', '社团', '商会', '媒体', '媒体名称', '企业', '企业名称', '單位', '機構'],
  TITLE: ['title', 'job title', 'position', 'post', 'function', 'occupation', '职务', '职位', '头衔', '职称', '职务职称', '單位職務', '職務', '職位'],
  COUNTRY: ['country', 'country/region', 'country or region', 'nation', 'nationality', 'country of residence', '国家', '国别', '国家地区', '国家/地区', '国家或地区', '国籍', '所在国', '所在国家', '居住国', '國家', '國籍', '国家和地区'],
  LOCALE: ['language', 'preferred language', 'locale', 'correspondence language', 'lang', '语言', '语种', '沟通语言', '通信语言', '首选语言', '語言'],
  PHONE: ['phone', 'telephone', 'tel', 'mobile', 'cell', 'cell phone', 'mobile phone', 'phone number', 'mobile number', 'telephone number', 'contact number', 'whatsapp', '电话', '手机', '手机号', '手机号码', '电话号码', '联系电话', '联系方式', '移动电话', '電話', '手機'],
  TAGS: ['tags', 'tag', 'labels', 'group', 'groups', '标签', '分组', '组别', '標籤'],
  IGNORE: ['no', 'nr', 'number', 'id', 'index', 'row', 'serial number', 'reason', 'why it was not taken', '序号', '编号', '行号', '原因', '未导入原因', '序號'],
};

/** A header as it is compared: letters and digits, whatever the case, width and punctuation. */
export function headerKey(header: string): string {
  return header.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}#]/gu, '');
}

const MEANING_OF: ReadonlyMap<string, ColumnMeaning> = new Map(
  (Object.entries(HEADERS) as [ColumnMeaning, readonly string[]][]).flatMap(([meaning, headers]) => headers.map((header) => [headerKey(header), meaning] as const)),
);

/** What a header says its column is, in English or Chinese; a header in both languages by its parts (姓名 Name). */
export function meaningOf(header: string): ColumnMeaning | undefined {
  const whole = MEANING_OF.get(headerKey(header));
  if (whole !== undefined) return whole;
  const bare = header.replace(/[（(【[].*?[)）】\]]/gu, ' ');
  const parts = [bare, ...header.split(/[\n/|,，、:：()（）*]+/u), bare.replace(/[^\p{Script=Han}]/gu, ''), bare.replace(/\p{Script=Han}/gu, ' ')];
  for (const part of parts) {
    const found = headerKey(part) === '' ? undefined : MEANING_OF.get(headerKey(part));
    if (found !== undefined) return found;
  }
  return undefined;
}
