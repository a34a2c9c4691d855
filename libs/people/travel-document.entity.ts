import type { PersonId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const travelDocumentKinds = ['PASSPORT', 'IDENTITY_CARD', 'TRAVEL_PERMIT', 'OTHER'] as const;
export type TravelDocumentKind = (typeof travelDocumentKinds)[number];

/** A person's travel document. Its number is kept encrypted; what is beside it is what the masked view shows. */
@Entity('travel_document')
export class TravelDocument {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: PersonId;

  @Column('text')
  kind!: TravelDocumentKind;

  @Column('text', { name: 'issued_by' })
  issuedBy!: string;

  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn!: string | null;

  @Column('text', { name: 'masked_number' })
  maskedNumber!: string;

  @Column('bytea', { name: 'sealed_number' })
  sealedNumber!: Buffer;

  /** Keyed hash of issuer and number: equal for equal documents, telling nothing else. */
  @Column('text', { name: 'blind_index' })
  blindIndex!: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
