import { useKebuEvent } from '@renderer/lib/use-kebu-event'
import { useShellStore } from './shell-store'
import { useHistory } from './use-history'
import { useLock } from './use-lock'

/** Serves the commands of the system's menu bar. */
export function useMenuCommands(): void {
  const open = useShellStore((store) => store.open)
  const history = useHistory()
  const lock = useLock()
  useKebuEvent('menu.command', ({ command }) => {
    if (command === 'palette') open('palette')
    if (command === 'lock') void lock()
    if (command === 'undo') void history.undo()
    if (command === 'redo') void history.redo()
  })
}
