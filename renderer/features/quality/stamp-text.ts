import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { QualityStamp } from '@shared/features/quality/quality.schema'
import { useFormat } from '@renderer/lib/format'

/** Who made sure, when and how: 11-20 王小雪 电话回访 (D6). */
export function useStampText(): (stamp: QualityStamp) => string {
  const { t } = useTranslation('quality')
  const format = useFormat()
  return useCallback(
    ({ at, userName, method }) =>
      t('verify.stamp', {
        ...{ date: format.shortDate(at), user: userName, method: t(`method.${method}`) },
      }),
    [t, format],
  )
}
