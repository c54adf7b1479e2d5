import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteOutput } from '@shared/contract'
import type { Stage } from '@shared/features/customers/customers.enums'
import styles from './stage-dialog.module.css'

/** Many customers of whom some lack what the stage asks for: who and what, and whether to move those too. */
export function GateList({
  ids,
  stage,
  check,
  onMove,
}: {
  ids: number[]
  stage: Stage
  check: RouteOutput<'lifecycle.check'>
  onMove: (ids: number[]) => Promise<void>
}) {
  const { t } = useTranslation('customers')
  const [busy, setBusy] = useState(false)
  const { missing, total, ready } = check
  const move = (chosen: number[]) => {
    setBusy(true)
    void onMove(chosen).finally(() => setBusy(false))
  }
  return (
    <div className={styles.gate}>
      <p className={styles.lead}>
        {t('stageDialog.lacking', { count: total, stage: t(`common:stage.${stage}`) })}
      </p>
      <ul className={styles.lacking}>
        {missing.map(({ id, name, fields, custom }) => (
          <li key={id}>
            <span data-private className={styles.lackingName}>
              {name}
            </span>
            <span className={styles.lackingFields}>
              {[...fields.map((field) => t(`stageDialog.field.${field}`)), ...custom].join(
                t('list.and'),
              )}
            </span>
          </li>
        ))}
        {total > missing.length && (
          <li className={styles.lackingFields}>
            {t('stageDialog.andMore', { count: total - missing.length })}
          </li>
        )}
      </ul>
      <div className={styles.actions}>
        {ready.length > 0 && (
          <Button disabled={busy} onClick={() => move(ready)}>
            {t('stageDialog.onlyReady', { count: ready.length })}
          </Button>
        )}
        <Button type="primary" autoFocus loading={busy} onClick={() => move(ids)}>
          {t('stageDialog.all', { count: ids.length })}
        </Button>
      </div>
    </div>
  )
}
