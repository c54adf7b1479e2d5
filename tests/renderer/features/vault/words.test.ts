import { describe, expect, it } from 'vitest'
import { roles } from '@shared/core/permissions'
import { folderVerdicts, vaultProblems } from '@shared/features/vault/vault.schema'
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

  it.each(roles)('name the role %s', (role) => {
    expect(t(`common:role.${role}`, { defaultValue: '' })).not.toBe('')
  })
})
