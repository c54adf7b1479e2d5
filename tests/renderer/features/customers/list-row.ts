import { customerRow, type CustomerRow } from '@shared/features/customers/customers.schema'

/** A row of the list with invented values. */
export function listRow(id: number): CustomerRow {
  return customerRow.parse({
    id,
    code: `C20261101${String(id).padStart(4, '0')}`,
    kind: 'company',
    name: `桃源示例商行${id}`,
    contactPerson: null,
    phoneMasked: null,
    industry: null,
    stage: 'prospect',
    tier: 'normal',
    tags: [],
    nextFollowAt: null,
    lastInteractionAt: null,
    createdAt: 1_790_000_000_000,
    archivedAt: null,
    ownerId: 1,
    ownerName: '陈示例',
    relation: 'own',
    custom: [],
    quality: { complete: false, current: true, accurate: false },
  })
}
