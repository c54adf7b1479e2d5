import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '@renderer/components/error-state'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { useRouteCommand, useRouteQuery } from '@renderer/lib/client'
import { CareCard } from './care-card'
import { SecretDialog } from './secret-dialog'

/** Whether this computer keeps a key for the person, kept by the operating system beside the password. */
export function DeviceCard() {
  const { t } = useTranslation('security')
  const toast = useToast()
  const errorToast = useErrorToast()
  const { data: device, error, refetch } = useRouteQuery('vault.getDevice', {})
  const [asking, setAsking] = useState(false)
  const remember = useRouteCommand('vault.rememberDevice')
  const forget = useRouteCommand('vault.forgetDevice')
  if (error && !device) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!device) return null
  const common = { title: t('device.title'), label: t('device.label') }
  if (!device.available)
    return <CareCard {...common} state={t('device.no')} note={t('device.unavailable')} />
  if (device.remembered)
    return (
      <CareCard {...common} state={t('device.yes')} note={t('device.risk')}>
        <Button
          loading={forget.isPending && { delay: 200 }}
          onClick={() =>
            forget.mutate(
              {},
              { onSuccess: () => toast(t('device.forgotten')), onError: errorToast },
            )
          }
        >
          {t('device.forget')}
        </Button>
      </CareCard>
    )
  return (
    <CareCard {...common} state={t('device.no')} note={t('device.risk')}>
      <Button onClick={() => setAsking(true)}>{t('device.remember')}</Button>
      {asking && (
        <SecretDialog
          title={t('device.remember')}
          lead={t('device.lead')}
          action={t('device.remember')}
          busy={remember.isPending}
          error={remember.error}
          onSubmit={(password) =>
            remember.mutate(
              { password },
              {
                onSuccess: () => {
                  setAsking(false)
                  toast(t('device.remembered'))
                },
              },
            )
          }
          onClose={() => setAsking(false)}
        />
      )}
    </CareCard>
  )
}
