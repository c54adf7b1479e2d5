import type { KebuEvent, RouteNameAt, RouteOutput, RouteParsedInput } from '@shared/contract'
import type { BrowserWindow } from 'electron'
import type { Accounts } from '../services/accounts'
import type { DataLink } from '../services/data-link'
import type { DeviceKeys } from '../services/device-keys'
import type { FileGrants } from '../services/file-grants'
import type { JobRegistry } from '../services/job-runner'
import type { PreferencesStore } from '../services/preferences-store'
import type { Recovery } from '../services/recovery'
import type { VaultService } from '../services/vault-service'

/** What the handlers beside the window work with. */
export type MainContext = {
  vault: VaultService
  accounts: Accounts
  recovery: Recovery
  deviceKeys: DeviceKeys
  data: DataLink
  jobs: JobRegistry
  grants: FileGrants
  preferences: PreferencesStore
  /** Puts the preferences into effect: theme, automatic lock, protection from screen capture. */
  applyPreferences: () => void
  /** Folder of this computer for second copies of headers. */
  secondPlace: string
  /** The window that dialogs belong to. */
  window: () => BrowserWindow
  emit: (event: KebuEvent) => void
}

/** A handler of a `home: 'main'` route. */
export type MainHandlers<R extends RouteNameAt<'main'>> = {
  [K in R]: (
    context: MainContext,
    input: RouteParsedInput<K>,
  ) => RouteOutput<K> | Promise<RouteOutput<K>>
}
