import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { invalid, isRefusal } from '#kernel';
import type { ConferenceId, FieldProblem, Refusal } from '#kernel';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { readFrab } from './frab/read-frab.js';
import { ReleaseDesk } from './release-desk.js';
import type { OpenProgramme } from './release-desk.js';
import { TakeIn } from './take-in.js';
import type { TakenIn } from './take-in.js';
import { readUploadedTable } from './table/uploaded-table.js';
import type { ProgrammeTable } from './table/read-programme-table.js';

export interface ProgrammeToImport {
  readonly conferenceId: ConferenceId;
  /** A schedule.json of the frab format, or else a table. */
  readonly schedule?: string | null | undefined;
  /** An XLSX or CSV file in Base64. */
  readonly table?: { readonly base64: string; readonly sheet?: string | null | undefined } | null | undefined;
  /** Language of its texts, BCP 47; the conference's first where absent. */
  readonly locale?: string | null | undefined;
  /** Whether only to say what would come of it. */
  readonly dryRun?: boolean | undefined;
}

export interface ProgrammeImported extends TakenIn {
  readonly isDryRun: boolean;
  /** Of a table: which column was taken for what. */
  readonly columns: ProgrammeTable['columns'];
}

/**
 * Takes a programme from a schedule.json or a spreadsheet into the draft: a track is a forum with open doors, found again
 * by its title; a session is found again by its guid (in a spreadsheet by its id, else by forum and title), so that
 * reading the same file twice adds nothing. All of it or nothing; of a spreadsheet every row that has a problem is named.
 */
@Injectable()
export class ImportProgramme {
  constructor(private readonly work: UnitOfWork, private readonly desk: ReleaseDesk, private readonly taking: TakeIn) {}

  async run(actor: Actor, input: ProgrammeToImport, key?: string): Promise<ProgrammeImported | Refusal> {
    const { table, schedule, ...plan } = input;
    // Nobody has a file read who may not take it in, and no lock is held while it is.
    const open = await this.work.run((tx) => this.desk.open(tx, actor, plan.conferenceId));
    if (isRefusal(open)) return open;
    if ((table == null) === (schedule == null)) return invalid([{ path: 'schedule', code: 'required' }]);
    const locale = plan.locale ?? open.conference.locales[0] ?? 'en';
    const read = table == null ? readFrab(schedule ?? '', { locale, timeZone: open.conference.timeZone })
      : await readUploadedTable(table, { conferenceId: plan.conferenceId, locale, first: open.conference.startsOn });
    if (isRefusal(read)) return read;
    const request = { principal: actor.principal, operation: 'importProgramme', key, arguments: input };
    try {
      return await this.work.run((tx) => once(tx, request, async () => {
        const again = await this.desk.open(tx, actor, plan.conferenceId);
        return isRefusal(again) ? again : this.within(tx, actor, again, read, { ...plan, isTable: table != null });
      }));
    } catch (fault) {
      if (fault instanceof DryRunEnded) return fault.answer;
      throw fault;
    }
  }

  private async within(tx: Tx, actor: Actor, { conference }: OpenProgramme, read: Read, { dryRun, isTable }: { dryRun?: boolean | undefined; isTable: boolean }): Promise<ProgrammeImported | Refusal> {
    const taken = await this.taking.within(tx, actor, conference, read.items, { isPatient: isTable });
    if (isRefusal(taken) && taken.refused !== 'input.invalid') return taken;
    const problems = [...read.problems, ...isRefusal(taken) ? problemsOf(taken) : []];
    if (problems.length > 0 || isRefusal(taken)) return invalid(problems.slice(0, MOST_PROBLEMS));
    const answer = { ...taken, columns: read.columns, isDryRun: dryRun === true };
    if (dryRun === true) throw new DryRunEnded(answer);
    return answer;
  }
}

const MOST_PROBLEMS = 200;

type Read = Pick<ProgrammeTable, 'items' | 'problems' | 'columns'>;

/** Takes everything back that was only tried. */
class DryRunEnded extends Error {
  constructor(readonly answer: ProgrammeImported) {
    super('tried only');
  }
}

function problemsOf({ data }: Refusal): readonly FieldProblem[] {
  return data['problems'] as readonly FieldProblem[];
}

