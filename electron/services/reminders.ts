import type { DueReminder } from '@db/repositories/reminders'
import type { Preferences } from '@shared/features/preferences/preferences.contract'
import type { ItemRef } from '@shared/features/today/today.schema'
import { reminderText } from '@shared/features/today/reminder-words'
import type { Language } from '../cli/language'

/** How often it is looked whether something fell due, in ms. */
export const reminderLookMs = 15_000

type Options = {
  isOpen: () => boolean
  preferences: () => Pick<Preferences, 'reminders' | 'reminderNames' | 'privacyMode'>
  language: () => Language
  /** What fell due since the last call; told once. */
  take: () => Promise<DueReminder[]>
  /** Shows a notification of the desktop. */
  show: (text: { title: string; body: string }, onClick: () => void) => void
  /** The person clicked on one: about one item, or about several. */
  onClick: (item: ItemRef | null) => void
  /** Something fell due: the window looks anew. */
  onDue: () => void
}

/**
 * Notifications of the desktop for what falls due, while a book is open and never while it is locked (R070). Without names unless the
 * person wants them; in privacy mode nothing but a number.
 */
export function createReminders(options: Options) {
  const { isOpen, preferences, take, show } = options
  let isLooking = false

  async function look(): Promise<void> {
    if (isLooking || !isOpen() || !preferences().reminders) return
    isLooking = true
    try {
      const due = await take()
      if (due.length > 0 && isOpen()) tell(due)
    } finally {
      isLooking = false
    }
  }

  function tell(due: DueReminder[]): void {
    const { privacyMode, reminderNames } = preferences()
    const detail = privacyMode ? 'number' : reminderNames ? 'names' : 'kinds'
    const [first] = due
    show(reminderText(due, detail, options.language()), () =>
      options.onClick(due.length === 1 && first ? first.ref : null),
    )
    options.onDue()
  }

  // A book that locks in between fails the look, not the program.
  const timer = setInterval(() => void look().catch(() => undefined), reminderLookMs)
  timer.unref()
  return { look, stop: () => clearInterval(timer) }
}
