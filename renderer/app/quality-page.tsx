import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { DuplicatesTab } from '@renderer/features/duplicates/duplicates-tab'
import { DuplicateCount } from '@renderer/features/duplicates/duplicate-count'
import { PageHeader } from '@renderer/components/page-header'
import styles from './quality-page.module.css'

/** 数据质量: what to put right, kind by kind. */
export function QualityPage() {
  const { t } = useTranslation('duplicates')
  return (
    <div className={styles.page}>
      <PageHeader title={t('shell:places.quality')} />
      <Tabs
        className={styles.tabs}
        items={[
          {
            key: 'duplicates',
            label: (
              <>
                {t('tab')} <DuplicateCount className={styles.count} />
              </>
            ),
          },
        ]}
      />
      <DuplicatesTab />
    </div>
  )
}
