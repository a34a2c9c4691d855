import type { PoolKind } from '#places';
import { Injectable } from '@nestjs/common';
import { isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';

/** In which way a field may be kept. */
export interface KeptRule {
  /** Of a field of Query: its argument with the slug of the conference under whose version it is kept. */
  readonly conferenceBy?: string;
  /** What it says of places changes without the version: it is kept for as long as no pool of this kind changes. */
  readonly pools?: PoolKind;
  /** Null for a stranger, and for somebody who is signed in their own: read anew for each. */
  readonly ownOnly?: true;
}

/**
 * Which fields of the schema may be kept under the version of a conference. None is that is not declared, by a class
 * beside its resolver. A field may be declared where every write that changes it raises the version (`touchConference`),
 * where it does not hang on the clock, and where strangers and account holders without a role read the same.
 */
@Injectable()
export class KeptFields {
  private readonly rules = new Map<string, KeptRule>();

  declare(type: string, fields: readonly string[], rule: KeptRule = {}): void {
    for (const field of fields) this.rules.set(`${type}.${field}`, rule);
  }

  ruleOf(type: string, field: string): KeptRule | undefined {
    return this.rules.get(`${type}.${field}`);
  }

  /**
   * @param isPublic whether anyone may call a field of Query, by 'Query.programme'
   * @throws Error at boot that names each declared field which the schema lacks, or which is kept for all and not open to all
   */
  check(schema: GraphQLSchema, isPublic: (field: string) => boolean): void {
    const problems = [...this.rules].flatMap(([name, { conferenceBy }]) => {
      const [typeName = '', fieldName = ''] = name.split('.');
      const type = schema.getType(typeName);
      const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
      if (field === undefined) return [`${name} is kept, but not in the schema`];
      if (typeName !== 'Query') return [];
      if (!isPublic(name)) return [`${name} is kept, but not open to everybody`];
      return field.args.some((one) => one.name === conferenceBy) ? [] : [`${name} is kept, but says not under which conference`];
    });
    if (problems.length > 0) throw new Error(`the api cannot start: ${problems.join('; ')}`);
  }
}
