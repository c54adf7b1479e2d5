import { Button, Modal } from 'antd'
import { ChevronLeft, ChevronRight, Image } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@renderer/components/icon-button'
import { Kbd } from '@renderer/components/kbd'
import { Note } from '@renderer/components/note'
import { SectionTitle } from '@renderer/components/section-title'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { FieldPreview } from './field-preview'
import { MarkedText } from './marked-text'
import { PieceList } from './piece-list'
import { handOver } from './quick-add-store'
import styles from './quick-add-dialog.module.css'
import { cardFileTypes, useCardFile } from './use-card-file'
import { usePaste } from './use-paste'

/**
 * Takes pasted text, a vCard or the picture of a QR code, shows what was read and opens the normal form with it: duplicates,
 * validation and drafts are those of the form (R053). The clipboard is read by a paste alone, never by itself.
 */
export function QuickAddDialog({ onForm, onClose }: { onForm: () => void; onClose: () => void }) {
  const { t } = useTranslation('quick-add')
  const { paste, readText, cards, at, card, values, valuesNow, isLong, ...set } = usePaste()
  const file = useCardFile(set.setText)
  const chooser = useRef<HTMLInputElement>(null)
  const go = () => {
    const now = valuesNow()
    if (!now) return
    handOver(paste, { ...now, kind: now.kind ?? 'company', name: now.name ?? '' })
    onForm()
  }
  useShortcut('mod+enter', go, { scope: 'dialog' })

  return (
    <Modal
      open
      title={t('title')}
      width={920}
      onCancel={onClose}
      maskClosable={false}
      footer={
        <div className={styles.footer}>
          <span className={styles.left}>
            {paste.text !== '' && <Button onClick={set.clear}>{t('clear')}</Button>}
          </span>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="primary" disabled={!values} onClick={go}>
            {t('openForm')}
            <Kbd keys="mod+enter" joined />
          </Button>
        </div>
      }
    >
      <div className={styles.body}>
        <div className={styles.side}>
          <MarkedText
            text={paste.text}
            readText={readText}
            pieces={card?.pieces ?? []}
            label={t('text')}
            placeholder={t('placeholder')}
            onChange={set.setText}
            onFiles={(files) => void file.take(files)}
          />
          <div className={styles.pick}>
            <Button
              size="small"
              loading={file.busy && { delay: 200 }}
              onClick={() => chooser.current?.click()}
            >
              <Image size={14} strokeWidth={1.6} aria-hidden />
              {t('choosePicture')}
            </Button>
            <span className={styles.hint}>{t('pictureHint')}</span>
            <input
              ref={chooser}
              type="file"
              hidden
              accept={cardFileTypes}
              aria-label={t('choosePicture')}
              onChange={(event) => {
                void file.take([...(event.target.files ?? [])])
                event.target.value = ''
              }}
            />
          </div>
          {file.problem !== null && <Note tone="error">{t(`picture.${file.problem}`)}</Note>}
          {isLong && <Note tone="warn">{t('tooLong')}</Note>}
        </div>
        <div className={styles.side}>
          {cards.length > 1 && (
            <div className={styles.pager} role="group" aria-label={t('cards')}>
              <span>{t('cardOf', { at: at + 1, count: cards.length })}</span>
              <IconButton
                label={t('common:previous')}
                icon={ChevronLeft}
                disabled={at === 0}
                onClick={() => set.setAt(at - 1)}
              />
              <IconButton
                label={t('common:next')}
                icon={ChevronRight}
                disabled={at + 1 >= cards.length}
                onClick={() => set.setAt(at + 1)}
              />
            </div>
          )}
          {card && values ? (
            <div className={styles.read}>
              <SectionTitle>{t('pieces')}</SectionTitle>
              <PieceList pieces={card.pieces} onPick={set.pick} />
              {card.ignored.length > 0 && (
                <p className={styles.hint}>
                  {t('ignored', {
                    what: card.ignored.map((part) => t(`part.${part}`)).join(t('and')),
                  })}
                </p>
              )}
              <div className={styles.gap}>
                <SectionTitle>{t('preview')}</SectionTitle>
              </div>
              <FieldPreview values={values} />
            </div>
          ) : (
            <p className={styles.empty}>{t('empty')}</p>
          )}
        </div>
      </div>
    </Modal>
  )
}
