import { describe, expect, it } from '@jest/globals';
import { addressKey } from '#kernel';
import fc from 'fast-check';
import { derivedColumns, NO_DETAILS, organisationKey, sameDetails, withDetails } from '../contact-details.js';
import { addressIn } from './address.js';
import { countryNamed } from './country-names.js';
import { guessColumns, headerAmong } from './guess-columns.js';
import { languageNamed } from './language-names.js';
import { latinKeys, nativeKeys } from './name-keys.js';
import { nameParts } from './name-parts.js';
import { normaliseRow } from './normalise-row.js';
import type { ColumnMeaning } from './columns.js';

const hints = { country: null, locale: null, tags: [] };

describe('addresses', () => {
  it.each([
    ['wang@example.org', 'wang@example.org'], [' Wang@Example.ORG ', 'Wang@example.org'], ['王＠例子.中国', '王@例子.中国'], ['mailto:a@example.org', 'a@example.org'],
    ['"john doe"@example.org', '"john doe"@example.org'], ['"john.doe"@example.org', 'john.doe@example.org'], ['"a\\"b"@example.org', '"a\\"b"@example.org'],
    ['Wang Xiaoming <wang@example.org>', 'wang@example.org'], ['a@example.org;', 'a@example.org'], ['，a@example.org。', 'a@example.org'], ['a@münchen.example', 'a@münchen.example'],
    ['\u200ba@example.org\u00a0', 'a@example.org'], ['john (work)@example.org', 'john@example.org'],
  ])('%s is %s', (cell, address) => {
    expect(addressIn(cell)).toMatchObject({ address });
  });

  it.each([
    ['nobody', 'address.malformed'], ['a@b@example.org', 'address.malformed'], ['a@localhost', 'address.malformed'], ['a@[127.0.0.1]', 'address.malformed'], ['a@10.0.0.1', 'address.malformed'],
    ['a@example.org\r\nBcc: b@example.org', 'address.several'], ['a..b@example.org', 'address.malformed'], [`${'a'.repeat(65)}@example.org`, 'address.malformed'], ['a@-example.org', 'address.malformed'],
    ['a@example.org, b@example.org', 'address.several'], ['a@example.org / b@example.com', 'address.several'], ['a@example.org；b@example.com', 'address.several'],
  ])('%j is refused: %s', (cell, problem) => {
    expect(addressIn(cell)).toBe(problem);
  });

  it('of one mailbox have one key, however they are written', () => {
    for (const [one, other] of [['A@Example.ORG', 'a@example.org'], ['"john.doe"@example.org', 'john.doe@example.org'], ['x@例子.中国', 'x@xn--fsqu00a.xn--fiqs8s']] as const) expect(addressKey(one)).toBe(addressKey(other));
    expect(addressKey('"john doe"@example.org')).not.toBe(addressKey('johndoe@example.org'));
  });

  it('are never changed by being read again', () => {
    fc.assert(fc.property(fc.oneof(fc.emailAddress(), fc.tuple(fc.string({ minLength: 1, maxLength: 20 }), fc.domain()).map(([local, domain]) => `"${local.replace(/[\\"]/g, '')}"@${domain}`)), (text) => {
      const first = addressIn(text);
      if (typeof first === 'string') return;
      expect(addressIn(first.address)).toMatchObject({ address: first.address });
    }), { numRuns: 300 });
  });
});

describe('countries', () => {
  it.each([
    ['韩国', 'KR'], ['美国', 'US'], ['UK', 'GB'], ['U.S.A.', 'US'], ['CN', 'CN'], ['chn', 'CN'], ['中华人民共和国', 'CN'], ['Viet Nam', 'VN'], ['the Netherlands', 'NL'], ['Côte d’Ivoire', 'CI'], ['cote d\'ivoire', 'CI'],
    ['Россия', 'RU'], ['España', 'ES'], ['台湾', 'TW'], ['中国香港', 'HK'], ['韓國', 'KR'], ['DR Congo', 'CD'], ['刚果（布）', 'CG'], ['Laos', 'LA'], ['Korea', 'KR'], ['England', 'GB'], ['Türkiye', 'TR'], ['Deutschland', 'DE'],
  ])('%s is %s', (name, code) => { expect(countryNamed(name)).toBe(code); });
  it.each(['Atlantis', 'XX', '', '国', 'ZZZ'])('%j is none', (name) => { expect(countryNamed(name)).toBeUndefined(); });
});

describe('languages', () => {
  it.each([['中文', 'zh-Hans'], ['English', 'en'], ['英语', 'en'], ['zh-CN', 'zh-Hans'], ['繁體', 'zh-Hant'], ['Français', 'fr'], ['俄文', 'ru'], ['Arabic', 'ar'], ['pt-BR', 'pt'], ['Bahasa Indonesia', 'id'], ['en-GB', 'en']])('%s is %s', (name, tag) => {
    expect(languageNamed(name)).toBe(tag);
  });
  it('others are none of ours', () => { expect(languageNamed('Klingon')).toBeUndefined(); });
});

describe('names', () => {
  it.each([
    [{ name: '王小明' }, { nativeName: '王小明', latinName: null }],
    [{ name: '李　娜' }, { nativeName: '李娜', latinName: null }],
    [{ name: 'Amina Yusuf' }, { nativeName: null, latinName: 'Amina Yusuf' }],
    [{ name: '王小明 (Wang Xiaoming)' }, { nativeName: '王小明', latinName: 'Wang Xiaoming' }],
    [{ name: 'Wang Xiaoming王小明' }, { nativeName: '王小明', latinName: 'Wang Xiaoming' }],
    [{ native: 'أمينة يوسف', family: 'Yusuf', given: 'Amina' }, { nativeName: 'أمينة يوسف', latinName: 'Amina Yusuf' }],
    [{ family: '王', given: '小明' }, { nativeName: '王小明', latinName: null }],
    [{ native: 'José Álvarez' }, { nativeName: 'José Álvarez', latinName: 'José Álvarez' }],
    [{ name: 'Иван Петров' }, { nativeName: 'Иван Петров', latinName: null }],
  ])('%j', (said, expected) => {
    expect(nameParts({ name: null, native: null, latin: null, family: null, given: null, ...said })).toEqual(expected);
  });

  it.each([
    ['王小明', 'Wang Xiaoming'], ['王小明', 'Xiao Ming WANG'], ['王小明', 'WANG Xiao-Ming'], ['欧阳娜娜', 'Nana Ouyang'], ['曾国藩', 'Zeng Guofan'], ['吕布', 'Lv Bu'], ['李娜', 'Na Li'],
  ])('%s shares a spelling with %s', (han, latin) => {
    expect(nativeKeys(han).filter((key) => latinKeys(latin).includes(key))).not.toEqual([]);
  });
  it('of others share none', () => {
    expect(nativeKeys('王小明').filter((key) => latinKeys('Wang Xiaohong').includes(key))).toEqual([]);
  });
});

describe('columns', () => {
  it.each([
    [['姓名', '工作单位', '职务', '国家/地区', '联系电话', '电子邮箱', '备注'], ['NAME', 'ORGANISATION', 'TITLE', 'COUNTRY', 'PHONE', 'ADDRESS', 'EXTRA']],
    [['No.', 'First Name', 'LAST NAME', 'E-mail', 'Organization', 'Job title', 'Country or Region', 'Table'], ['IGNORE', 'GIVEN_NAME', 'FAMILY_NAME', 'ADDRESS', 'ORGANISATION', 'TITLE', 'COUNTRY', 'EXTRA']],
    [['姓名 Name', '单位\nOrganisation', 'Email（邮箱）', '语言 Language', 'Phone', 'Mobile'], ['NAME', 'ORGANISATION', 'ADDRESS', 'LOCALE', 'PHONE', 'EXTRA']],
    [['姓名（中文）', '姓名（英文）', '称谓', '标签'], ['NATIVE_NAME', 'LATIN_NAME', 'SALUTATION', 'TAGS']],
  ])('%j', (headers, meanings) => {
    expect(guessColumns(headers, [])).toEqual(meanings);
  });

  it('are told by their cells where the header says nothing', () => {
    expect(guessColumns(['Title', 'X', ''], [['Mr', 'a@example.org', ''], ['Dr', 'b@example.org', '']])).toEqual(['SALUTATION', 'ADDRESS', 'IGNORE']);
  });

  it('have their header below a title, above all data, or none', () => {
    expect(headerAmong([['2026年会议名单'], ['制表：秘书处', ''], ['姓名', '邮箱'], ['王小明', 'w@example.org']])).toEqual({ at: 2, isData: false });
    expect(headerAmong([['Amina', 'a@example.org'], ['name', 'email']])).toEqual({ at: 0, isData: true });
    expect(headerAmong([['foo', 'bar'], ['1', '2']])).toEqual({ at: 0, isData: false });
  });
});

describe('a row', () => {
  const headers = ['姓名', 'Email', 'Phone', 'Country', 'Language', 'Tags', '桌号'];
  const meanings: readonly ColumnMeaning[] = ['NAME', 'ADDRESS', 'PHONE', 'COUNTRY', 'LOCALE', 'TAGS', 'EXTRA'];
  const row = (...cells: string[]) => normaliseRow(headers, meanings, cells, hints);

  it('is normalised', () => {
    expect(row(' 王 小明 ', 'W@Example.org', '138 0013 8000', '中国', '中文', 'VIP；媒体, VIP', '7')).toEqual({
      details: { ...NO_DETAILS, nativeName: '王小明', address: 'W@example.org', phone: '+8613800138000', country: 'CN', locale: 'zh-Hans', tags: ['VIP', '媒体'], extra: { 桌号: '7' } },
      problems: [], remarks: [],
    });
  });

  it('keeps what cannot be read under its header, with a remark, and takes hints', () => {
    const read = normaliseRow(headers, meanings, ['Amina', 'a@example.org', '12', 'Atlantis', 'Elvish', ''], { country: 'NG', locale: 'en', tags: ['2026'] });
    expect(read).toMatchObject({ details: { country: 'NG', locale: 'en', phone: null, tags: ['2026'], extra: { Phone: '12', Country: 'Atlantis', Language: 'Elvish' } }, problems: [], remarks: ['country.unknown', 'phone.malformed', 'locale.unknown'] });
    expect(normaliseRow(headers, meanings, ['Amina', '', "'+234 803 123 4567 / 0803 1"], { ...hints, country: 'NG' }).details.phone).toBe('+2348031234567');
  });

  it.each([
    [['', ''], ['name.missing']], [['王', 'nobody'], ['address.malformed']], [['A\u202eB', 'a@example.org'], ['forbidden-characters']], [['x'.repeat(201), 'a@example.org'], ['too-long']],
  ])('%j is refused: %j', (cells, problems) => {
    expect(row(...cells).problems).toEqual(problems);
  });

  it('normalised twice is the same: any cells', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 15 });
    fc.assert(fc.property(fc.array(fc.tuple(cell, fc.oneof(cell, fc.emailAddress()), cell), { maxLength: 3 }), (rows) => {
      for (const [name, address, table] of rows) {
        const first = row(name, address, '', '', '', '', table);
        if (first.problems.length > 0) continue;
        const { details } = first;
        const again = row(details.nativeName ?? details.latinName ?? '', details.address ?? '', '', '', '', '', details.extra['桌号'] ?? '');
        if (details.nativeName === null || details.latinName === null) expect(again.details).toEqual(details);
        for (const text of [details.nativeName, details.latinName, details.address]) if (text !== null) expect(text).toBe(text.normalize('NFC').trim());
      }
    }), { numRuns: 300 });
  });
});

describe('what is known', () => {
  it('gains by what is said, and loses nothing by silence', () => {
    const known = { ...NO_DETAILS, address: 'a@example.org', latinName: 'Amina', phone: '+2348031234567', tags: ['a'], extra: { x: '1' } };
    const said = { ...NO_DETAILS, address: 'a@example.org', latinName: 'Amina Yusuf', tags: ['b'], extra: { y: '2' } };
    expect(withDetails(known, said)).toEqual({ ...known, latinName: 'Amina Yusuf', tags: ['a', 'b'], extra: { x: '1', y: '2' } });
    expect(sameDetails(withDetails(withDetails(known, said), said), withDetails(known, said))).toBe(true);
  });

  it('is searched and sorted by pinyin too', () => {
    const columns = derivedColumns({ ...NO_DETAILS, nativeName: '王小明', organisation: ' 重庆大学 (Chongqing)' });
    expect(columns.searchText).toContain(' wangxiaoming');
    expect(columns.sortName).toBe('wangxiaoming');
    expect(organisationKey('The Harbour-Office, Ltd.')).toBe(organisationKey('the harbour office LTD'));
  });
});

describe('the short way for plain addresses', () => {
  it('says what the grammar says', () => {
    fc.assert(fc.property(fc.tuple(fc.stringMatching(/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,12}$/), fc.stringMatching(/^[A-Za-z0-9.-]{1,12}$/), fc.stringMatching(/^[a-z0-9]{1,4}$/)), ([local, host, top]) => {
      // A comment of RFC 5322 changes nothing and leads past the short way.
      const plain = `${local}@${host}.${top}`;
      expect(addressIn(plain)).toEqual(addressIn(`${plain} (x)`));
    }), { numRuns: 1_000 });
  });
});
