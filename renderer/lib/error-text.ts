import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '@shared/core/errors'

/** Words for an error by its code; anything else than an AppError gets the sentence for the unexpected. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('errors')
  return useCallback(
    (error) => {
      if (!(error instanceof AppError)) return t('core.unexpected')
      return t(error.code, { ...error.details, defaultValue: t('core.unexpected') })
    },
    [t],
  )
}
