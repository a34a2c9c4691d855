import { denied, isSignedIn, mayAnywhere } from '#identity';
import type { Actor } from '#identity';
import { refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { mostBytes, TakeFile } from '#media';
import type { File, Upload } from '#media';
import { Injectable } from '@nestjs/common';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { UploadLimits } from './upload-limits.js';

/** What tables are uploaded for: contacts, and programmes. */
const TABLE_USES = ['contacts.edit', 'programme.edit'] as const;

/** Takes the one file of a multipart form (RFC 7578); other fields of the form are not read. */
@Injectable()
export class UploadFile {
  constructor(
    private readonly takeFile: TakeFile,
    private readonly limits: UploadLimits,
  ) {}

  /**
   * @param signal aborts when the sender is gone or its time is over; then nothing is kept
   * @param expected a table is taken from staff who may use one
   */
  async run(actor: Actor, request: FastifyRequest, signal: AbortSignal, expected?: Upload['expected']): Promise<File | Refusal> {
    if (!isSignedIn(actor) || (expected === 'TABLE' && !TABLE_USES.some((use) => mayAnywhere(actor, use)))) return denied(actor);
    if (!request.isMultipart()) return refuse('file.missing');
    const limited = await this.limits.ofFile(actor);
    if (limited !== undefined) return limited;
    const part = await fileOf(request, mostBytes(expected));
    if (part === undefined) return refuse('file.missing');
    try {
      return await this.takeFile.run({
        content: part.file,
        isCut: () => part.file.truncated,
        // Browsers write a quotation mark in a file's name so (HTML, 4.10.21.8).
        name: part.filename.replaceAll('%22', '"'),
        owner: { accountId: actor.accountId, principal: actor.principal },
        signal,
        expected,
      });
    } catch (fault) {
      if (signal.aborted || !isOurs(fault)) return refuse('file.incomplete');
      throw fault;
    }
  }
}

/** The file of the form; nothing where it has none, or is no form as its header says it is. */
async function fileOf(request: FastifyRequest, fileSize: number): Promise<MultipartFile | undefined> {
  try {
    return await request.file({ limits: { fileSize, files: 1, fields: 5, fieldSize: 1_000, parts: 6, headerPairs: 100 } });
  } catch {
    return undefined;
  }
}

/** Whether the disk or the database failed us, rather than what was sent. */
function isOurs(fault: unknown): boolean {
  return fault instanceof Error && ('syscall' in fault || 'driverError' in fault);
}
