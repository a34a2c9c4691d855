import { graphql } from '../../api/graphql.js';
import type { ResultOf } from '../../api/graphql.js';

export const OneImport = graphql(`
  query OneImport($id: ID!, $conferenceId: ID!) {
    contactImport(id: $id) {
      id state fileName done sheets sheet encoding delimiter isRemembered country locale tags listId unreadable unreadableRow rejectsPath
      columns { header meaning examples }
      tried { rows new updated unchanged duplicate rejected suppressed withoutAddress remarked }
      applied { rows new updated unchanged duplicate rejected suppressed withoutAddress remarked }
      undone { deleted restored kept }
      samples { number verdict isSuppressed nativeName latinName address organisation country locale phone }
      rejects { number reasons cells }
      kept { number reason contact { id nativeName latinName address } }
    }
    contactLists(conferenceId: $conferenceId) { id name }
  }
`);

export type ContactImport = NonNullable<ResultOf<typeof OneImport>['contactImport']>;
export type ImportCounts = NonNullable<ContactImport['tried']>;
export type ImportLists = ResultOf<typeof OneImport>['contactLists'];
