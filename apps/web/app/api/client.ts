import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';
import type { DocumentNode } from 'graphql';
import { redirect } from 'react-router';
import { ServiceAway } from './service-away.js';

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
    const body = (await response.json()) as { data?: Data | null; errors?: readonly GraphqlFault[] };
    const fault = body.errors?.[0];
    if (fault !== undefined) throw this.answerTo(fault, request, locale);
    if (body.data === undefined || body.data === null) throw new ServiceAway();
    return { data: body.data, headers: response.headers };
  }

  private async fetch(request: Request, locale: string, body: string): Promise<Response> {
    const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json', 'accept-language': locale });
    for (const name of ['cookie', 'authorization', 'x-forwarded-for', 'user-agent']) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    try {
      return await fetch(`${this.url}/graphql`, { method: 'POST', headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
    } catch (fault) {
      throw new ServiceAway({ cause: fault });
    }
  }

  private answerTo(fault: GraphqlFault, request: Request, locale: string): unknown {
    const code = fault.extensions?.code;
    if (code === 'access.sign-in-needed') {
      const here = new URL(request.url);
      const next = request.method === 'GET' ? here.pathname + here.search : here.pathname;
      return redirect(`/${locale}/sign-in?next=${encodeURIComponent(next)}`);
    }
    if (code === 'access.denied') return new Response(fault.message, { status: 403 });
    if (code === 'limits.too-many-requests') return new Response(fault.message, { status: 429 });
    return new ServiceAway({ faultId: fault.extensions?.faultId });
  }
}

function text(document: DocumentNode): string {
  const known = printed.get(document);
  if (known !== undefined) return known;
  const query = print(document);
  printed.set(document, query);
  return query;
}
