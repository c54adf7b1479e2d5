import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import type { HeaderCopySource, VaultState } from '@shared/features/vault/vault.schema'
import { Note } from '@renderer/components/note'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import { CoverPane } from './cover-pane'
import { GateFrame } from './gate-frame'
import styles from './gate.module.css'
import { HeaderCopies } from './header-copies'
import problemStyles from './problem-page.module.css'
import { offersOf, type Offer } from './problem-offers'
import { RecoveryPage } from './recovery-page'

type Problem = NonNullable<VaultState['problem']>
type Way = Exclude<Offer, 'recovery' | 'restore' | 'makeNew'> | HeaderCopySource

/** A book that cannot be opened; where only the recovery key helps, its page can be reached from here. */
export function ProblemPage({ state, problem }: { state: VaultState; problem: Problem }) {
  const { pathname } = useLocation()
  if (problem.kind === 'header-rolled-back' && pathname === '/recovery')
    return <RecoveryPage state={state} />
  return <ProblemReport state={state} problem={problem} />
}

/** What happened, what is safe, what to do. Nothing here writes over the book. */
function ProblemReport({ state, problem }: { state: VaultState; problem: Problem }) {
  const { t } = useTranslation('vault')
  const errorText = useErrorText()
  const navigate = useNavigate()
  const command = useVaultCommand(take)

  function choose(offer: Offer): void {
    if (offer === 'restore') void navigate('/restore')
    else if (offer === 'makeNew') void navigate('/new')
    else if (offer === 'recovery') void navigate('/recovery')
    else command.mutate(offer)
  }

  const offers = offersOf(problem)
  const busy = command.isPending ? command.variables : null
  return (
    <GateFrame pane={<CoverPane lastBackupAt={state.lastBackup?.at ?? null} />}>
      <div className={styles.wide} role="alert">
        <h1 className={styles.title}>{t(`problem.${problem.kind}.title`)}</h1>
        <p className={styles.sub}>
          <span title={state.book?.folder}>{state.book?.folder}</span>
        </p>
        <dl className={problemStyles.facts}>
          {(['happened', 'safe', 'todo'] as const).map((part) => (
            <div key={part} className={problemStyles.fact}>
              <dt>{t(`problem.${part}`)}</dt>
              <dd>{t(`problem.${problem.kind}.${part}`)}</dd>
            </div>
          ))}
        </dl>
        {problem.copies.length > 0 && (
          <HeaderCopies copies={problem.copies} busy={busy} onUse={command.mutate} />
        )}
        {command.error && !command.isPending && (
          <Note tone="error">{errorText(command.error)}</Note>
        )}
        <div className={problemStyles.offers}>
          {offers.map((offer, index) => (
            <Button
              key={offer}
              type={index === 0 && problem.copies.length === 0 ? 'primary' : 'default'}
              size="large"
              loading={busy === offer}
              onClick={() => choose(offer)}
            >
              {t(`offer.${offer}`)}
            </Button>
          ))}
        </div>
      </div>
    </GateFrame>
  )
}

function take(way: Way): Promise<VaultState | null> {
  if (way === 'retry') return request('vault.retry', {})
  if (way === 'openOther') return request('vault.openOther', {})
  if (way === 'backupHeader') return request('vault.useBackupHeader', {})
  return request('vault.useHeaderCopy', { source: way })
}
