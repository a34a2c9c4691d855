import { matchRoutes } from 'react-router';
import type { RouteObject } from 'react-router';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import routes from '../../apps/web/app/routes.js';

/** The routes that answer with a page, by file; those of plain `.ts` give files, or lead on. */
const tree: readonly RouteConfigEntry[] = routes;
const isPage = (file: string): boolean => file.endsWith('.tsx');

export function pagesOfTheSite(of: readonly RouteConfigEntry[] = tree): string[] {
  return of.flatMap(({ file, children }) => (children === undefined ? [file] : pagesOfTheSite(children))).filter(isPage);
}

/** The file of the page that stands at a path. */
export function pageAt(path: string): string | undefined {
  return matchRoutes(tree.map(asRoute), path)?.at(-1)?.route.id;
}

function asRoute({ file, path, index, children }: RouteConfigEntry): RouteObject {
  const here = { id: file, ...(path === undefined ? {} : { path }) };
  return index === true ? { ...here, index } : { ...here, ...(children === undefined ? {} : { children: children.map(asRoute) }) };
}
