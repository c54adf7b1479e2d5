import { checkStage, moveStage } from '@db/workflows/move-stage'
import type { HandlersOf } from './types'

export const lifecycleHandlers = {
  'lifecycle.check': checkStage,
  'lifecycle.move': moveStage,
} satisfies HandlersOf<'lifecycle'>
