import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block, Span } from '#mail';
import { MARK, MARKED_LINK } from './placeholder-text.js';

type RootContent = ReturnType<typeof fromMarkdown>['children'][number];
type List = Extract<RootContent, { type: 'list' }>;
type ListItem = List['children'][number];
type PhrasingContent = Extract<RootContent, { type: 'paragraph' }>['children'][number];
type Fact = { readonly label: string; readonly value: string };
type Look = Pick<Span, 'isStrong' | 'isEmphasised' | 'url'>;

/** A link that leads to neither a page nor a mailbox, or whose address is made of what people wrote. */
export class ForbiddenLink extends Error {
  override readonly name = 'ForbiddenLink';

  constructor(readonly url: string) {
    super(`a letter may not link to ${url}`);
  }
}

/**
 * Markdown (CommonMark) as blocks of a letter. A paragraph that is one link is a button, a quotation is small print, a list
 * whose points each begin with a bold word and a colon is a table of facts. HTML stays the text it is, pictures are the
 * words in their place.
 * @throws ForbiddenLink
 */
export function markdownBlocks(markdown: string): readonly Block[] {
  return fromMarkdown(markdown).children.flatMap(blocksOf);
}

function blocksOf(node: RootContent): readonly Block[] {
  if (node.type === 'heading') return [{ heading: plain(node.children) }];
  if (node.type === 'paragraph') return [buttonOf(node.children) ?? { rich: spansOf(node.children, {}) }];
  if (node.type === 'list') return [factsOf(node) ?? { list: { isOrdered: node.ordered === true, items: node.children.map((item) => itemSpans(item)) } }];
  if (node.type === 'blockquote') return [{ note: node.children.map(textOf).join('\n') }];
  if (node.type === 'thematicBreak') return [{ rule: true }];
  return node.type === 'code' || node.type === 'html' ? [{ p: node.value }] : [];
}

function buttonOf(children: readonly PhrasingContent[]): Block | undefined {
  const [link] = children;
  return children.length === 1 && link?.type === 'link' && !isBare(link.url, plain(link.children)) ? { button: { label: plain(link.children), url: checked(link.url) } } : undefined;
}

// <https://…> is written out for those who copy it; nobody means a button by it.
function isBare(url: string, label: string): boolean {
  return url === label || url === `mailto:${label}`;
}

function factsOf(list: List): Block | undefined {
  const facts = list.children.map(factOf);
  return list.ordered !== true && facts.every((fact): fact is Fact => fact !== undefined) ? { facts } : undefined;
}

function factOf({ children: [paragraph, ...others] }: ListItem): Fact | undefined {
  if (paragraph?.type !== 'paragraph' || others.length > 0) return undefined;
  const [label, ...rest] = paragraph.children;
  if (label?.type !== 'strong') return undefined;
  const [, name] = /^(.*?)\s*[:：]$/su.exec(plain(label.children)) ?? [];
  return name === undefined || rest.length === 0 ? undefined : { label: name, value: plain(rest).trim() };
}

function itemSpans(item: ListItem): readonly Span[] {
  return item.children.flatMap((child, index) => [
    ...(index === 0 ? [] : [{ text: '\n' }]), ...(child.type === 'paragraph' ? spansOf(child.children, {}) : [{ text: textOf(child) }]),
  ]);
}

function spansOf(children: readonly PhrasingContent[], look: Look): readonly Span[] {
  return children.flatMap((child): readonly Span[] => {
    if (child.type === 'strong') return spansOf(child.children, { ...look, isStrong: true });
    if (child.type === 'emphasis') return spansOf(child.children, { ...look, isEmphasised: true });
    if (child.type === 'link') return spansOf(child.children, { ...look, url: checked(child.url) });
    return [{ ...look, text: textOf(child) }];
  });
}

function plain(children: readonly (RootContent | ListItem)[]): string {
  return children.map(textOf).join('');
}

function textOf(node: RootContent | ListItem): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return node.alt ?? '';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  return node.children.map(textOf).join(node.type === 'list' || node.type === 'blockquote' ? '\n' : '');
}

function checked(url: string): string {
  const bare = url.replace(MARKED_LINK, '');
  if (MARK.test(bare) || (url !== '' && bare !== '' && bare !== url)) throw new ForbiddenLink(url);
  if (bare === '') return url;
  if (!/^(https?|mailto):/i.test(url) || !URL.canParse(url)) throw new ForbiddenLink(url);
  return url;
}
