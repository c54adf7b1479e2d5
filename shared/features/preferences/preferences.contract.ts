import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { none } from '@shared/core/schemas'

export const languages = ['system', 'zh-CN', 'en'] as const
export const themes = ['system', 'light', 'dark'] as const
export const densities = ['comfortable', 'compact'] as const

/** Settings of this computer, outside the book and free of personal data; used before the book is open. */
export const preferences = z.strictObject({
  language: z.enum(languages).default('system'),
  theme: z.enum(themes).default('system'),
  density: z.enum(densities).default('comfortable'),
})
export type Preferences = z.output<typeof preferences>

export const preferencesContract = {
  'preferences.get': query({
    home: 'main',
    permission: 'public',
    input: none,
    output: preferences.extend({
      systemLanguage: z.enum(['zh-CN', 'en']),
      appVersion: z.string(),
      platform: z.enum(['linux', 'darwin', 'win32']),
    }),
  }),
  'preferences.set': command({
    home: 'main',
    permission: 'public',
    input: z.strictObject({
      language: z.enum(languages).optional(),
      theme: z.enum(themes).optional(),
      density: z.enum(densities).optional(),
    }),
    output: preferences,
    invalidates: ['preferences'],
  }),
} as const
