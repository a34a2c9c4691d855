import type { Api } from '../api/client.js';

/** Where one file went, or why it was not taken. */
export type Uploaded = { readonly id: string } | { readonly message: string };

/** Ten megabytes over a line of 400 kbit/s take more than three minutes. */
const UPLOAD_TIME_MS = 300_000;

/** Hands a form's file on to the api's upload door, in the name of the browser that sent it. */
export async function upload(api: Api, request: Request, locale: string, file: File): Promise<Uploaded> {
  const body = new FormData();
  body.set('file', file, file.name);
  const response = await api.post('/files', request, locale, body, UPLOAD_TIME_MS);
  const answer = await response.json().catch(() => ({})) as { id?: string; message?: string };
  return answer.id === undefined ? { message: answer.message ?? response.statusText } : { id: answer.id };
}
