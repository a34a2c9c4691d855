import type { Api } from '../api/client.js';
import { line } from '../forms/problems.js';
import type { FormAnswer, Problem } from '../forms/problems.js';

/** Where one file went, or why it was not taken. */
export type Uploaded = { readonly id: string } | { readonly message: string };

/** Ten megabytes over a line of 400 kbit/s take more than three minutes. */
const UPLOAD_TIME_MS = 300_000;

/** The field of a form that says the id of a file that has arrived already, and the one that says how it is called. */
export const fileIdIn = (name: string): string => `${name}.file`;
export const fileNameIn = (name: string): string => `${name}.name`;

/** The files of a form: those it carries, and those that arrived before it; what was not taken; and what the form would say of them next time. */
export interface FormFiles {
  readonly ids: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  readonly values: FormAnswer['values'];
}

export async function filesOf(form: FormData, names: readonly string[], send: (file: File) => Promise<Uploaded>): Promise<FormFiles> {
  const ids = new Map<string, string>();
  const problems: Problem[] = [];
  const values: Record<string, string[]> = {};
  for (const name of names) {
    const [file, known] = [form.get(name), line(form, fileIdIn(name))];
    if (known !== null) ids.set(name, known);
    if (!(file instanceof File) || file.size === 0) continue;
    const sent = await send(file);
    if ('message' in sent) {
      problems.push({ path: name, message: sent.message });
    } else {
      ids.set(name, sent.id);
      values[fileIdIn(name)] = [sent.id];
      values[fileNameIn(name)] = [file.name];
    }
  }
  return { ids, problems, values };
}

/** Hands a form's file on to the api's upload door, in the name of the browser that sent it. */
export async function upload(api: Api, request: Request, locale: string, file: File): Promise<Uploaded> {
  const body = new FormData();
  body.set('file', file, file.name);
  const response = await api.post('/files', request, locale, body, UPLOAD_TIME_MS);
  const answer = await response.json().catch(() => ({})) as { id?: string; message?: string };
  return answer.id === undefined ? { message: answer.message ?? response.statusText } : { id: answer.id };
}
