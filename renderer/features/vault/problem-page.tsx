import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import type { HeaderCopySource, VaultState } from '@shared/features/vault/vault.schema'
import { Note } from '@renderer/components/note'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { useIntentStore } from '@renderer/lib/intent-store'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import { CoverPane } from './cover-pane'
import { FoundFolder } from './found-folder'
import { GateFrame } from './gate-frame'
import styles from './gate.module.css'
import { HeaderCopies } from './header-copies'
import problemStyles from './problem-page.module.css'
import { LookInsidePage } from './look-inside-page'
import { ProblemLastBackup } from './problem-last-backup'
import { doesRestoreHelp, offersOf, type Offer } from './problem-offers'
import { RecoveryPage } from './recovery-page'
import { useFoundFolder } from './use-found-folder'

type Problem = NonNullable<VaultState['problem']>
type Way = Exclude<Offer, keyof typeof pages> | 'openOther' | HeaderCopySource

/** Offers that lead to a page of their own. */
const pages = {
  restore: '/restore',
  recovery: '/recovery',
  salvage: '/salvage',
  lookInside: '/look-inside',
} as const

/** A book that cannot be opened; where only the recovery key helps, its page can be reached from here. */
export function ProblemPage({ state, problem }: { state: VaultState; problem: Problem }) {
  const { pathname } = useLocation()
  if (problem.kind === 'header-rolled-back' && pathname === '/recovery')
    return <RecoveryPage state={state} />
  if (pathname === '/look-inside') return <LookInsidePage state={state} />
  return <ProblemReport state={state} problem={problem} />
}

/** What happened, what is safe, what to do. Nothing here writes over the book. */
function ProblemReport({ state, problem }: { state: VaultState; problem: Problem }) {
  const { t } = useTranslation('vault')
  const errorText = useErrorText()
  const navigate = useNavigate()
  const ask = useIntentStore((store) => store.ask)
  const command = useVaultCommand(take)

  function choose(offer: Offer): void {
    if (offer === 'restore') ask({ kind: 'restore', backup: null })
    if (isPage(offer)) void navigate(pages[offer])
    else command.mutate(offer)
  }

  const found = useFoundFolder(problem.kind)
  const restoreHelps = doesRestoreHelp(problem.kind)
  // What is named above the buttons is the first thing to do.
  const hasBetter =
    found !== null || problem.copies.length > 0 || (restoreHelps && state.lastBackup !== null)
  const offers = offersOf(problem)
  const busy = command.isPending ? command.variables : null
  return (
    <GateFrame pane={<CoverPane lastBackup={state.lastBackup} />}>
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
        {found !== null && <FoundFolder path={found} />}
        {restoreHelps && <ProblemLastBackup known={state.lastBackup} />}
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
              type={index === 0 && !hasBetter ? 'primary' : 'default'}
              size="large"
              loading={busy === offer}
              onClick={() => choose(offer)}
            >
              {t(`offer.${offer}`)}
            </Button>
          ))}
        </div>
        <div className={styles.links}>
          <button type="button" className={styles.link} onClick={() => command.mutate('openOther')}>
            {t('offer.openOther')}
          </button>
          <button type="button" className={styles.link} onClick={() => void navigate('/new')}>
            {t('offer.makeNew')}
          </button>
        </div>
      </div>
    </GateFrame>
  )
}

function isPage(offer: Offer): offer is keyof typeof pages {
  return offer in pages
}

function take(way: Way): Promise<VaultState | null> {
  if (way === 'retry') return request('vault.retry', {})
  if (way === 'openOther') return request('vault.openOther', {})
  if (way === 'backupHeader') return request('vault.useBackupHeader', {})
  return request('vault.useHeaderCopy', { source: way })
}
