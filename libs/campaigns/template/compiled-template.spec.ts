import { describe, expect, it } from '@jest/globals';
import type { FilledText } from '#mail';
import { CompiledTemplate, problemsOf, versionFor } from './compiled-template.js';
import type { TemplateText } from './compiled-template.js';
import { EMPTY_VALUES, FULL_VALUES } from './sample-values.js';

const text = (changes: Partial<TemplateText> = {}): TemplateText => ({ subject: 'Invitation for {{ contact.name }}', preheader: '', body: 'Dear {{ contact.name }},', ...changes });
const whole = ({ fixed, filled }: FilledText): string => fixed.map((part, at) => part + (filled[at] ?? '')).join('');
const letter = (body: string, values = FULL_VALUES): { html: string; text: string; subject: string } => {
  const filled = CompiledTemplate.of({ en: text({ body }) }, []).fill('en', () => values);
  return { html: whole(filled.html), text: whole(filled.text), subject: filled.subject };
};
const codes = (changes: Partial<TemplateText>, isInvitation = true): string[] =>
  problemsOf({ en: text(changes) }, isInvitation).map(({ code, name, line, column }) => `${code} ${name} ${line}:${column}`);

describe('a template', () => {
  it('comes out alike as HTML and as text', () => {
    const { html, text: plain } = letter([
      '# You are invited', 'Dear **{{ contact.name }}** of {{ contact.organisation }},', '- **When:** {{ conference.dates }}\n- **Where:** {{ conference.place }}',
      '1. one\n2. two', '[Answer the invitation]({{ invitation.link }})', '> Please answer by {{ reply.deadline }}.',
    ].join('\n\n'));
    expect(html).toContain('<strong><bdi>Adaeze Nwachukwu</bdi></strong> of <bdi>Lagos Chamber of Commerce</bdi>,');
    expect(html).toContain('href="https://conference.example/en/invitations/1abc"');
    expect(html).not.toContain('link.invalid');
    expect(plain).toBe([
      'You are invited\n---------------', 'Dear Adaeze Nwachukwu of Lagos Chamber of Commerce,', 'When: 1–3 June 2026\nWhere: Chongqing, China', '1. one\n2. two',
      'Answer the invitation:\nhttps://conference.example/en/invitations/1abc', 'Please answer by 1 May 2026.',
    ].join('\n\n'));
  });

  it('says one thing to who has an organisation and another to who has none', () => {
    const body = '{% if contact.organisation %}We honour {{ contact.organisation }}.{% else %}We honour you.{% endif %}\n\nYours';
    expect([letter(body).text, letter(body, EMPTY_VALUES).text]).toEqual(['We honour Lagos Chamber of Commerce.\n\nYours', 'We honour you.\n\nYours']);
  });

  it('keeps the laid out body from letter to letter, so that it is encoded once', () => {
    const template = CompiledTemplate.of({ en: text() }, []);
    const [one, other] = ['A', 'B'].map((name) => template.fill('en', () => ({ ...FULL_VALUES, 'contact.name': name })));
    expect(one?.html.fixed).toBe(other?.html.fixed);
    expect([one?.html.filled, other?.html.filled]).toEqual([['A'], ['B']]);
  });

  it('reads no value as Markdown, HTML or Liquid', () => {
    const name = '**x** [y](javascript:alert(1)) <img src=x> {{ contact.address }} "&\'';
    const { html, text: plain } = letter('Dear {{ contact.name }},', { ...FULL_VALUES, 'contact.name': name });
    expect(plain).toBe(`Dear ${name},`);
    expect(html).toContain('<bdi>**x** [y](javascript:alert(1)) &lt;img src=x&gt; {{ contact.address }} &quot;&amp;&#39;</bdi>');
  });

  it('takes HTML for the text it is, and pictures for their words', () => {
    const { html } = letter('a <script>alert(1)</script> b\n\n<iframe src="https://x.example"></iframe>\n\n![tracking](https://x.example/pixel.png)');
    expect(html).not.toMatch(/<script|<iframe|<img|pixel\.png/);
    expect(html).toContain('&lt;script&gt;');
  });

  it('writes to a reader in the nearest of its languages, then in its own order', () => {
    const locales = ['en', 'zh-Hans', 'fr', 'pt'];
    const chosen = ['fr', 'fr-CA', 'pt-BR', 'zh-TW', 'zh-Hans', 'sw', 'ar'].map((reader) => versionFor(locales, ['fr', 'en'], reader));
    expect(chosen).toEqual(['fr', 'fr', 'pt', 'zh-Hans', 'zh-Hans', 'fr', 'fr']);
  });
});

describe('what is wrong with a template is told before anything is sent', () => {
  it.each<[string, Partial<TemplateText>, string]>([
    ['an unknown placeholder', { body: 'Dear\n\n  {{ contact.nmae }}' }, 'template.placeholder-unknown contact.nmae 3:6'],
    ['one in a branch that few see', { body: '{% if contact.title == "x" %}{{ contact.phone }}{% endif %}' }, 'template.placeholder-unknown contact.phone 1:33'],
    ['a whole group', { subject: '{{ contact }}' }, 'template.placeholder-unknown contact 1:4'],
    ['the prototype', { body: '{{ contact.__proto__ }}' }, 'template.placeholder-unknown contact.__proto__ 1:4'],
    ['the constructor', { body: '{{ contact.constructor.constructor }}' }, 'template.placeholder-unknown contact.constructor.constructor 1:4'],
    ['a computed name', { body: '{{ contact[contact.name] }}' }, 'template.placeholder-unknown contact.contact,name 1:4'],
    ['a loop', { body: '{% for i in (1..100000000) %}x{% endfor %}' }, 'template.tag-unknown for 1:1'],
    ['a file', { body: 'a\n{% include "/etc/passwd" %}' }, 'template.tag-unknown include 2:1'],
    ['a rendered file', { body: '{% render "x" %}' }, 'template.tag-unknown render 1:1'],
    ['a variable of its own', { body: '{% assign x = "y" %}' }, 'template.tag-unknown assign 1:1'],
    ['an unknown filter', { body: '{{ contact.name | raw }}' }, 'template.filter-unknown raw 1:1'],
    ['an endless range', { body: '{% if (1..999999999) contains 3 %}x{% endif %}' }, 'template.too-much  1:1'],
    ['a condition left open', { body: '{% if contact.name %}' }, 'template.malformed tag {% if contact.name %} not closed 1:1'],
    ['a script for a link', { body: '[x](javascript:alert(1))' }, 'template.link-forbidden javascript:alert(1) 1:1'],
    ['a link made of a name', { body: '[x](https://example.org/{{ contact.name }})' }, 'template.link-forbidden https://example.org/0 1:1'],
    ['a link from one of ours to elsewhere', { body: '[x]({{ invitation.link }}@evil.example)' }, 'template.link-forbidden 0@evil.example 1:1'],
    ['a subject of two lines', { subject: 'a\nBcc: b@example.org' }, 'template.one-line  1:1'],
    ['no subject', { subject: ' ' }, 'required  1:1'],
    ['a body without end', { body: 'x'.repeat(20_001) }, 'too-long  1:1'],
  ])('%s', (_what, changes, problem) => {
    expect(codes(changes)).toEqual([problem]);
  });

  it('an invitation’s link in a letter that invites nobody', () => {
    expect(codes({ body: '[x]({{ invitation.link }})' }, false)).toEqual(['template.no-invitation invitation.link 1:1']);
  });

  it('deep nesting ends as a problem, in little time', () => {
    const began = process.cpuUsage();
    expect(codes({ body: '{% if contact.name %}'.repeat(900) + 'x' + '{% endif %}'.repeat(900) }).length).toBeGreaterThanOrEqual(1);
    expect(codes({ body: `${'['.repeat(9_000)}x` }).length).toBeLessThanOrEqual(1);
    expect(codes({ body: `${'*a _'.repeat(4_000)}x` }).length).toBeLessThanOrEqual(1);
    expect(codes({ body: `${'> '.repeat(5_000)}x` }).length).toBeLessThanOrEqual(1);
    const { user, system } = process.cpuUsage(began);
    expect(user + system).toBeLessThan(20_000_000);
  });
});
