import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '@shared/core/errors'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useCommandWords } from './use-command-words'

/**
 * Takes back or brings back one command of the history. Where newer changes are in the way, `onConflict` is told which command.
 */
export function useReversal(onConflict: (commandId: number) => void) {
  const { t } = useTranslation('history')
  const toast = useToast()
  const errorToast = useErrorToast()
  const words = useCommandWords()
  const [busy, setBusy] = useState<number | null>(null)

  async function reverse(way: 'undo' | 'redo', commandId: number): Promise<void> {
    if (busy !== null) return
    setBusy(commandId)
    try {
      const { route } = await request(`history.${way}`, { commandId })
      toast(t(way === 'undo' ? 'undone' : 'redone', { what: words.nameOf(route) }))
    } catch (error) {
      if (error instanceof AppError && error.code === 'history.conflict') onConflict(commandId)
      else errorToast(error)
    } finally {
      setBusy(null)
    }
  }

  return { busy, reverse }
}
