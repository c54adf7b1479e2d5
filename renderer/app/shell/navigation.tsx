import { Tooltip } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { Kbd } from '@renderer/components/kbd'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useNarrow } from '@renderer/lib/use-narrow'
import { TodayCount } from '@renderer/features/today/today-count'
import { useTodaysQueue } from '@renderer/features/quality/use-todays-queue'
import { NavFoot } from './nav-foot'
import styles from './navigation.module.css'
import { type Place, usePlaces } from './places'
import { RecoveryReminder } from './recovery-reminder'

/** Navigation on the paper, with the places one may go to: 208 px, under 1200 px of window a rail of icons with tooltips. */
export function Navigation({ state }: { state: VaultState }) {
  const { t } = useTranslation('shell')
  const narrow = useNarrow()
  const places = usePlaces()
  return (
    <nav className={narrow ? styles.rail : styles.nav} aria-label={t('navigation')}>
      <ul className={styles.list}>
        {places.map((place) => (
          <li key={place.id}>
            <NavEntry place={place} narrow={narrow} />
          </li>
        ))}
      </ul>
      <RecoveryReminder state={state} />
      <NavFoot state={state} narrow={narrow} />
    </nav>
  )
}

function NavEntry({ place, narrow }: { place: Place; narrow: boolean }) {
  const { t } = useTranslation('shell')
  const Icon = place.icon
  const label = t(`places.${place.id}`)
  const tip = (
    <span className={styles.tip}>
      {narrow && label}
      <Kbd keys={place.keys} />
    </span>
  )
  return (
    <Tooltip title={tip} placement="right" mouseEnterDelay={narrow ? 0.1 : 0.8}>
      <NavLink to={place.path} className={styles.entry} aria-label={narrow ? label : undefined}>
        <Icon size={16} strokeWidth={1.6} aria-hidden className={styles.icon} />
        {!narrow && <span className={styles.label}>{label}</span>}
        {!narrow && place.id === 'today' && (
          <TodayCount className={styles.count} late={styles.late} />
        )}
        {!narrow && place.id === 'customers' && <CustomerCount />}
        {!narrow && place.id === 'quality' && <QualityCount />}
      </NavLink>
    </Tooltip>
  )
}

function CustomerCount() {
  const format = useFormat()
  const { data: counts } = useRouteQuery('customers.counts', {})
  return counts ? <span className={styles.count}>{format.count(counts.active)}</span> : null
}

/** After the first page: ranking a large book takes a moment, once a day. */
const countAfterMs = 2000

/** How many of today's customers are left to set right; nothing when all are. */
function QualityCount() {
  const format = useFormat()
  const [isTime, setTime] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setTime(true), countAfterMs)
    return () => clearTimeout(timer)
  }, [])
  const { entries, done } = useTodaysQueue(isTime)
  const left = entries.length - done
  return left > 0 ? <span className={styles.count}>{format.count(left)}</span> : null
}
