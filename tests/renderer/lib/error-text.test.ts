import { describe, expect, it } from 'vitest'
import { coreErrorCodes, type ErrorCode } from '@shared/core/errors'
import { attachmentErrorCodes } from '@shared/features/attachments/attachments.errors'
import { backupErrorCodes } from '@shared/features/backups/backups.errors'
import { calendarErrorCodes } from '@shared/features/calendar/calendar.errors'
import { automationErrorCodes } from '@shared/features/automation/automation.errors'
import { contactErrorCodes } from '@shared/features/contacts/contacts.errors'
import { customFieldErrorCodes } from '@shared/features/custom-fields/custom-fields.errors'
import { customerErrorCodes } from '@shared/features/customers/customers.errors'
import { duplicateErrorCodes } from '@shared/features/duplicates/duplicates.errors'
import { historyErrorCodes } from '@shared/features/history/history.errors'
import { holidayErrorCodes } from '@shared/features/holidays/holidays.errors'
import { importErrorCodes } from '@shared/features/imports/imports.errors'
import { customerRestoreErrorCodes } from '@shared/features/restores/customer-restores.errors'
import { phraseErrorCodes } from '@shared/features/phrases/phrases.errors'
import { qualityErrorCodes } from '@shared/features/quality/quality.errors'
import { serviceCaseErrorCodes } from '@shared/features/service-cases/service-cases.errors'
import { tagErrorCodes } from '@shared/features/tags/tags.errors'
import { taskErrorCodes } from '@shared/features/tasks/tasks.errors'
import { userErrorCodes } from '@shared/features/users/users.errors'
import { vaultErrorCodes } from '@shared/features/vault/vault.errors'
import { createI18n, uiLanguages } from '@renderer/lib/i18n'

const codes: ErrorCode[] = [
  ...coreErrorCodes,
  ...attachmentErrorCodes,
  ...backupErrorCodes,
  ...calendarErrorCodes,
  ...automationErrorCodes,
  ...contactErrorCodes,
  ...customFieldErrorCodes,
  ...customerErrorCodes,
  ...duplicateErrorCodes,
  ...customerRestoreErrorCodes,
  ...historyErrorCodes,
  ...holidayErrorCodes,
  ...importErrorCodes,
  ...phraseErrorCodes,
  ...qualityErrorCodes,
  ...serviceCaseErrorCodes,
  ...tagErrorCodes,
  ...taskErrorCodes,
  ...userErrorCodes,
  ...vaultErrorCodes,
]

describe.each(uiLanguages)('the words of errors in %s', (language) => {
  const t = createI18n(language).getFixedT(language, 'errors')

  it.each(codes)('has a sentence for %s', (code) => {
    expect(t(code, { defaultValue: '' })).toMatch(/[。.]$/)
  })

  it('has no sentence for a code that does not exist', () => {
    const words = createI18n(language).getResourceBundle(language, 'errors') as Record<
      string,
      object
    >
    const listed = Object.entries(words).flatMap(([feature, entries]) =>
      Object.keys(entries).map((name) => `${feature}.${name}`),
    )
    expect(listed.filter((code) => !(codes as string[]).includes(code))).toEqual([])
  })
})
