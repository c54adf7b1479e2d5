import { Button, Dropdown } from 'antd'
import { CalendarArrowDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { CalendarImportDialog } from './calendar-import-dialog'
import type { CalendarFiles } from './use-calendar-files'

/** 日历文件: out to a phone's calendar, and in from one. */
export function CalendarMenu({ files }: { files: CalendarFiles }) {
  const { t } = useTranslation('tasks')
  return (
    <>
      <Dropdown
        trigger={['click']}
        disabled={files.busy}
        menu={{
          items: [
            { key: 'mine', label: t('file.saveMine') },
            { key: 'all', label: t('file.saveAll') },
            { type: 'divider' },
            { key: 'read', label: t('file.read') },
          ],
          onClick: ({ key }) => {
            if (key === 'read') void files.read()
            else void files.save(key === 'all' ? 'all' : 'mine')
          },
        }}
      >
        <Button icon={<CalendarArrowDown size={16} strokeWidth={1.6} aria-hidden />}>
          {t('file.menu')}
        </Button>
      </Dropdown>
      {files.plan && (
        <CalendarImportDialog key={files.plan.importId} {...{ files }} plan={files.plan} />
      )}
    </>
  )
}

/** Where a long file stands, with 取消. */
export function CalendarProgress({ files }: { files: CalendarFiles }) {
  if (!files.progress || (files.progress.total ?? 0) < 2000) return null
  return <JobProgressBar progress={files.progress} onCancel={() => void files.cancel()} />
}
