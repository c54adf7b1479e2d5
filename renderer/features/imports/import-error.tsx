import { useTranslation } from 'react-i18next'
import { AppError } from '@shared/core/errors'
import { Note } from '@renderer/components/note'
import { useErrorText } from '@renderer/lib/error-text'

/** What went wrong with the file, and what to do about it where the program can tell. */
export function ImportError({ error }: { error: unknown }) {
  const { t } = useTranslation('imports')
  const errorText = useErrorText()
  const details = error instanceof AppError ? error.details : {}
  return (
    <Note tone="error">
      {errorText(error)}
      {details.kind === 'excel' && ` ${t('hint.excel')}`}
      {typeof details.row === 'number' && ` ${t('hint.row', { row: details.row })}`}
    </Note>
  )
}
