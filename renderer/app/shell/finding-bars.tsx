import type { TFunction } from 'i18next'
import { Button } from 'antd'
import { ClockAlert, FileClock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { BookFinding } from '@shared/features/vault/book-condition.schema'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { useErrorToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { type Format, useFormat } from '@renderer/lib/format'
import { useRights } from '@renderer/lib/use-rights'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import { Bar } from './bar'

/** What was odd when the book was opened: changes that are gone, a clock that cannot be right. Stands until somebody has read it. */
export function FindingBars({ state }: { state: VaultState }) {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const navigate = useNavigate()
  const errorToast = useErrorToast()
  const rights = useRights()
  const dismiss = useVaultCommand(() => request('vault.dismissFindings', {}))
  return state.findings.map((finding) => (
    <Bar
      key={finding.kind}
      icon={finding.kind === 'clock' ? ClockAlert : FileClock}
      text={textOf(finding, t, format)}
    >
      {finding.kind === 'changes-missing' && rights.allowed('backups.create') && (
        <Button size="small" onClick={() => void navigate('/backup')}>
          {t('findings.backups')}
        </Button>
      )}
      <Button size="small" onClick={() => dismiss.mutate(undefined, { onError: errorToast })}>
        {t('findings.dismiss')}
      </Button>
    </Bar>
  ))
}

function textOf(finding: BookFinding, t: TFunction<'shell'>, format: Format): string {
  if (finding.kind === 'clock')
    return t(`findings.clock.${finding.problem}`, {
      now: format.full(finding.now),
      last: format.full(finding.last),
    })
  const { commands, from, until } = finding
  if (from === null) return t('findings.missing.all')
  const since = format.full(from)
  if (commands === null || until === null) return t('findings.missing.uncounted', { from: since })
  return t('findings.missing.counted', {
    ...{ count: commands, shown: format.count(commands) },
    ...{ from: since, until: format.full(until) },
  })
}
