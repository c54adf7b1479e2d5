import { useTranslation } from 'react-i18next'
import { AppError } from '@shared/core/errors'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { useRouteCommand, useRouteQuery } from '@renderer/lib/client'
import { useHistoryPanel } from '@renderer/lib/history-panel'
import { useRights } from '@renderer/lib/use-rights'

/** Undo and redo of one's own commands, with the words of what they would do. */
export function useHistory() {
  const { t } = useTranslation('shell')
  const toast = useToast()
  const errorToast = useErrorToast()
  const openPanel = useHistoryPanel((state) => state.open)
  const allowed = useRights().allowed('history.undo')
  const { data } = useRouteQuery('history.getState', {}, { enabled: allowed })
  const undoCommand = useRouteCommand('history.undo')
  const redoCommand = useRouteCommand('history.redo')

  const nameOf = (route: string) => t(`command.${route}`, { defaultValue: t('command.other') })
  const undoable = data?.undo ?? null
  const redoable = data?.redo ?? null

  /** Newer changes in the way are shown where they can be looked at. */
  function explain(error: unknown, commandId: number): void {
    errorToast(error)
    if (error instanceof AppError && error.code === 'history.conflict') openPanel(commandId)
  }

  async function undo(): Promise<void> {
    if (!undoable || undoCommand.isPending) return
    try {
      const { route } = await undoCommand.mutateAsync({ commandId: undoable.commandId })
      toast(t('undone', { what: nameOf(route) }))
    } catch (error) {
      explain(error, undoable.commandId)
    }
  }

  async function redo(): Promise<void> {
    if (!redoable || redoCommand.isPending) return
    try {
      const { route } = await redoCommand.mutateAsync({})
      toast(t('redone', { what: nameOf(route) }))
    } catch (error) {
      explain(error, redoable.commandId)
    }
  }

  return {
    /** False for roles that change nothing: they have nothing to take back. */
    allowed,
    undo,
    redo,
    /** Shows all that was done. */
    open: () => openPanel(),
    canUndo: undoable !== null,
    canRedo: redoable !== null,
    undoLabel: undoable ? t('undoWhat', { what: nameOf(undoable.route) }) : t('nothingToUndo'),
    redoLabel: redoable ? t('redoWhat', { what: nameOf(redoable.route) }) : t('nothingToRedo'),
  }
}
