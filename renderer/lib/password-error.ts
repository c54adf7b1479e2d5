import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '@shared/core/errors'
import { useErrorText } from './error-text'

/** Seconds from which on a wait is said in minutes. */
const sayMinutesFrom = 120

/** 5 秒后再试 · 2 分钟后再试, or null for no wait. */
export function useWaitText(): (seconds: number) => string | null {
  const { t } = useTranslation('vault')
  return useCallback(
    (seconds) => {
      if (!(seconds > 0)) return null
      if (seconds < sayMinutesFrom) return t('unlock.wait', { count: seconds })
      return t('unlock.waitMinutes', { count: Math.ceil(seconds / 60) })
    },
    [t],
  )
}

/** Words for an error, and after a refused password how long the next try has to wait. */
export function usePasswordErrorText(): (error: unknown) => string {
  const errorText = useErrorText()
  const waitText = useWaitText()
  return useCallback(
    (error) => {
      const seconds = error instanceof AppError ? Number(error.details['seconds'] ?? 0) : 0
      return [errorText(error), waitText(seconds)].filter(Boolean).join(' ')
    },
    [errorText, waitText],
  )
}
