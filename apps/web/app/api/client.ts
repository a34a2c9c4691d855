import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';
import type { DocumentNode } from 'graphql';
import { redirect } from 'react-router';
import { serviceAway } from './service-away.js';

interface GraphqlFault {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly faultId?: string };
}

/** What the API answered, with the headers that a browser must see (the sign-in cookie). */
export interface Answer<Data> {
  readonly data: Data;
  readonly headers: Headers;
}

const TIMEOUT_MS = 15_000;
/** What of the browser's request the api is to see. */
const HANDED_ON = ['cookie', 'authorization', 'x-forwarded-for', 'user-agent'] as const;
const printed = new WeakMap<object, string>();

/** Speaks GraphQL with the api process in the name of the browser that asks: its cookie, its language, its address. */
export class Api {
  constructor(readonly url: string, readonly publicUrl: string) {}

  /** The data of a query or mutation. Not signed in leads to the sign-in page; a fault becomes an error page. */
  async ask<Data, Variables>(request: Request, locale: string, document: TadaDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
    return (await this.send(request, locale, document, variables)).data;
  }

  async send<Data, Variables>(request: Request, locale: string, document: TadaDocumentNode<Data, Variables>, variables: Variables): Promise<Answer<Data>> {
    const response = await this.fetch(request, locale, JSON.stringify({ query: text(document), variables }));
    const body = await response.json().catch(() => ({})) as { data?: Data | null; errors?: readonly GraphqlFault[] };
    const fault = body.errors?.[0];
    if (fault !== undefined) throw this.answerTo(fault, request, locale);
    if (body.data === undefined || body.data === null) throw serviceAway(502);
    return { data: body.data, headers: response.headers };
  }

  private async fetch(request: Request, locale: string, body: string): Promise<Response> {
    return this.post('/graphql', request, locale, body, TIMEOUT_MS, 'application/json');
  }

  /** One POST to the api in the browser's name; nobody there is a 503 page. A form of its own kind brings its own content type. */
  async post(path: string, request: Request, locale: string, body: BodyInit, milliseconds = TIMEOUT_MS, contentType?: string): Promise<Response> {
    const headers = new Headers({ accept: 'application/json', 'accept-language': locale, origin: new URL(this.publicUrl).origin });
    if (contentType !== undefined) headers.set('content-type', contentType);
    for (const name of HANDED_ON) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    try {
      return await fetch(`${this.url}${path}`, { method: 'POST', headers, body, signal: AbortSignal.timeout(milliseconds) });
    } catch {
      throw serviceAway(503);
    }
  }

  private answerTo(fault: GraphqlFault, request: Request, locale: string): unknown {
    const code = fault.extensions?.code;
    if (code === 'access.sign-in-needed') {
      return redirect(`/${locale}/sign-in?next=${encodeURIComponent(pathOf(request))}`);
    }
    if (code === 'access.second-factor-needed') return redirect(staffSignIn(request, locale));
    if (code?.endsWith('.unknown') === true) return new Response(fault.message, { status: 404 });
    if (code === 'access.denied') return new Response(fault.message, { status: 403 });
    if (code === 'limit.reached' || code === 'limits.too-many-requests') return new Response(fault.message, { status: 429 });
    return serviceAway(502, fault.extensions?.faultId);
  }
}

/** Where staff prove their second factor, and come back from. */
export function staffSignIn(request: Request, locale: string): string {
  return `/${locale}/staff/sign-in?next=${encodeURIComponent(pathOf(request))}`;
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return request.method === 'GET' ? pathname + search : pathname;
}

/** The cookies that an answer of the api sets, for the browser. */
export function cookiesIn(headers: Headers): Headers {
  const toBrowser = new Headers();
  for (const cookie of headers.getSetCookie()) toBrowser.append('Set-Cookie', cookie);
  return toBrowser;
}

function text(document: DocumentNode): string {
  const known = printed.get(document);
  if (known !== undefined) return known;
  const query = print(document);
  printed.set(document, query);
  return query;
}
