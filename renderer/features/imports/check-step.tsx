import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { useFormat } from '@renderer/lib/format'
import { AgainNote } from './again-note'
import { cancelJob, commitImport, goTo } from './import-actions'
import { ImportError } from './import-error'
import { useImportStore } from './import-store'
import { ProblemCard } from './problem-card'
import { ProblemTable } from './problem-table'
import { StepFrame } from './step-frame'
import styles from './check-step.module.css'

/** Third page: every row that needs a look, and the button that writes. */
export function CheckStep() {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { plan, job, progress, error, shownCode } = useImportStore()
  if (!plan) return null
  const isWriting = job?.kind === 'write'
  // Once every row is with the database, the writing is one step that cannot be stopped half way.
  const isHandedOver = progress !== null && progress.done === progress.total
  const problems = plan.problems.filter(({ code }) => shownCode === null || code === shownCode)
  const good = { count: plan.goodRows, shown: format.count(plan.goodRows) }
  return (
    <StepFrame
      side={<ProblemCard plan={plan} />}
      remark={[
        t('check.good', good),
        plan.badRows > 0
          ? t('check.bad', { count: plan.badRows, shown: format.count(plan.badRows) })
          : '',
        t('nothingYet'),
      ]}
      actions={
        <>
          <Button disabled={isWriting} onClick={() => goTo('mapping')}>
            {t('common:previous')}
          </Button>
          <Button
            type="primary"
            loading={isWriting}
            disabled={plan.goodRows === 0}
            onClick={() => void commitImport()}
          >
            {t('check.commit', good)}
          </Button>
        </>
      }
    >
      {isWriting && (
        <JobProgressBar
          progress={progress}
          {...(isHandedOver ? {} : { onCancel: () => void cancelJob() })}
        />
      )}
      {error !== null && <ImportError error={error} />}
      {!isWriting && <AgainNote fileName={plan.fileName} />}
      <div className={styles.head}>
        <h2 className={styles.title}>
          {shownCode === null ? t('check.title') : t(`problem.${shownCode}.what`)}
        </h2>
        {shownCode !== null && (
          <Button type="link" size="small" onClick={() => goTo('check')}>
            {t('check.all')}
          </Button>
        )}
      </div>
      {problems.length === 0 ? (
        <p className={styles.clean}>{t('problems.none')}</p>
      ) : (
        <ProblemTable problems={problems} />
      )}
    </StepFrame>
  )
}
