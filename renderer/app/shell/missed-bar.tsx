import { BellRing } from 'lucide-react'
import { useNavigate } from 'react-router'
import { MissedLine } from '@renderer/features/today/missed'
import { useRights } from '@renderer/lib/use-rights'
import { Bar } from './bar'

/** What fell due while nobody was there, until somebody has seen it (R070). */
export function MissedBar() {
  const navigate = useNavigate()
  const { allowed } = useRights()
  return (
    <MissedLine
      enabled={allowed('tasks.read')}
      frame={(text, buttons) => (
        <Bar icon={BellRing} text={text}>
          {buttons}
        </Bar>
      )}
      onOpenCustomer={(id) => void navigate(`/customers/${id}`)}
    />
  )
}
