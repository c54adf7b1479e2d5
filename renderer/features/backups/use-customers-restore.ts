import { useCallback, useEffect, useRef, useState } from 'react'
import type { RouteOutput } from '@shared/contract'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import type {
  RestorableRow,
  RestoreChoice,
  RestoreMode,
} from '@shared/features/restores/customer-restores.schema'
import { request, useRouteCommand } from '@renderer/lib/client'
import { useJob } from '@renderer/lib/use-job'

type Secret = { userUid: string | null; secret: string }
export type Opened = RouteOutput<'customer-restores.open'>
export type Chosen = { row: RestorableRow; mode: RestoreMode }

/** Opens a backup for taking customers from it, first with the keys of the open book, and closes it at the end. */
export function useOpenedBackup({ token }: BackupSummary) {
  const job = useJob()
  const open = useRouteCommand('customer-restores.open')
  const { mutate } = open
  const { start, finish, cancel } = job
  const [opened, setOpened] = useState<Opened | null>(null)
  const begun = useRef(false)

  const tryOpen = useCallback(
    (secret: Secret | null) =>
      mutate(
        { jobId: start(), file: token, ...(secret ?? {}) },
        { onSuccess: setOpened, onSettled: finish },
      ),
    [mutate, start, finish, token],
  )
  useEffect(() => {
    // Once, also where effects run twice: each opening copies the whole backup.
    if (begun.current) return
    begun.current = true
    tryOpen(null)
  }, [tryOpen])
  return {
    opened,
    running: open.isPending,
    progress: job.progress,
    error: open.error,
    needsSecret: open.error !== null && open.error.code !== 'core.cancelled',
    tryOpen,
    /** Ends what runs, and takes the copy away. */
    leave: async () => {
      if (open.isPending) await cancel()
      await request('customer-restores.close', {}).catch(() => undefined)
    },
    cancel,
  }
}

/** The customers that are to come back, and how. */
export function useChosen() {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Chosen>>(new Map())
  const change = (edit: (next: Map<string, Chosen>) => void) =>
    setChosen((before) => {
      const next = new Map(before)
      edit(next)
      return next
    })
  const choices: RestoreChoice[] = [...chosen.values()].map(({ row, mode }) => ({
    uid: row.uid,
    mode,
  }))
  return {
    chosen,
    choices,
    toggle: (row: RestorableRow) =>
      change((next) => {
        if (!next.delete(row.uid)) next.set(row.uid, { row, mode: 'fill' })
      }),
    setMode: (uid: string, mode: RestoreMode) =>
      change((next) => {
        const found = next.get(uid)
        if (found) next.set(uid, { ...found, mode })
      }),
    drop: (uid: string) => change((next) => void next.delete(uid)),
  }
}
