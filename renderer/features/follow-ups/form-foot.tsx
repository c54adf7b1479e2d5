import { Button } from 'antd'
import { TextQuote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '@renderer/components/kbd'
import { FileButton } from './entry-files'
import styles from './follow-up-form.module.css'

/** The last line of the composer: phrases, files, and what becomes of the entry. */
export function FormFoot({
  busy,
  onPhrases,
  onFiles,
  onDiscard,
  onClose,
}: {
  busy: boolean
  onPhrases: () => void
  /** null for those who may not add files. */
  onFiles: ((files: readonly File[]) => void) | null
  onDiscard: (() => void) | undefined
  onClose: () => void
}) {
  const { t } = useTranslation('follow-ups')
  return (
    <footer className={styles.foot}>
      <Button
        type="text"
        // The text keeps its focus and its place.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPhrases}
      >
        <TextQuote size={16} strokeWidth={1.6} aria-hidden />
        {t('phrases.label')}
        <Kbd keys="/" />
      </Button>
      {onFiles && <FileButton onFiles={onFiles} />}
      <span className={styles.hint}>{t('composer.draftKept')}</span>
      {onDiscard && (
        <Button type="text" onClick={onDiscard}>
          {t('composer.discard')}
        </Button>
      )}
      <Button onClick={onClose}>{t('composer.close')}</Button>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('composer.save')}
        <Kbd keys="mod+enter" joined />
      </Button>
    </footer>
  )
}
