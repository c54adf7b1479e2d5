import { Button, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listStandardPhrases,
  type PhraseTrade,
  phraseTrades,
} from '@shared/features/phrases/standard-phrases'
import { useErrorToast, useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import styles from './phrases.module.css'

/** Offers the set of a trade: shown whole before anything of it is written, and taken by one press. */
export function StandardSet({ isFirst }: { isFirst: boolean }) {
  const { t, i18n } = useTranslation(['phrases', 'common'])
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  const [isOpen, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trade, setTrade] = useState<PhraseTrade>('retail')
  const set = listStandardPhrases(trade, i18n.resolvedLanguage === 'en' ? 'en' : 'zh-CN')

  async function take(): Promise<void> {
    setBusy(true)
    try {
      const { ids } = await request('phrases.create', { phrases: set })
      undoToast(t('toast.taken', { count: ids.length }))
      setOpen(false)
    } catch (error) {
      errorToast(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Button type={isFirst ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {t('standard')}
      </Button>
      <Modal
        open={isOpen}
        title={t('standardTitle')}
        width={600}
        okText={t('take', { count: set.length })}
        cancelText={t('common:cancel')}
        confirmLoading={busy}
        onOk={() => void take()}
        onCancel={() => setOpen(false)}
      >
        <p className={styles.lead}>{t('standardLead')}</p>
        <Segmented
          aria-label={t('trade')}
          value={trade}
          onChange={setTrade}
          options={phraseTrades.map((value) => ({ value, label: t(`trades.${value}`) }))}
        />
        <ul className={styles.preview} aria-label={t('standardTitle')}>
          {set.map(({ kind, title, content }) => (
            <li key={kind + title} className={styles.proposed}>
              <span className={styles.title}>{title}</span>
              <span className={styles.content}>
                {kind === 'template' && `${t('template')} · `}
                {content.replaceAll('\n', ' ')}
              </span>
            </li>
          ))}
        </ul>
      </Modal>
    </>
  )
}
