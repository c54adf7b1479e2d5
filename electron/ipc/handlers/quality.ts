import { getQualitySettings, setQualitySettings } from '@db/quality-settings'
import { countQuality, verifyFields } from '@db/repositories/quality'
import { listQueue, pickQueue } from '@db/repositories/quality-queue'
import type { HandlersOf } from './types'

export const qualityHandlers = {
  'quality.verify': verifyFields,
  'quality.queue': listQueue,
  'quality.pickQueue': pickQueue,
  'quality.counts': countQuality,
  'quality.getSettings': ({ read }) => getQualitySettings(read),
  'quality.setSettings': ({ write }, settings) => setQualitySettings(write, settings),
} satisfies HandlersOf<'quality'>
