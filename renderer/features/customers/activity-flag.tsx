import { Ghost, Moon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { Flag } from '@renderer/components/flag'
import { useFormat } from '@renderer/lib/format'

const icons = { silent: Moon, zombie: Ghost } as const

/** 沉默 or 僵尸 with the days without an interaction (R060, R063, D2); nothing for who is active, or was put aside. */
export function ActivityFlag({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const { status, days, from } = detail.activity
  if (status === 'active' || detail.archivedAt !== null) return null
  const since = {
    interaction: () => format.full(detail.lastInteractionAt ?? detail.createdAt),
    'first-contact': () => format.isoDate(detail.firstContactOn ?? ''),
    created: () => format.full(detail.createdAt),
  }[from]()
  return (
    <Flag
      icon={icons[status]}
      text={`${t(`finding.${status}`)} · ${t(`quiet.${from}`, { count: days, days: format.count(days) })}`}
      title={t(`quietSince.${from}`, { since })}
    />
  )
}
