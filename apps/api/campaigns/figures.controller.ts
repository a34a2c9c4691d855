import { CampaignFigures, Campaigns, FIGURES_BY } from '#campaigns';
import type { CampaignFigure, FiguresBy } from '#campaigns';
import { tableFile, tableMediaType } from '#documents';
import type { Cell, Table, TableFormat } from '#documents';
import { countryName, languageName, t } from '#i18n';
import { isRefusal } from '#kernel';
import type { CampaignId, ConferenceId, Refusal } from '#kernel';
import { Controller, Get, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sayRefusal } from '../graphql/speak.js';
import { RequestActors } from '../http/request-actors.js';
import { requestLocale } from '../http/request-locale.js';
import { RouteLimit } from '../http/route-limit.js';

const COLUMNS = ['recipients', 'delivered', 'bounced', 'suppressed', 'answered', 'accepted', 'declined', 'registered', 'confirmed'] as const satisfies readonly (keyof CampaignFigure)[];
const ALL = 1_000_000;

/** The numbers of campaigns as a file: `GET /exports/campaigns?conferenceId=&by=COUNTRY&campaignId=&format=csv|xlsx`. */
@Controller('exports')
@UseGuards(RouteLimit('exports'))
export class FiguresController {
  constructor(private readonly actors: RequestActors, private readonly campaigns: Campaigns, private readonly figures: CampaignFigures) {}

  @Get('campaigns')
  async file(
    @Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query('conferenceId') conferenceId = '', @Query('by') by = 'CAMPAIGN', @Query('format') format = 'csv',
    @Query('campaignId') campaignId?: string, @Query('locale') wanted?: string,
  ): Promise<void> {
    const actor = await this.actors.of(request);
    const locale = wanted ?? requestLocale(request) ?? actor.locale;
    if (!isFormat(format) || !isDimension(by)) return refused(reply, 400, { refused: 'input.invalid', data: { problems: [{ path: isFormat(format) ? 'by' : 'format', code: 'unknown' }] } }, locale);
    const conference = await this.campaigns.conference(actor, conferenceId as ConferenceId);
    if (isRefusal(conference)) return refused(reply, statusOf(conference), conference, locale);
    const rows = await this.figures.of(conference.id, by, campaignId as CampaignId | undefined, ALL);
    const names = by === 'CAMPAIGN' ? new Map((await this.campaigns.campaignsByIds(rows.map(({ key }) => key as CampaignId))).map(({ id, name }) => [id as string, name])) : new Map<string, string>();
    await reply
      .header('content-type', tableMediaType(format))
      .header('content-disposition', `attachment; filename="campaigns-${conference.slug}-${by.toLowerCase()}.${format}"`)
      .header('cache-control', 'private, no-store')
      .send(tableFile(table(locale, by, rows, names), format));
  }
}

function table(locale: string, by: FiguresBy, rows: readonly CampaignFigure[], names: ReadonlyMap<string, string>): Table {
  return {
    name: t(locale, 'campaign.sheet'),
    columns: [{ header: t(locale, `campaign.figure.key.${by}`), width: 40 }, ...COLUMNS.map((column) => ({ header: t(locale, `campaign.figure.${column}`), width: 14 }))],
    rows: rows.map((row): readonly Cell[] => [keyName(locale, by, row.key, names), ...COLUMNS.map((column) => row[column])]),
  };
}

function keyName(locale: string, by: FiguresBy, key: string, names: ReadonlyMap<string, string>): string {
  if (key === '') return t(locale, 'campaign.figure.unknown');
  if (by === 'COUNTRY') return countryName(locale, key);
  if (by === 'LANGUAGE') return languageName(locale, key);
  return names.get(key) ?? key;
}

function isFormat(text: string): text is TableFormat {
  return text === 'csv' || text === 'xlsx';
}

function isDimension(text: string): text is FiguresBy {
  return (FIGURES_BY as readonly string[]).includes(text);
}

function statusOf(refusal: Refusal): number {
  if (refusal.refused === 'access.sign-in-needed') return 401;
  return refusal.refused === 'conference.unknown' ? 404 : 403;
}

async function refused(reply: FastifyReply, status: number, refusal: Refusal, locale: string): Promise<void> {
  await reply.code(status).send({ code: refusal.refused, message: sayRefusal(locale, refusal) });
}
