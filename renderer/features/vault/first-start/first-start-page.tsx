import { useState } from 'react'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { GateFrame } from '../gate-frame'
import { BackupStep } from './backup-step'
import { BookStep } from './book-step'
import { ConfirmStep } from './confirm-step'
import type { Draft, Step } from './draft'
import { KeyStep } from './key-step'
import { OwnerStep } from './owner-step'
import { StepList } from './step-list'

/** First start in five steps. Nothing is written before the fourth is done. */
export function FirstStartPage({ state }: { state: VaultState }) {
  const [step, setStep] = useState<Step>('book')
  const [draft, setDraft] = useState<Draft>({ bookName: '', folder: null, ownerName: '' })
  const [recoveryKey, setRecoveryKey] = useState<readonly string[]>([])

  return (
    <GateFrame pane={<StepList step={step} draft={draft} />}>
      {step === 'book' && (
        <BookStep
          draft={draft}
          canLeave={state.phase !== 'none'}
          onDone={(next) => {
            setDraft({ ...draft, ...next })
            setStep('owner')
          }}
        />
      )}
      {step === 'owner' && (
        <OwnerStep
          draft={draft}
          onBack={() => setStep('book')}
          onDone={(ownerName, key) => {
            setDraft({ ...draft, ownerName })
            setRecoveryKey(key)
            setStep('key')
          }}
        />
      )}
      {step === 'key' && (
        <KeyStep
          recoveryKey={recoveryKey}
          onBack={() => {
            setRecoveryKey([])
            setStep('owner')
          }}
          onDone={() => setStep('confirm')}
        />
      )}
      {step === 'confirm' && (
        <ConfirmStep
          onBack={() => setStep('key')}
          onDone={() => {
            setRecoveryKey([])
            setStep('backup')
          }}
          onLost={() => {
            setRecoveryKey([])
            setStep('owner')
          }}
        />
      )}
      {step === 'backup' && <BackupStep />}
    </GateFrame>
  )
}
