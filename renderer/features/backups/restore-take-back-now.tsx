import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorToast } from '@renderer/lib/announce'
import { useRouteQuery } from '@renderer/lib/client'
import { TakeBackDialog } from './restore-take-back'
import { useTakeBack } from './use-take-back'

/** Undoes the restore that has just been done. */
export function TakeBackNow({ folderName }: { folderName: string }) {
  const { t } = useTranslation('backups')
  const errorToast = useErrorToast()
  const { data } = useRouteQuery('backups.listKept', {})
  const [asking, setAsking] = useState(false)
  const take = useTakeBack(errorToast)
  const kept = data?.kept.find((one) => one.folderName === folderName)
  if (!kept) return null
  return (
    <>
      <Button loading={take.busy !== null} onClick={() => setAsking(true)}>
        {t('kept.takeNow')}
      </Button>
      {asking && (
        <TakeBackDialog
          kept={kept}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            take.start(kept.token)
          }}
        />
      )}
    </>
  )
}
