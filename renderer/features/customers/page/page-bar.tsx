import { Button, Dropdown } from 'antd'
import {
  ArrowLeft,
  ChevronDown,
  ChevronUp,
  Ellipsis,
  Hand,
  PencilLine,
  SquarePen,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { IconButton } from '@renderer/components/icon-button'
import { Kbd } from '@renderer/components/kbd'
import { useFormat } from '@renderer/lib/format'
import type { CustomerRights } from '../customer-rights'
import styles from './page-bar.module.css'
import type { usePosition } from './use-position'

export type PageActions = {
  edit: () => void
  log: () => void
  /** Archives, or takes out of the archive. */
  archive: () => void
  /** Asks who gets the customer. */
  owner: () => void
  release: () => void
  claim: () => void
  /** Into the recycle bin. */
  remove: () => void
  /** Asks before it erases for good. */
  erase: () => void
}

/** The 48 px bar over a customer: way back, place in the list, and what one may do. */
export function PageBar({
  position,
  archived,
  rights,
  actions,
}: {
  position: ReturnType<typeof usePosition>
  archived: boolean
  rights: CustomerRights
  actions: PageActions
}) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const navigate = useNavigate()
  const nowhere = () => undefined
  const more = [
    rights.transfer && {
      key: 'owner',
      onClick: actions.owner,
      label: (
        <span className={styles.entry}>
          {t('owner.change')}
          <Kbd keys="o" />
        </span>
      ),
    },
    rights.release && { key: 'release', label: t('owner.release'), onClick: actions.release },
    rights.edit && {
      key: 'archive',
      label: t(archived ? 'page.unarchive' : 'page.archive'),
      onClick: actions.archive,
    },
    rights.remove && {
      key: 'remove',
      label: t('page.remove'),
      onClick: actions.remove,
    },
    rights.erase && {
      key: 'erase',
      label: t('erase.menu'),
      danger: true,
      onClick: actions.erase,
    },
  ].filter((entry) => entry !== false)
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
        {rights.edit && (
          <Button onClick={actions.edit}>
            <SquarePen size={16} strokeWidth={1.6} aria-hidden />
            {t('page.edit')}
            <Kbd keys="e" />
          </Button>
        )}
        {rights.claim && (
          <Button type={rights.log ? 'default' : 'primary'} onClick={actions.claim}>
            <Hand size={16} strokeWidth={1.6} aria-hidden />
            {t('owner.claim')}
          </Button>
        )}
        {rights.log && (
          <Button type="primary" onClick={actions.log}>
            <PencilLine size={16} strokeWidth={1.6} aria-hidden />
            {t('page.log')}
            <Kbd keys="n" />
          </Button>
        )}
        {more.length > 0 && (
          <Dropdown trigger={['click']} placement="bottomRight" menu={{ items: more }}>
            <Button
              type="text"
              aria-label={t('page.more')}
              icon={<Ellipsis size={16} strokeWidth={1.6} aria-hidden />}
            />
          </Dropdown>
        )}
      </div>
    </header>
  )
}
