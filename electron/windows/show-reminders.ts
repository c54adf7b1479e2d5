import { app, Notification } from 'electron'
import { chooseLanguage } from '../cli/language'
import type { MainContext } from '../ipc/main-context'
import { createReminders } from '../services/reminders'

/** Shown ones, so that their click still arrives: one that is not held is collected. */
const shown = new Set<Notification>()
const mostHeld = 20

/** Starts the notifications of what falls due; a click comes to the window and to the item. */
export function startReminders({ vault, data, preferences, window, emit }: MainContext): void {
  createReminders({
    isOpen: () => vault.session() !== null,
    preferences: () => preferences.get(),
    language: () => chooseLanguage(preferences.get().language, {}, app.getLocale()),
    take: async () => (await data.call('reminders.take', null)).due,
    show({ title, body }, onClick) {
      if (!Notification.isSupported()) return
      const notification = new Notification({ title, body })
      notification.on('click', onClick)
      shown.add(notification)
      for (const old of [...shown].slice(0, -mostHeld)) shown.delete(old)
      notification.show()
    },
    onClick(item) {
      const opened = window()
      if (opened.isMinimized()) opened.restore()
      opened.show()
      opened.focus()
      if (vault.session() !== null) emit({ type: 'reminder.opened', item })
    },
    onDue: () => emit({ type: 'data.changed', topics: ['today', 'notices'] }),
  })
}
