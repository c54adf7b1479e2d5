import { describe, expect, it } from 'vitest'
import { createI18n, uiLanguages } from '@renderer/lib/i18n'
import { parseFieldError } from '@renderer/lib/field-error'
import { customerInput } from '@shared/features/customers/customers.schema'
import { bookName, newPassword } from '@shared/features/vault/vault.schema'

const messagesOf = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  (result.error?.issues ?? []).map((issue) => issue.message)

const messages = [
  ...messagesOf(
    customerInput.safeParse({
      kind: 'person',
      name: '',
      email: 'nobody',
      idCard: '123',
      birthDate: '2026-13-40',
      phone: '1'.repeat(41),
    }),
  ),
  ...messagesOf(customerInput.safeParse({ kind: 'person', name: '苏知秋', stage: 'lost' })),
  ...messagesOf(newPassword.safeParse('short')),
  ...messagesOf(bookName.safeParse('a/b')),
]

describe('messages of schemas', () => {
  it('split into key and number', () => {
    expect(parseFieldError('too-long|100')).toEqual({ key: 'too-long', value: '100' })
    expect(parseFieldError('required')).toEqual({ key: 'required', value: null })
  })

  it('cover every kind that the forms can meet', () => {
    expect(new Set(messages.map((message) => parseFieldError(message).key))).toEqual(
      new Set([
        'required',
        'email',
        'id-card',
        'date',
        'too-long',
        'lost-reason-required',
        'password-short',
        'file-name',
      ]),
    )
  })

  it.each(uiLanguages)('all have words in %s', (language) => {
    const t = createI18n(language).getFixedT(language, 'forms')
    for (const message of messages) {
      const { key, value } = parseFieldError(message)
      expect(t(`errors.${key}`, { value, defaultValue: '' }), message).not.toBe('')
    }
  })
})
