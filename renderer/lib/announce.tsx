import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from './error-text'
import { request } from './request'
import { useToastStore } from './toast-store'

/** Says in a toast what was done; no undo in it. */
export function useToast(): (text: string) => void {
  const show = useToastStore((state) => state.show)
  return useCallback((text) => show({ tone: 'done', text, undo: null }), [show])
}

/** Says in a toast what went wrong, for actions that have no place of their own on the page. */
export function useErrorToast(): (error: unknown) => void {
  const show = useToastStore((state) => state.show)
  const errorText = useErrorText()
  return useCallback(
    (error) => show({ tone: 'error', text: errorText(error), undo: null }),
    [show, errorText],
  )
}

/**
 * Says what the last command did and offers 撤销. Call it right after the command answered; `undo` replaces the undo of
 * the journal where something else has to be taken back.
 */
export function useUndoToast(): (text: string, undo?: () => Promise<void>) => void {
  const { t } = useTranslation('common')
  const show = useToastStore((state) => state.show)
  const errorToast = useErrorToast()
  return useCallback(
    (text, undo) => {
      const last = undo ? null : lastCommandId()
      const takeBack = undo ?? (async () => undoCommand(await last))
      show({
        tone: 'done',
        text,
        undo: async () => {
          try {
            await takeBack()
            show({ tone: 'done', text: t('undone'), undo: null })
          } catch (error) {
            errorToast(error)
          }
        },
      })
    },
    [show, errorToast, t],
  )
}

/**
 * Runs a command and says what it did with 撤销, or what went wrong. The work answers what is to be said, null for nothing; whether it
 * went well comes back.
 */
export function useAttempt(): (work: () => Promise<string | null>) => Promise<boolean> {
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  return useCallback(
    async (work) => {
      try {
        const said = await work()
        if (said !== null) undoToast(said)
        return true
      } catch (error) {
        errorToast(error)
        return false
      }
    },
    [undoToast, errorToast],
  )
}

/** Asked at once, so that a later command is not taken back in place of the one that the toast speaks of. */
async function lastCommandId(): Promise<number | null> {
  try {
    const { undo } = await request('history.getState', {})
    return undo?.commandId ?? null
  } catch {
    return null
  }
}

async function undoCommand(commandId: number | null): Promise<void> {
  await request('history.undo', { commandId })
}
