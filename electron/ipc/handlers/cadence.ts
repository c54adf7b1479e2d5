import { getCadenceSettings, setCadenceSettings } from '@db/cadence-settings'
import { countLate, listLate, proposeVisit } from '@db/repositories/cadence'
import { planVisits } from '@db/repositories/cadence-plan'
import type { HandlersOf } from './types'

export const cadenceHandlers = {
  'cadence.getSettings': ({ read }) => getCadenceSettings(read),
  'cadence.setSettings': ({ write }, settings) => setCadenceSettings(write, settings),
  'cadence.propose': proposeVisit,
  'cadence.late': listLate,
  'cadence.counts': countLate,
  'cadence.plan': planVisits,
} satisfies HandlersOf<'cadence'>
