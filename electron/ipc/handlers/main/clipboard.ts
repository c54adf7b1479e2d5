import { clipboardMs } from '@shared/features/clipboard/clipboard.contract'
import { copySecret } from '../../../services/clipboard'
import type { MainHandlers } from '../../main-context'

export const clipboardHandlers: MainHandlers<'clipboard.copyRevealed'> = {
  async 'clipboard.copyRevealed'(_context, { text }) {
    await copySecret(text, clipboardMs)
    return {}
  },
}
