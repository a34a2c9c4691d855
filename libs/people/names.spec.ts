import { describe, expect, it } from '@jest/globals';
import { checkNames } from './check-names.js';
import type { NamesInput } from './check-names.js';
import { full, fullLatin } from './names.js';
import type { PersonNames } from './names.js';

const names = (input: NamesInput): PersonNames => {
  const checked = checkNames(input);
  if ('native' in checked) return checked;
  throw new Error(JSON.stringify(checked));
};

// Made-up people, named as people of their countries are.
const people: readonly [string, NamesInput, string, string][] = [
  ['Chinese', { native: '王小明', latinFamily: 'Wang', latinGiven: 'Xiaoming', order: 'FAMILY_FIRST' }, '王小明', 'Wang Xiaoming'],
  ['Chinese with a double surname', { native: '欧阳娜娜', latinFamily: 'Ouyang', latinGiven: 'Nana', order: 'FAMILY_FIRST' }, '欧阳娜娜', 'Ouyang Nana'],
  ['Japanese', { native: '佐藤 さくら', latinFamily: 'Sato', latinGiven: 'Sakura', order: 'FAMILY_FIRST' }, '佐藤 さくら', 'Sato Sakura'],
  ['Korean', { native: '남궁민수', latinFamily: 'Namgung', latinGiven: 'Min-su', order: 'FAMILY_FIRST' }, '남궁민수', 'Namgung Min-su'],
  ['Hungarian', { latinFamily: 'Szőke', latinGiven: 'Ágnes', order: 'FAMILY_FIRST' }, 'Szőke Ágnes', 'Szőke Ágnes'],
  ['Vietnamese', { latinFamily: 'Nguyễn', latinGiven: 'Thị Minh Khai', order: 'FAMILY_FIRST' }, 'Nguyễn Thị Minh Khai', 'Nguyễn Thị Minh Khai'],
  ['Icelandic, a patronymic', { latinFamily: 'Guðmundsdóttir', latinGiven: 'Þórunn', order: 'GIVEN_FIRST' }, 'Þórunn Guðmundsdóttir', 'Þórunn Guðmundsdóttir'],
  ['Spanish, two surnames', { latinFamily: 'García Márquez', latinGiven: 'Ana María', order: 'GIVEN_FIRST' }, 'Ana María García Márquez', 'Ana María García Márquez'],
  ['Portuguese, with particles', { latinFamily: 'dos Santos e Silva', latinGiven: 'João', order: 'GIVEN_FIRST' }, 'João dos Santos e Silva', 'João dos Santos e Silva'],
  ['Arabic', { native: 'فاطمة الزهراء بنت محمد', latinFamily: 'Al-Zahra', latinGiven: 'Fatima', order: 'GIVEN_FIRST' }, 'فاطمة الزهراء بنت محمد', 'Fatima Al-Zahra'],
  ['Hebrew', { native: 'נועה בר־לב', latinFamily: 'Bar-Lev', latinGiven: "No'a", order: 'GIVEN_FIRST' }, 'נועה בר־לב', "No'a Bar-Lev"],
  ['Burmese, one name without a family', { native: 'ဒေါ်အောင်ဆန်းမြ', latinFamily: 'Aung San Mya', order: 'GIVEN_FIRST' }, 'ဒေါ်အောင်ဆန်းမြ', 'Aung San Mya'],
  ['Indonesian, a single name', { latinFamily: 'Suharto', order: 'GIVEN_FIRST' }, 'Suharto', 'Suharto'],
  ['Tamil, an initial', { native: 'க. முருகன்', latinFamily: 'Murugan', latinGiven: 'K.', order: 'GIVEN_FIRST' }, 'க. முருகன்', 'K. Murugan'],
  ['Hindi', { native: 'अनन्या शर्मा', latinFamily: 'Sharma', latinGiven: 'Ananya', order: 'GIVEN_FIRST' }, 'अनन्या शर्मा', 'Ananya Sharma'],
  ['Thai', { native: 'กมลวรรณ ศรีสุข', latinFamily: 'Srisuk', latinGiven: 'Kamonwan', order: 'GIVEN_FIRST' }, 'กมลวรรณ ศรีสุข', 'Kamonwan Srisuk'],
  ['Russian, with a patronymic', { native: 'Смирнова Ольга Петровна', latinFamily: 'Smirnova', latinGiven: 'Olga Petrovna', order: 'GIVEN_FIRST' }, 'Смирнова Ольга Петровна', 'Olga Petrovna Smirnova'],
  ['Greek', { native: 'Ελένη Παπαδοπούλου', latinFamily: 'Papadopoulou', latinGiven: 'Eleni', order: 'GIVEN_FIRST' }, 'Ελένη Παπαδοπούλου', 'Eleni Papadopoulou'],
  ['Georgian', { native: 'ნინო ბერიძე', latinFamily: 'Beridze', latinGiven: 'Nino', order: 'GIVEN_FIRST' }, 'ნინო ბერიძე', 'Nino Beridze'],
  ['Ethiopian, the father\'s name last', { native: 'አልማዝ ተስፋዬ', latinFamily: 'Tesfaye', latinGiven: 'Almaz', order: 'GIVEN_FIRST' }, 'አልማዝ ተስፋዬ', 'Almaz Tesfaye'],
  ['Yoruba', { latinFamily: 'Adébáyọ̀', latinGiven: 'Ọlámidé', order: 'GIVEN_FIRST' }, 'Ọlámidé Adébáyọ̀', 'Ọlámidé Adébáyọ̀'],
  ['Hawaiian, with an ʻokina', { latinFamily: 'Kaʻahumanu', latinGiven: 'Keola', order: 'GIVEN_FIRST' }, 'Keola Kaʻahumanu', 'Keola Kaʻahumanu'],
  ['Irish, with an apostrophe', { latinFamily: 'O’Brien', latinGiven: 'Siobhán', order: 'GIVEN_FIRST' }, 'Siobhán O’Brien', 'Siobhán O’Brien'],
  ['Turkish, dotted and dotless', { latinFamily: 'Işık', latinGiven: 'İpek', order: 'GIVEN_FIRST' }, 'İpek Işık', 'İpek Işık'],
];

describe('a name', () => {
  it.each(people)('is said as its owner says it: %s', (_culture, input, expectedFull, expectedLatin) => {
    const kept = names(input);
    expect(full(kept)).toBe(expectedFull);
    expect(fullLatin(kept)).toBe(expectedLatin);
    expect(kept.badge).toBe(expectedFull);
  });

  it('is kept in NFC, tidied, with what is empty as nothing', () => {
    expect(names({ latinFamily: '  Nguye\u0302\u0303n ', latinGiven: '', native: ' \t ', salutation: 'Prof.  Dr.', badge: null })).toEqual({
      native: null, latinFamily: 'Nguyễn', latinGiven: null, order: 'GIVEN_FIRST', salutation: 'Prof. Dr.', badge: 'Nguyễn',
    });
  });

  it('keeps the badge that its owner chose', () => {
    expect(names({ latinFamily: 'Wang', latinGiven: 'Xiaoming', order: 'FAMILY_FIRST', badge: 'Ming' }).badge).toBe('Ming');
  });

  it('says of each field what is wrong with it', () => {
    expect(checkNames({ latinFamily: '', latinGiven: '小明', native: 'a\u202eb', badge: 'x'.repeat(81), salutation: '...' })).toEqual([
      { path: 'names.latinFamily', code: 'required' },
      { path: 'names.native', code: 'forbidden-characters', data: { max: 120 } },
      { path: 'names.latinGiven', code: 'name.not-latin', data: { max: 80 } },
      { path: 'names.salutation', code: 'name.no-letter', data: { max: 40 } },
      { path: 'names.badge', code: 'too-long', data: { max: 80 } },
    ]);
  });

  it.each([
    ['a null byte', 'Wa\u0000ng'], ['a line end inside', 'Wang\u0085Li'], ['an override', '\u202eWang'], ['an isolate', 'Wang\u2066'], ['a zero-width space', 'Wa\u200bng'],
    ['a private character', 'Wang\ue000'], ['half a surrogate', 'Wang\ud800'], ['marks piled up', `Wa${'\u0301'.repeat(900)}ng`],
  ])('does not hold %s', (_what, latinFamily) => {
    expect(checkNames({ latinFamily })).toMatchObject([{ path: 'names.latinFamily' }]);
  });

  it('lets joiners stand where scripts need them', () => {
    expect(names({ latinFamily: 'Silva', native: 'ශ්‍රී සිල්වා' }).native).toBe('ශ්‍රී සිල්වා');
  });
});
