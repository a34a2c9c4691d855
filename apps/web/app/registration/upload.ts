import type { Api } from '../api/client.js';

/** Where one file went, or why it was not taken. */
export type Uploaded = { readonly id: string } | { readonly message: string };

/** Hands a form's file on to the api's upload door, in the name of the browser that sent it. */
export async function upload(api: Api, request: Request, locale: string, file: File): Promise<Uploaded> {
  const body = new FormData();
  body.set('file', file, file.name);
  const headers = new Headers({ 'accept-language': locale, accept: 'application/json' });
  for (const name of ['cookie', 'x-forwarded-for']) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const response = await fetch(`${api.url}/files`, { method: 'POST', headers, body, signal: AbortSignal.timeout(60_000) });
  const answer = (await response.json()) as { id?: string; message?: string };
  return answer.id === undefined ? { message: answer.message ?? response.statusText } : { id: answer.id };
}
