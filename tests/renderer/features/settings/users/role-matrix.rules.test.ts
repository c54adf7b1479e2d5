import { describe, expect, it } from 'vitest'
import { accessByRole, permissions, roles } from '@shared/core/permissions'
import {
  isPartly,
  matrixRows,
  verdictOf,
  type MatrixRow,
} from '@renderer/features/settings/users/role-matrix.rules'
import { createI18n, uiLanguages } from '@renderer/lib/i18n'

const row = (id: MatrixRow['id']) => matrixRows.find((one) => one.id === id) ?? matrixRows[0]

describe('the matrix of roles', () => {
  it('says of a permission what the table of rights says', () => {
    for (const one of matrixRows)
      if ('permission' in one)
        for (const role of roles)
          expect(verdictOf(role, one)).toBe(accessByRole[role].scopes[one.permission])
  })

  it('says of a part of a record the most that a role sees of any', () => {
    expect(verdictOf('sales', row('contact'))).toBe('own')
    expect(verdictOf('marketing', row('contact'))).toBe('masked')
    expect(verdictOf('finance', row('contact'))).toBe('none')
    expect(verdictOf('finance', row('money'))).toBe('all')
    expect(verdictOf('manager', row('idNumber'))).toBe('masked')
    expect(verdictOf('owner', row('idNumber'))).toBe('all')
  })

  it('tells that salespeople see what is not theirs masked', () => {
    expect(isPartly('sales', row('contact'))).toBe(true)
    expect(isPartly('sales', row('money'))).toBe(false)
    expect(isPartly('owner', row('contact'))).toBe(false)
  })

  it('shows the owner able to do everything', () => {
    for (const one of matrixRows) expect(verdictOf('owner', one), one.id).toBe('all')
  })

  it('tells any two roles apart', () => {
    const columns = roles.map((role) => matrixRows.map((one) => verdictOf(role, one)).join())
    expect(new Set(columns).size).toBe(roles.length)
  })

  it('leaves out no permission that a person would ask about', () => {
    const shown = new Set(matrixRows.flatMap((one) => ('permission' in one ? one.permission : [])))
    const implied = [
      'public',
      'self',
      'customers.release',
      'follow-ups.read',
      'tags.read',
      'tasks.read',
      'service-cases.read',
      'history.undo',
      'vault.manage',
    ]
    expect(permissions.filter((one) => !shown.has(one as never))).toEqual(implied)
  })

  it.each(uiLanguages)('has words in %s for each line, verdict and role', (language) => {
    const t = createI18n(language).getFixedT(language, 'users')
    for (const { id } of matrixRows)
      expect(t(`matrix.row.${id}`, { defaultValue: '' }), id).not.toBe('')
    for (const verdict of ['all', 'own', 'masked', 'none'])
      expect(t(`matrix.verdict.${verdict}`, { defaultValue: '' }), verdict).not.toBe('')
    for (const role of roles) expect(t(`roleLine.${role}`, { defaultValue: '' }), role).not.toBe('')
  })
})
