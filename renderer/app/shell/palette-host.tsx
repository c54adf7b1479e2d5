import {
  ArchiveRestore,
  CircleHelp,
  CirclePlus,
  ClipboardPaste,
  History,
  Lock,
  MessageSquarePlus,
  NotebookPen,
  Redo2,
  Undo2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { openQuickEntry } from '@renderer/features/follow-ups/quick/quick-store'
import { Palette } from '@renderer/features/palette/palette'
import type { PaletteCommand } from '@renderer/features/palette/palette-items'
import { useIntentStore } from '@renderer/lib/intent-store'
import { useRights } from '@renderer/lib/use-rights'
import { usePlaces } from './places'
import { useShellStore } from './shell-store'
import { useHistory } from './use-history'
import { useLock } from './use-lock'

/** The palette with the commands and places that the program has now for the person at the window. */
export function PaletteHost() {
  const { t } = useTranslation(['shell', 'history'])
  const { overlay, open, close } = useShellStore()
  const ask = useIntentStore((store) => store.ask)
  const navigate = useNavigate()
  const history = useHistory()
  const lock = useLock()
  const places = usePlaces()
  const rights = useRights()
  const mayCreate = rights.allowed('customers.create')

  function startCustomer(name: string): void {
    ask({ kind: 'new-customer', name })
    void navigate('/customers')
  }

  const commands: PaletteCommand[] = [
    ...places.map((place) => ({
      id: place.id,
      group: 'place' as const,
      label: t(`places.${place.id}`),
      icon: place.icon,
      keys: place.keys,
      run: () => void navigate(place.path),
    })),
    ...(mayCreate
      ? [
          {
            id: 'new-customer',
            group: 'command' as const,
            label: t('newCustomer'),
            icon: CirclePlus,
            keys: 'c',
            run: () => startCustomer(''),
          },
          {
            id: 'quick-add',
            group: 'command' as const,
            label: t('quickAdd'),
            icon: ClipboardPaste,
            keys: 'shift+c',
            run: () => {
              ask({ kind: 'quick-add' })
              void navigate('/customers')
            },
          },
          {
            id: 'paper-entry',
            group: 'command' as const,
            label: t('paperEntry'),
            icon: NotebookPen,
            keys: 'shift+p',
            run: () => void navigate('/customers/paper'),
          },
        ]
      : []),
    ...(rights.allowed('follow-ups.write')
      ? [
          {
            id: 'quick-entry',
            group: 'command' as const,
            label: t('quickEntry'),
            icon: MessageSquarePlus,
            keys: 'mod+shift+n',
            run: openQuickEntry,
          },
        ]
      : []),
    ...(history.canUndo
      ? [
          {
            id: 'undo',
            group: 'command' as const,
            label: history.undoLabel,
            icon: Undo2,
            keys: 'mod+z',
            run: () => void history.undo(),
          },
        ]
      : []),
    ...(history.canRedo
      ? [
          {
            id: 'redo',
            group: 'command' as const,
            label: history.redoLabel,
            icon: Redo2,
            keys: 'mod+shift+z',
            run: () => void history.redo(),
          },
        ]
      : []),
    ...(history.allowed
      ? [
          {
            id: 'history',
            group: 'command' as const,
            label: t('history:openPanel'),
            icon: History,
            keys: 'g h',
            run: history.open,
          },
        ]
      : []),
    ...(rights.allowed('vault.manage')
      ? [
          {
            id: 'restore',
            group: 'command' as const,
            label: t('restore'),
            icon: ArchiveRestore,
            run: () => void navigate('/restore'),
          },
        ]
      : []),
    {
      id: 'lock',
      group: 'command',
      label: t('lock'),
      icon: Lock,
      keys: 'mod+l',
      run: () => void lock(),
    },
    {
      id: 'help',
      group: 'command',
      label: t('help'),
      icon: CircleHelp,
      keys: '?',
      run: () => open('keys'),
    },
  ]

  return (
    <Palette
      open={overlay === 'palette'}
      commands={commands}
      onClose={close}
      onOpenCustomer={(id) => void navigate(`/customers/${id}`)}
      onNewCustomer={mayCreate ? startCustomer : null}
    />
  )
}
