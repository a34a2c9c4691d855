import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { Refusal } from '#kernel';
import { Figures } from '#registration';
import type { DayFigure } from '#registration';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import { FillFigures } from './fill-figures.js';
import type { FillFigure } from './fill-figures.js';
import { ReportDesk } from './report-desk.js';

@Resolver()
export class ReportsResolver {
  constructor(private readonly desk: ReportDesk, private readonly figures: Figures, private readonly fill: FillFigures) {}

  @Query('registrationsByDay')
  @Allow('registration.read')
  async byDay(@CurrentActor() actor: Actor, @Args('conferenceId') id: string): Promise<readonly DayFigure[] | Refusal> {
    const conference = await this.desk.conference(actor, id, 'registration.read');
    return isRefusal(conference) ? conference : this.figures.byDay(conference.id, conference.timeZone);
  }

  @Query('fillFigures')
  @Allow('conference.read-draft')
  async fillFigures(@CurrentActor() actor: Actor, @Args('conferenceId') id: string): Promise<readonly FillFigure[] | Refusal> {
    const conference = await this.desk.conference(actor, id, 'conference.read-draft');
    return isRefusal(conference) ? conference : this.fill.of(conference.id);
  }
}
