import { create } from 'zustand'
import type { BackupSummary, BackupTarget } from '@shared/features/backups/backups.contract'
import { systemClock } from '@shared/core/clock'
import { onBookClosed } from '@renderer/lib/book-closed'

type BackupStore = {
  /** Place chosen in this session; null: the one of the last backup is proposed. */
  chosen: BackupTarget | null
  /** Backup that was picked from the list, on its way to the restore page. */
  picked: BackupSummary | null
  /** The backup that is being written; it goes on when the person looks at another page. */
  jobId: string | null
  error: unknown
  /** Whether a drive is let go of after its backup was proven. */
  ejectAfter: boolean
  choose: (target: BackupTarget) => void
  setEjectAfter: (ejectAfter: boolean) => void
  /** When files were proven in this session, by their tokens. */
  checked: Readonly<Record<string, number>>
  noteChecked: (token: string) => void
  pick: (picked: BackupSummary | null) => void
}

const nothing = { chosen: null, picked: null, jobId: null, error: null }

/** What the backup page remembers while the book is open. */
export const useBackupStore = create<BackupStore>((set) => ({
  ...nothing,
  ejectAfter: true,
  choose: (chosen) => set({ chosen }),
  setEjectAfter: (ejectAfter) => set({ ejectAfter }),
  checked: {},
  noteChecked: (token) =>
    set(({ checked }) => ({ checked: { ...checked, [token]: systemClock() } })),
  pick: (picked) => set({ picked }),
}))

onBookClosed(() => useBackupStore.setState(nothing))
