import type { BackupKind } from '@shared/features/backups/backup-manifest.schema'
import styles from './backup-table.module.css'
import type { ChainLines } from './chain-lines'
import { KindMark } from './kind-mark'

/** Lanes in px from the left of the cell. */
const lane = 8
const side = 19
const width = 24
/** Height of a row with its upper border, and half of it. */
const height = 40
const middle = height / 2
/** Free space between a mark and its line. */
const gap = 7

/** The mark of a backup on the line that joins it to what it is built on; drawn only, the words stand beside it. */
export function ChainMark({ kind, lines }: { kind: BackupKind; lines: ChainLines }) {
  const paths = [
    lines.up && `M${lane} 0V${middle - gap}`,
    lines.down && `M${lane} ${middle + gap}V${height}`,
    lines.passes && `M${side} 0V${height}`,
    lines.leaves && `M${lane + gap} ${middle}H${side - 4}q4 0 4 4V${height}`,
    lines.arrives && `M${side} 0V${middle - 4}q0 4 -4 4H${lane + gap}`,
  ].filter((path) => path !== false)
  return (
    <span className={styles.chain} aria-hidden>
      <svg width={width} height={height} className={styles.chainLine}>
        <path d={paths.join('')} />
      </svg>
      <span className={styles.chainMark}>
        <KindMark kind={kind} />
      </span>
    </span>
  )
}
