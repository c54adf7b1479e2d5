import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { none } from '@shared/core/schemas'

export const languages = ['system', 'zh-CN', 'en'] as const
export const themes = ['system', 'light', 'dark'] as const
export const densities = ['comfortable', 'compact'] as const
export const lockMinutes = [1, 2, 5, 10, 15, 30, 60] as const

/** Settings of this computer, outside the book and free of personal data; used before the book is open. */
export const preferences = z.strictObject({
  language: z.enum(languages).default('system'),
  theme: z.enum(themes).default('system'),
  density: z.enum(densities).default('comfortable'),
  /** Minutes without a key or mouse in the window after which the book locks. */
  lockAfterMinutes: z.union(lockMinutes.map((minutes) => z.literal(minutes))).default(5),
  /** Everything personal on the screen is covered. */
  privacyMode: z.boolean().default(false),
  /** The system is asked to keep the window out of pictures and recordings of the screen (Windows, macOS). */
  captureProtection: z.boolean().default(false),
  /** The desktop tells what falls due while a book is open. */
  reminders: z.boolean().default(true),
  /** With names and texts, which the system shows over other programs and keeps. */
  reminderNames: z.boolean().default(false),
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
      lockAfterMinutes: z.union(lockMinutes.map((minutes) => z.literal(minutes))).optional(),
      privacyMode: z.boolean().optional(),
      captureProtection: z.boolean().optional(),
      reminders: z.boolean().optional(),
      reminderNames: z.boolean().optional(),
    }),
    output: preferences,
    invalidates: ['preferences'],
  }),
} as const
