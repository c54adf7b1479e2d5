import { hasSilentHits, runSilenceRules } from '@db/automation/run-rules'
import { applyConsequences } from '@db/consequences/consequences'
import { needsRecompute, recomputeTags } from '@db/repositories/tag-rules'
import { systemClock } from '@shared/core/clock'
import type { OperationHandlers } from '../ipc/link'
import type { BookSession } from './book-session'
import type { RowPort } from './collect-rows'
import type { DataOperations } from './operations'

/** What is due by time alone (R040, R073), under commands of its own; a day on which nothing is due leaves no trace. */
export function dailyOperations(
  session: BookSession,
): Pick<OperationHandlers<DataOperations, RowPort>, 'daily.run'> {
  return {
    'daily.run'() {
      const { read } = session.current().book
      const now = systemClock()
      const isUnsettled = needsRecompute(read, now)
      if (isUnsettled)
        session.command('tags.recompute', true, (context) => {
          recomputeTags(context)
          applyConsequences(context)
        })
      const isSilent = hasSilentHits(read, now)
      if (isSilent)
        session.command('automation.runDue', true, (context) => {
          runSilenceRules(context)
          applyConsequences(context)
        })
      return { changed: isUnsettled || isSilent }
    },
  }
}
