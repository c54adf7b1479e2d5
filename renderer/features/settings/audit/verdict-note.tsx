import { Button } from 'antd'
import { Copy, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AuditVerdict } from '@shared/features/audit/audit.schema'
import { IconButton } from '@renderer/components/icon-button'
import { Note } from '@renderer/components/note'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { useRouteCommand } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import styles from './verdict-note.module.css'
import { whenWords } from './when-words'

/** What the check found: all there with the end of the chain, or the first entry that is not, and what to do then. */
export function VerdictNote({ verdict, onClose }: { verdict: AuditVerdict; onClose: () => void }) {
  const { t } = useTranslation('audit')
  const format = useFormat()
  return (
    <div className={styles.verdict}>
      <Note tone={verdict.result === 'intact' ? 'ok' : 'error'}>
        <div className={styles.words}>
          <Found verdict={verdict} />
          <span className={styles.when}>
            {t('verdict.checkedAt', { when: whenWords(format, verdict.checkedAt) })}
          </span>
        </div>
      </Note>
      <span className={styles.close}>
        <IconButton icon={X} label={t('verdict.close')} onClick={onClose} placement="left" />
      </span>
    </div>
  )
}

function Found({ verdict }: { verdict: AuditVerdict }) {
  const { t } = useTranslation('audit')
  const format = useFormat()
  if (verdict.result === 'intact') {
    const { entries, head } = verdict
    if (head === null) return <p>{t('verdict.intactEmpty')}</p>
    return (
      <p>
        {t('verdict.intact', { count: entries, shown: format.count(entries) })} <Head hash={head} />
      </p>
    )
  }
  const number = format.count(verdict.brokenAt)
  return (
    <>
      <p>
        {verdict.result === 'end-missing'
          ? t('verdict.missing', {
              ...{ number, count: verdict.entries, shown: format.count(verdict.entries) },
            })
          : verdict.at === null
            ? t('verdict.changed', { number })
            : t('verdict.changedAt', { number, when: whenWords(format, verdict.at) })}
      </p>
      <p>{t('verdict.whatNow')}</p>
    </>
  )
}

/** The end of the chain by its first characters; the whole of it can be written down elsewhere. */
function Head({ hash }: { hash: string }) {
  const { t } = useTranslation('audit')
  const toast = useToast()
  const errorToast = useErrorToast()
  const copy = useRouteCommand('clipboard.copyRevealed')
  return (
    <span className={styles.head}>
      <code title={hash}>{hash.slice(0, 8)}</code>
      <Button
        type="text"
        size="small"
        aria-label={t('verdict.copyHead')}
        title={t('verdict.copyHead')}
        icon={<Copy size={14} strokeWidth={1.6} aria-hidden />}
        onClick={() =>
          copy.mutate(
            { text: hash },
            { onSuccess: () => toast(t('verdict.copied')), onError: errorToast },
          )
        }
      />
    </span>
  )
}
