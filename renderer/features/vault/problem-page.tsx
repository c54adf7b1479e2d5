import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { Note } from '@renderer/components/note'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { CoverPane } from './cover-pane'
import { GateFrame } from './gate-frame'
import styles from './gate.module.css'
import problemStyles from './problem-page.module.css'
import { offersOf, type Offer } from './problem-offers'
import { useVaultCommand } from './use-vault-command'

/** A book that cannot be opened: what happened, what is safe, what to do. Nothing here writes over the book. */
export function ProblemPage({
  state,
  problem,
}: {
  state: VaultState
  problem: NonNullable<VaultState['problem']>
}) {
  const { t } = useTranslation('vault')
  const errorText = useErrorText()
  const navigate = useNavigate()
  const command = useVaultCommand((offer: Exclude<Offer, 'restore' | 'makeNew'>) => {
    if (offer === 'retry') return request('vault.retry', {})
    if (offer === 'previousHeader') return request('vault.usePreviousHeader', {})
    return request('vault.openOther', {})
  })

  function take(offer: Offer): void {
    if (offer === 'restore') void navigate('/restore')
    else if (offer === 'makeNew') void navigate('/new')
    else command.mutate(offer)
  }

  const [first, ...others] = offersOf(problem)
  const busy = (offer: Offer) => command.isPending && command.variables === offer
  return (
    <GateFrame pane={<CoverPane lastBackupAt={state.lastBackupAt} />}>
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
        {command.error && !command.isPending && (
          <Note tone="error">{errorText(command.error)}</Note>
        )}
        <div className={problemStyles.offers}>
          {first && (
            <Button type="primary" size="large" loading={busy(first)} onClick={() => take(first)}>
              {t(`offer.${first}`)}
            </Button>
          )}
          {others.map((offer) => (
            <Button key={offer} size="large" loading={busy(offer)} onClick={() => take(offer)}>
              {t(`offer.${offer}`)}
            </Button>
          ))}
        </div>
      </div>
    </GateFrame>
  )
}
