import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { phraseKinds, type PhraseKind } from '@shared/features/phrases/phrases.enums'
import type { Phrase } from '@shared/features/phrases/phrases.schema'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { useRouteQuery } from '@renderer/lib/client'
import { useRights } from '@renderer/lib/use-rights'
import { SectionHead } from '../section-head'
import settings from '../settings.module.css'
import { PhrasePanel } from './phrase-panel'
import { PhraseRow } from './phrase-row'
import styles from './phrases.module.css'
import { StandardSet } from './standard-set'
import { usePhraseCommands } from './use-phrase-commands'

/** Templates and phrases for follow-ups, the same for everybody, and the sets that are proposed (R013). */
export function PhrasesSection({ title }: { title: string }) {
  const { t } = useTranslation('phrases')
  const canWrite = useRights().allowed('follow-ups.write')
  const { data, error, refetch } = useRouteQuery('phrases.list', {}, { keepPrevious: true })
  const [open, setOpen] = useState<number | PhraseKind | null>(null)
  const all = data?.phrases ?? []
  const close = () => setOpen(null)
  return (
    <>
      <SectionHead title={title} action={canWrite && <StandardSet isFirst={all.length === 0} />} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      <p className={styles.intro}>{t('intro')}</p>
      {data &&
        phraseKinds.map((kind) => (
          <section key={kind} className={styles.group}>
            <div className={styles.head}>
              <h3 className={styles.heading}>{t(`kind.${kind}`)}</h3>
              {canWrite && (
                <Button size="small" disabled={open === kind} onClick={() => setOpen(kind)}>
                  <Plus size={14} strokeWidth={1.6} aria-hidden />
                  {t(`add.${kind}`)}
                </Button>
              )}
            </div>
            {open === kind && <PhrasePanel kind={kind} phrase={null} onClose={close} />}
            <PhraseList
              kind={kind}
              phrases={all.filter((one) => one.kind === kind)}
              open={open}
              canWrite={canWrite}
              onOpen={setOpen}
            />
          </section>
        ))}
    </>
  )
}

function PhraseList({
  kind,
  phrases,
  open,
  canWrite,
  onOpen,
}: {
  kind: PhraseKind
  phrases: readonly Phrase[]
  open: number | PhraseKind | null
  canWrite: boolean
  onOpen: (open: number | null) => void
}) {
  const { t } = useTranslation('phrases')
  const commands = usePhraseCommands(kind, phrases)
  if (phrases.length === 0)
    return open === kind ? null : <EmptyState flush text={t(`empty.${kind}`)} />
  return (
    <ul className={settings.list2} aria-label={t(`kind.${kind}`)}>
      {phrases.map((phrase) =>
        open === phrase.id ? (
          <li key={phrase.id}>
            <PhrasePanel kind={kind} phrase={phrase} onClose={() => onOpen(null)} />
          </li>
        ) : (
          <PhraseRow
            key={phrase.id}
            phrase={phrase}
            canWrite={canWrite}
            onEdit={() => onOpen(phrase.id)}
            onMove={(step) => void commands.move(phrase.id, step)}
            onDelete={() => void commands.remove(phrase)}
          />
        ),
      )}
    </ul>
  )
}
