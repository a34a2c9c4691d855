import { searchConditions } from '#kernel';
import type { ShareOf } from '#kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Lets through the rows whose column of `searchText` holds all words of a search. */
export function searchedIn<T extends ObjectLiteral>(rows: SelectQueryBuilder<T>, column: string, search: string | undefined, shareOf?: ShareOf): void {
  let count = 0;
  const keep = (word: string): string => {
    count += 1;
    rows.setParameter(`sought${count}`, word);
    return `:sought${count}`;
  };
  for (const condition of searchConditions(column, search, keep, shareOf)) rows.andWhere(condition);
}
