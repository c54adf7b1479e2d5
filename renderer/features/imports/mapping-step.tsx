import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { countColumns, hasNameColumn } from '@shared/features/imports/imports.rules'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { Note } from '@renderer/components/note'
import { useFormat } from '@renderer/lib/format'
import { EncodingSelect } from './encoding-select'
import { cancelJob, goTo, readFile, startOver } from './import-actions'
import { ImportError } from './import-error'
import { useImportStore } from './import-store'
import { MappingTable } from './mapping-table'
import { PreviewCard } from './preview-card'
import { ProblemCard } from './problem-card'
import { StepFrame } from './step-frame'
import styles from './mapping-step.module.css'

/** Second page: which column goes to which field, with one real row and the problems beside it. */
export function MappingStep() {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { plan, job, progress, remapping, recalled, error } = useImportStore()
  if (!plan) return null
  const counts = countColumns(plan.columns)
  const named = hasNameColumn(plan.columns)
  return (
    <StepFrame
      side={
        <>
          <PreviewCard rows={plan.preview} total={plan.goodRows} />
          <ProblemCard plan={plan} />
        </>
      }
      remark={[
        t('mapping.mapped', { count: counts.mapped }),
        counts.inNotes > 0 ? t('mapping.inNotes', { count: counts.inNotes }) : '',
        counts.ignored > 0 ? t('mapping.ignored', { count: counts.ignored }) : '',
        t('nothingYet'),
      ]}
      actions={
        <>
          <Button disabled={job !== null} onClick={() => void startOver()}>
            {t('common:previous')}
          </Button>
          <Button
            type="primary"
            disabled={!named || job !== null || remapping}
            loading={remapping}
            onClick={() => goTo('check')}
          >
            {t('mapping.check', { count: plan.totalRows, shown: format.count(plan.totalRows) })}
          </Button>
        </>
      }
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{t('mapping.title')}</h2>
        {recalled && <span className={styles.recalled}>{t('mapping.recalled')}</span>}
        <label className={styles.encoding}>
          {t('encoding.label')}
          <EncodingSelect
            value={plan.encoding}
            disabled={job !== null}
            onChange={(encoding) => void readFile(encoding)}
          />
        </label>
      </div>
      {job?.kind === 'read' && (
        <JobProgressBar progress={progress} onCancel={() => void cancelJob()} />
      )}
      {error !== null && <ImportError error={error} />}
      {!named && <Note tone="warn">{t('mapping.noName')}</Note>}
      {plan.keptOut > 0 && <Note tone="info">{t('mapping.keptOut', { count: plan.keptOut })}</Note>}
      <MappingTable columns={plan.columns} disabled={job !== null} />
    </StepFrame>
  )
}
