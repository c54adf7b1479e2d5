import { CircleHelp, History, Redo2, Search, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@renderer/components/icon-button'
import { Kbd } from '@renderer/components/kbd'
import { WindowBar } from '@renderer/components/window-bar'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { PrivacyButton } from './privacy-button'
import { useShellStore } from './shell-store'
import styles from './title-bar.module.css'
import { useHistory } from './use-history'

/** Title bar of an open book: search at the middle, undo, redo, privacy mode and help at the right. */
export function TitleBar({ bookName }: { bookName: string | null }) {
  const { t } = useTranslation(['shell', 'history'])
  const open = useShellStore((store) => store.open)
  const history = useHistory()
  useShortcut('mod+k', () => open('palette'), { scope: 'any' })
  useShortcut('?', () => open('keys'))
  useShortcut('mod+z', () => void history.undo(), { enabled: history.allowed })
  useShortcut('g h', history.open, { enabled: history.allowed })
  useShortcut(['mod+shift+z', 'mod+y'], () => void history.redo(), { enabled: history.allowed })
  return (
    <WindowBar
      bookName={bookName}
      center={
        <button type="button" className={styles.search} onClick={() => open('palette')}>
          <Search size={15} strokeWidth={1.6} aria-hidden />
          <span className={styles.words}>{t('search')}</span>
          <Kbd keys="mod+k" joined />
        </button>
      }
      actions={
        <>
          {history.allowed && (
            <>
              <IconButton
                icon={Undo2}
                label={history.undoLabel}
                keys="mod+z"
                disabled={!history.canUndo}
                onClick={() => void history.undo()}
              />
              <IconButton
                icon={Redo2}
                label={history.redoLabel}
                keys="mod+shift+z"
                disabled={!history.canRedo}
                onClick={() => void history.redo()}
              />
              <IconButton
                icon={History}
                label={t('history:title')}
                keys="g h"
                onClick={history.open}
              />
            </>
          )}
          <PrivacyButton />
          <IconButton icon={CircleHelp} label={t('help')} keys="?" onClick={() => open('keys')} />
        </>
      }
    />
  )
}
