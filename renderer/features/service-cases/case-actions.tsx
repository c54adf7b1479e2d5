import { Button, Dropdown } from 'antd'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpenCase } from '@shared/features/service-cases/service-cases.rules'
import type { CaseEntry } from '@shared/features/service-cases/service-cases.schema'
import { CaseDialog } from './case-dialog'
import styles from './case-details.module.css'
import { FinishForm } from './finish-form'
import { useCaseCommands } from './use-case-commands'

/** The steps that a case may take from where it stands; ending it asks how it ended, and closing how content they were. */
export function CaseActions({ entry }: { entry: CaseEntry }) {
  const { t } = useTranslation('service-cases')
  const commands = useCaseCommands()
  const [ending, setEnding] = useState<'resolved' | 'closed' | null>(null)
  const [editing, setEditing] = useState(false)
  const { id, status } = entry
  const isOpen = isOpenCase(entry)
  const move = (to: 'open' | 'in-progress' | 'waiting') => void commands.move({ id, to })

  if (ending)
    return (
      <FinishForm
        entry={entry}
        to={ending}
        onSave={async (change) => {
          if (await commands.move({ id, to: ending, ...change })) setEnding(null)
        }}
        onClose={() => setEnding(null)}
      />
    )
  const more = [
    isOpen && status !== 'waiting' && { key: 'waiting', onClick: () => move('waiting') },
    isOpen &&
      status !== 'in-progress' && { key: 'in-progress', onClick: () => move('in-progress') },
    isOpen && { key: 'closed', onClick: () => setEnding('closed') },
    !isOpen && { key: 'reopen', onClick: () => move('in-progress') },
    { key: 'edit', onClick: () => setEditing(true) },
    { key: 'delete', danger: true, onClick: () => void commands.remove(id) },
  ].filter((item) => item !== false)
  return (
    <div className={styles.actions}>
      {isOpen && entry.respondedAt === null && (
        <Button type="primary" size="small" onClick={() => void commands.respond(id)}>
          {t('action.respond')}
        </Button>
      )}
      {isOpen && (
        <Button
          size="small"
          type={entry.respondedAt === null ? 'default' : 'primary'}
          onClick={() => setEnding('resolved')}
        >
          {t('action.resolved')}
        </Button>
      )}
      {status === 'resolved' && (
        <Button type="primary" size="small" onClick={() => setEnding('closed')}>
          {t('action.closed')}
        </Button>
      )}
      <Dropdown
        trigger={['click']}
        menu={{ items: more.map((item) => ({ ...item, label: t(`action.${item.key}`) })) }}
      >
        <Button
          size="small"
          type="text"
          aria-label={t('action.more')}
          icon={<Ellipsis size={16} strokeWidth={1.6} aria-hidden />}
        />
      </Dropdown>
      {editing && <CaseDialog entry={entry} onClose={() => setEditing(false)} />}
    </div>
  )
}
