import { describe, expect, it } from 'vitest'
import {
  fieldLevelOf,
  mayUse,
  type Permission,
  relations,
  roles,
  scopeOf,
} from '@shared/core/permissions'
import { customerRights, hasBulkAction } from '@renderer/features/customers/customer-rights'
import { emptyFilter } from '@renderer/features/customers/list/list-store'
import { unfitConditions } from '@renderer/features/customers/list/use-fitting-filter'
import { filterOf, listViews, viewOf } from '@renderer/features/customers/list/views'

const actions: Record<string, Permission> = {
  edit: 'customers.write',
  log: 'follow-ups.write',
  tag: 'tags.write',
  transfer: 'customers.transfer',
  export: 'customers.export',
  readFollowUps: 'follow-ups.read',
}

describe('what the customer screens offer', () => {
  it.each(roles)('is what the table of rights gives to %s, on every kind of customer', (role) => {
    for (const relation of relations) {
      const rights: Record<string, unknown> = customerRights(role, relation)
      for (const [action, permission] of Object.entries(actions))
        expect([action, rights[action]]).toEqual([action, mayUse(role, permission, relation)])
      for (const group of ['contact', 'idNumber', 'notes'] as const)
        expect([group, rights[group]]).toEqual([group, fieldLevelOf(role, group, relation)])
    }
  })

  it('is nothing while nobody is signed in', () => {
    const { contact, idNumber, notes, ...rest } = customerRights(null, 'own')
    expect([contact, idNumber, notes]).toEqual(['none', 'none', 'none'])
    expect(Object.values(rest).every((allowed) => allowed === false)).toBe(true)
  })

  it('lets salespeople claim from the pool only, and put there only what is theirs', () => {
    expect(customerRights('sales', 'pool')).toMatchObject({ claim: true, release: false })
    expect(customerRights('sales', 'own')).toMatchObject({ claim: false, release: true })
    expect(customerRights('sales', 'other')).toMatchObject({ claim: false, release: false })
  })

  it('leaves in the recycle bin nothing but a look, the way out and the end', () => {
    expect(customerRights('owner', 'own', { inBin: true })).toMatchObject({
      ...{ edit: false, log: false, tag: false, transfer: false, release: false, remove: false },
      export: false,
      ...{ restore: true, erase: true, readFollowUps: true, contact: 'full' },
    })
    expect(customerRights('sales', 'own', { inBin: true })).toMatchObject({
      restore: true,
      erase: false,
    })
    expect(customerRights('sales', 'pool', { inBin: true })).toMatchObject({
      restore: false,
      claim: false,
    })
    expect(customerRights('owner', 'own')).toMatchObject({ remove: true, restore: false })
    expect(hasBulkAction(customerRights('sales', 'own', { inBin: true }))).toBe(true)
    expect(hasBulkAction(customerRights('marketing', 'own', { inBin: true }))).toBe(false)
  })

  it('has no boxes to choose rows by for those who can do nothing with them', () => {
    const choosing = roles.filter((role) => hasBulkAction(customerRights(role, 'own')))
    expect(choosing).toEqual(['owner', 'manager', 'sales', 'marketing'])
    expect(hasBulkAction(customerRights('finance', 'own'))).toBe(false)
  })
})

describe('the views over the list', () => {
  const me = 7

  it('are those of the role', () => {
    expect(listViews('owner')).toEqual(['all', 'own', 'pool'])
    expect(listViews('sales')).toEqual(['own', 'pool'])
    expect(listViews('marketing')).toEqual(['all'])
    expect(listViews(null)).toEqual([])
  })

  it.each(roles)('lead back to themselves for %s', (role) => {
    const views = listViews(role)
    for (const view of views) {
      const filter = { pool: false, ownerIds: [1, 2], ...filterOf(view, views, me) }
      expect(viewOf(filter, views, me)).toBe(view)
    }
  })

  it('ask for one’s own rows by name only where one reads all', () => {
    expect(filterOf('own', listViews('manager'), me)).toEqual({ pool: false, ownerIds: [me] })
    expect(filterOf('own', listViews('sales'), null)).toEqual({ pool: false, ownerIds: [] })
    expect(scopeOf('sales', 'customers.read')).toBe('own')
  })

  it('show the archive nowhere in the pool', () => {
    expect(filterOf('pool', listViews('owner'), me)).toMatchObject({ archived: false })
  })
})

describe('a filter that stays when the owner looks as another role', () => {
  const filter = { ...emptyFilter, pool: true, ownerIds: [7], tagIds: [1], text: '桃源' }

  it('loses what the role may not ask by, and keeps the rest', () => {
    expect(unfitConditions(filter, 'finance')).toEqual({ pool: false, ownerIds: [], tagIds: [] })
    expect(unfitConditions(filter, 'sales')).toEqual({ ownerIds: [] })
  })

  it('stays as it is where the role has all of it', () => {
    expect(unfitConditions(filter, 'manager')).toBeNull()
    expect(unfitConditions(emptyFilter, 'viewer')).toBeNull()
  })

  it('changes nothing in a book that is open for reading only, and still reads and exports', () => {
    const rights = customerRights('owner', 'own', { readOnly: true })
    expect(hasBulkAction(rights)).toBe(false)
    expect(rights).toMatchObject({ erase: false, remove: false, log: false, export: true })
    expect(rights).toMatchObject({ readFollowUps: true, readTags: true, contact: 'full' })
    expect(customerRights('owner', 'own', { inBin: true, readOnly: true }).restore).toBe(false)
  })
})
