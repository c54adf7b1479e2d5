import { describe, expect, it } from 'vitest'
import { roles } from '@shared/core/permissions'
import {
  folderVerdicts,
  headerCopySources,
  vaultProblems,
} from '@shared/features/vault/vault.schema'
import { offersOf } from '@renderer/features/vault/problem-offers'
import { createI18n, uiLanguages } from '@renderer/lib/i18n'

describe.each(uiLanguages)('the words of the vault in %s', (language) => {
  const t = createI18n(language).getFixedT(language, 'vault')

  it.each(vaultProblems)('say of %s what happened, what is safe and what to do', (kind) => {
    for (const part of ['title', 'happened', 'safe', 'todo'])
      expect(t(`problem.${kind}.${part}`, { defaultValue: '' }), part).not.toBe('')
  })

  it.each(folderVerdicts.filter((verdict) => verdict !== 'ok'))(
    'give the reason for %s',
    (verdict) => {
      expect(t(`verdict.${verdict}`, { defaultValue: '', service: 'x' })).not.toBe('')
    },
  )

  it.each(headerCopySources)('say where the copy %s lies, and name its button', (source) => {
    expect(t(`copies.place.${source}`, { defaultValue: '' })).not.toBe('')
    expect(t(`copies.use.${source}`, { defaultValue: '' })).not.toBe('')
  })

  it('have one for each strength of a password', () => {
    const words = [0, 1, 2, 3, 4].map((score) => t(`strength.score.${score}`, { defaultValue: '' }))
    expect(words).not.toContain('')
    expect(new Set(words).size).toBe(5)
  })

  it.each(vaultProblems.flatMap((kind) => offersOf({ kind })))('name the offer %s', (offer) => {
    expect(t(`offer.${offer}`, { defaultValue: '' })).not.toBe('')
  })

  it.each(roles)('name the role %s', (role) => {
    expect(t(`common:role.${role}`, { defaultValue: '' })).not.toBe('')
  })
})
