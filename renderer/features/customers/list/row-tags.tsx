import type { CustomerRow } from '@shared/features/customers/customers.schema'
import { TagChip } from '@renderer/components/tag-chip'
import styles from './row-tags.module.css'

const most = 2

/** At most two tags of a row, then how many more; the rest is in the tooltip. */
export function RowTags({ tags, onSelected }: { tags: CustomerRow['tags']; onSelected: boolean }) {
  const rest = tags.slice(most)
  return (
    <span className={styles.tags}>
      {tags.slice(0, most).map((tag) => (
        <TagChip key={tag.id} {...{ type: tag.type, name: tag.name, color: tag.color, onSelected }} />
      ))}
      {rest.length > 0 && (
        <span className={styles.rest} title={rest.map(({ name }) => name).join(' · ')}>
          +{rest.length}
        </span>
      )}
    </span>
  )
}
