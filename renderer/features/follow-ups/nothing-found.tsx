import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@renderer/components/empty-state'
import { coverText, usePrivacy } from '@renderer/lib/privacy'

/** What was looked for is not on the timeline; says so and offers to look at all of it. */
export function NothingFound({ text, onDrop }: { text: string; onDrop: () => void }) {
  const { t } = useTranslation('follow-ups')
  const covered = usePrivacy()
  return (
    <EmptyState
      flush
      text={
        text === ''
          ? t('filter.noneOfKind')
          : t('filter.nothing', { text: covered ? coverText(text) : text })
      }
      actions={
        <Button onClick={onDrop}>
          {t(text === '' ? 'filter.dropFilter' : 'filter.dropSearch')}
        </Button>
      }
    />
  )
}
