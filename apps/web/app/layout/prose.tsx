import Markdown from 'react-markdown';

/**
 * An organiser's Markdown: paragraphs, lists, links and emphasis. HTML in it is dropped; headings step down below the page's
 * own. Each paragraph runs the way its own words run, which on an Arabic page may be English.
 */
export function Prose({ text }: { readonly text: string }): React.ReactElement {
  return <Markdown skipHtml components={{ h1: 'h3', h2: 'h3', img: () => null, p: ({ children }) => <p dir="auto">{children}</p>, li: ({ children }) => <li dir="auto">{children}</li> }}>{text}</Markdown>;
}
