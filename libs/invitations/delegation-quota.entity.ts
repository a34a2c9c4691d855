import type { CategoryId, ConferenceId, DelegationId } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many members a delegation may have in a category. */
@Entity('delegation_quota')
export class DelegationQuota {
  @PrimaryColumn('uuid', { name: 'delegation_id' })
  delegationId!: DelegationId;

  @PrimaryColumn('uuid', { name: 'category_id' })
  categoryId!: CategoryId;

  @Column('uuid', { name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column('int')
  places!: number;

  /** Places with a name to them: live registrations, and what open invitations keep. The rest is unnamed. */
  @Column('int')
  named!: number;
}
