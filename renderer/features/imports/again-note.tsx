import { useTranslation } from 'react-i18next'
import { Note } from '@renderer/components/note'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'

/** Says that a file of this name went in before and was not taken back: importing it again makes copies. */
export function AgainNote({ fileName }: { fileName: string }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { data } = useRouteQuery('imports.list', {})
  const before = data?.batches.find((batch) => batch.fileName === fileName && !batch.undone)
  if (!before) return null
  return (
    <Note tone="warn">
      {t('check.again', {
        when: format.day(before.at),
        count: before.customers,
        shown: format.count(before.customers),
      })}
    </Note>
  )
}
