import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { Page, PageRequest, Refusal } from '#kernel';
import { LessThan, MoreThan } from 'typeorm';
import type { EntityManager, EntityTarget, FindOptionsOrder, FindOptionsWhere } from 'typeorm';

export type CursorRefusal = Refusal<'cursor.malformed'>;

export interface ListById<Row> {
  readonly where: FindOptionsWhere<Row>;
  /** By time of making, since ids sort by it: ASC is oldest first. */
  readonly order: 'ASC' | 'DESC';
}

/** One page of the rows that match, in the order of their ids. */
export async function pageById<Row extends { readonly id: string }>(
  em: EntityManager, entity: EntityTarget<Row>, request: PageRequest, { where, order }: ListById<Row>,
): Promise<Page<Row> | CursorRefusal> {
  const after = request.after === undefined ? null : decodeCursor(request.after, 1)?.[0];
  if (after !== null && (typeof after !== 'string' || !isId(after))) return refuse('cursor.malformed');
  const beyond = after === null ? {} : { id: order === 'ASC' ? MoreThan(after) : LessThan(after) };
  const rows = await em.find(entity, { where: { ...where, ...beyond }, order: { id: order } as FindOptionsOrder<Row>, take: request.first + 1 });
  return pageOf(rows, request, ({ id }) => [id]);
}
