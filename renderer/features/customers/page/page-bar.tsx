import { Button, Dropdown } from 'antd'
import { ArrowLeft, ChevronDown, ChevronUp, Ellipsis, PencilLine, SquarePen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { IconButton } from '@renderer/components/icon-button'
import { Kbd } from '@renderer/components/kbd'
import { useFormat } from '@renderer/lib/format'
import styles from './page-bar.module.css'
import type { usePosition } from './use-position'

/** The 48 px bar over a customer: way back, place in the list, actions. */
export function PageBar({
  position,
  archived,
  onEdit,
  onLog,
  onArchive,
}: {
  position: ReturnType<typeof usePosition>
  archived: boolean
  onEdit: () => void
  onLog: () => void
  /** Archives, or takes out of the archive. */
  onArchive: () => void
}) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const navigate = useNavigate()
  const nowhere = () => undefined
  return (
    <header className={styles.bar}>
      <IconButton
        icon={ArrowLeft}
        label={t('page.back')}
        keys="g c"
        onClick={() => void navigate('/customers')}
      />
      <Link to="/customers" className={styles.crumb}>
        {t('title')}
      </Link>
      {position.at >= 0 && (
        <>
          <span className={styles.place}>
            {t('page.position', {
              at: format.count(position.at + 1),
              total: format.count(position.total),
            })}
          </span>
          <IconButton
            icon={ChevronUp}
            label={t('page.previous')}
            keys="["
            disabled={!position.previous}
            onClick={position.previous ?? nowhere}
          />
          <IconButton
            icon={ChevronDown}
            label={t('page.next')}
            keys="]"
            disabled={!position.next}
            onClick={position.next ?? nowhere}
          />
        </>
      )}
      <div className={styles.actions}>
        <Button onClick={onEdit}>
          <SquarePen size={16} strokeWidth={1.6} aria-hidden />
          {t('page.edit')}
          <Kbd keys="e" />
        </Button>
        <Button type="primary" onClick={onLog}>
          <PencilLine size={16} strokeWidth={1.6} aria-hidden />
          {t('page.log')}
          <Kbd keys="n" />
        </Button>
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: [
              {
                key: 'archive',
                label: t(archived ? 'page.unarchive' : 'page.archive'),
                onClick: onArchive,
              },
            ],
          }}
        >
          <Button
            type="text"
            aria-label={t('page.more')}
            icon={<Ellipsis size={16} strokeWidth={1.6} aria-hidden />}
          />
        </Dropdown>
      </div>
    </header>
  )
}
