import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteInput } from '@shared/contract'
import { AppError } from '@shared/core/errors'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useJob } from '@renderer/lib/use-job'

type Selection = RouteInput<'exports.customers'>['selection']

/** Saves customers as CSV, one table at a time; says how many went out and that nothing protects the file. */
export function useCustomerExport() {
  const { t, i18n } = useTranslation('customers')
  const format = useFormat()
  const toast = useToast()
  const errorToast = useErrorToast()
  const { progress, start, finish, cancel } = useJob()
  const running = useRef(false)
  const [busy, setBusy] = useState(false)

  const run = useCallback(
    async (selection: Selection) => {
      if (running.current) return
      running.current = true
      const language = i18n.resolvedLanguage === 'en' ? 'en' : 'zh-CN'
      setBusy(true)
      try {
        const saved = await request('exports.customers', { jobId: start(), selection, language })
        if (saved) toast(t('export.done', { count: saved.rows, shown: format.count(saved.rows) }))
      } catch (error) {
        const isCancelled = error instanceof AppError && error.code === 'core.cancelled'
        if (isCancelled) toast(t('export.cancelled'))
        else errorToast(error)
      }
      finish()
      running.current = false
      setBusy(false)
    },
    [i18n, t, format, toast, errorToast, start, finish],
  )
  return { run, busy, progress, cancel }
}

export type CustomerExport = ReturnType<typeof useCustomerExport>
