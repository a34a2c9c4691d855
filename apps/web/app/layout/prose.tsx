import Markdown from 'react-markdown';

/** An organiser's Markdown: paragraphs, lists, links and emphasis. HTML in it is dropped; headings step down below the page's own. */
export function Prose({ text }: { readonly text: string }): React.ReactElement {
  return <Markdown skipHtml components={{ h1: 'h3', h2: 'h3', img: () => null }}>{text}</Markdown>;
}
