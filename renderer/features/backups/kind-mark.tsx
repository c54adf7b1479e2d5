import type { BackupKind } from '@shared/features/backups/backup-manifest.schema'

const shapes: Record<BackupKind, { colour: string; shape: React.ReactNode }> = {
  full: {
    colour: 'var(--kb-stage-repeat)',
    shape: <rect x="1" y="1" width="8" height="8" rx="1" />,
  },
  differential: { colour: 'var(--kb-stage-intent)', shape: <path d="M5 0 10 5 5 10 0 5z" /> },
  incremental: { colour: 'var(--kb-stage-won)', shape: <circle cx="5" cy="5" r="4.5" /> },
}

/** Square, diamond or circle by the kind of a backup; always beside its word. */
export function KindMark({ kind }: { kind: BackupKind }) {
  const { colour, shape } = shapes[kind]
  return (
    <svg
      width="10"
      height="10"
      viewBox="0 0 10 10"
      aria-hidden
      style={{ fill: colour, flex: 'none' }}
    >
      {shape}
    </svg>
  )
}
