import { useTranslation } from 'react-i18next'
import type { PhraseKind } from '@shared/features/phrases/phrases.enums'
import type { Phrase } from '@shared/features/phrases/phrases.schema'
import { useAttempt } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'

/** What the list of one kind does by itself; each can be taken back. */
export function usePhraseCommands(kind: PhraseKind, phrases: readonly Phrase[]) {
  const { t } = useTranslation('phrases')
  const attempt = useAttempt()
  const run = (work: () => Promise<unknown>, text: string) => attempt(() => work().then(() => text))
  return {
    async move(id: number, step: -1 | 1): Promise<void> {
      const ids = phrases.map((one) => one.id)
      const from = ids.indexOf(id)
      const neighbour = ids[from + step]
      if (neighbour === undefined) return
      const order = ids.with(from, neighbour).with(from + step, id)
      await run(() => request('phrases.reorder', { kind, ids: order }), t('toast.moved'))
    },
    remove: ({ id, title }: Phrase) =>
      run(() => request('phrases.delete', { id }), t('toast.deleted', { title })),
  }
}
