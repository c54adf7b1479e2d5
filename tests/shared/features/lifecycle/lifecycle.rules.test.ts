import { describe, expect, it } from 'vitest'
import {
  missingForStage,
  stageReasonFor,
  stageSteps,
} from '@shared/features/lifecycle/lifecycle.rules'

const company = {
  kind: 'company' as const,
  ...{ phone: null, email: null, source: null, industry: null, need: null },
  ...{ points: 0, needTags: 0, purchaseCycleDays: null },
}

describe('what a stage asks for', () => {
  it('is the channel of a prospect (R029)', () => {
    expect(missingForStage('prospect', company)).toEqual(['source'])
    expect(missingForStage('prospect', { ...company, source: '展会推广' })).toEqual([])
  })

  it('grows along the way, with the purchase cycle of a company that buys again (R029)', () => {
    expect(missingForStage('intent', company)).toEqual(['source', 'contact', 'need'])
    expect(missingForStage('won', company)).toEqual(['source', 'contact', 'need', 'industry'])
    expect(missingForStage('repeat', company)).toContain('purchaseCycleDays')
  })

  it('asks a person for no industry and no purchase cycle (D8)', () => {
    expect(missingForStage('repeat', { ...company, kind: 'person' })).toEqual([
      ...['source', 'contact', 'need'],
    ])
  })

  it('takes an e-mail or a further number for a contact, and a tag for a need', () => {
    const filled = { ...company, source: '门店', needTags: 1 }
    expect(missingForStage('intent', filled)).toEqual(['contact'])
    expect(missingForStage('intent', { ...filled, email: 'a@example.com' })).toEqual([])
    expect(missingForStage('intent', { ...filled, points: 1 })).toEqual([])
  })

  it('is nothing but the reason for 流失', () => {
    expect(missingForStage('lost', company)).toEqual([])
    expect(stageReasonFor('lost', '搬走')).toBeNull()
    expect(stageReasonFor('won', '签了年框')).toBe('签了年框')
  })
})

describe('the days on the stepper', () => {
  it('begin with the day of creation and keep the last time of each stage', () => {
    const changes = [
      { fromStage: 'prospect', toStage: 'intent', at: 20 },
      { fromStage: 'intent', toStage: 'won', at: 30 },
      { fromStage: 'won', toStage: 'intent', at: 40 },
    ] as const
    const steps = stageSteps({ createdAt: 10, stage: 'intent', stageChangedAt: 40 }, changes)
    expect(Object.fromEntries(steps.map(({ stage, at }) => [stage, at]))).toEqual({
      ...{ prospect: 10, intent: 40, won: 30 },
    })
  })

  it('are one day where nothing is written down', () => {
    expect(stageSteps({ createdAt: 10, stage: 'won', stageChangedAt: 15 }, [])).toEqual([
      { stage: 'won', at: 15 },
    ])
  })
})
