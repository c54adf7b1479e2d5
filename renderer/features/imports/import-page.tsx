import { Button, Steps } from 'antd'
import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '@renderer/components/page-header'
import { useFormat } from '@renderer/lib/format'
import { CheckStep } from './check-step'
import { FileStep } from './file-step'
import { startOver } from './import-actions'
import styles from './import-page.module.css'
import { importSteps, useImportStore } from './import-store'
import { MappingStep } from './mapping-step'
import { ResultStep } from './result-step'
import { useImportProgress } from './use-import-progress'

const pages = {
  file: FileStep,
  mapping: MappingStep,
  check: CheckStep,
  result: ResultStep,
} as const

/** 导入: choose a file, map its columns, check, write; nothing is written before the last step (R052). */
export function ImportPage() {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { step, file, plan, job } = useImportStore()
  useImportProgress()
  const Page = pages[step]
  const canCancel = (step === 'mapping' || step === 'check') && job === null
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('title')}
        {...(file && step !== 'file'
          ? {
              extra: (
                <span className={styles.file}>
                  <FileText size={14} strokeWidth={1.6} aria-hidden />
                  {file.fileName}
                  {plan &&
                    ` · ${t('rows', { shown: format.count(plan.totalRows), count: plan.totalRows })}`}
                </span>
              ),
            }
          : {})}
        {...(canCancel
          ? {
              actions: (
                <Button type="text" onClick={() => void startOver()}>
                  {t('common:cancel')}
                </Button>
              ),
            }
          : {})}
      />
      <div className={styles.steps}>
        <Steps
          size="small"
          current={importSteps.indexOf(step)}
          items={importSteps.map((name) => ({ title: t(`step.${name}`) }))}
        />
      </div>
      <Page />
    </div>
  )
}
