import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Splits a schema message: `too-long|100` → key `too-long`, value `100`. */
export function parseFieldError(message: string): { key: string; value: string | null } {
  const bar = message.indexOf('|')
  if (bar < 0) return { key: message, value: null }
  return { key: message.slice(0, bar), value: message.slice(bar + 1) }
}

/**
 * Words for the message of a schema (`forms.json`), null for none. Translate while rendering, not when the error is
 * set, so that a switch of language changes errors that already stand.
 */
export function useFieldError(): (message: string | undefined) => string | null {
  const { t } = useTranslation('forms')
  return useCallback(
    (message) => {
      if (!message) return null
      const { key, value } = parseFieldError(message)
      return t(`errors.${key}`, { value, defaultValue: t('errors.invalid') })
    },
    [t],
  )
}
