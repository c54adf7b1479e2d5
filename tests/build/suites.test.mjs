import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, judge } from '../../build/commands/suites.mjs'

const vitestReport = (testResults, numPassedTests, numFailedTests) => ({
  testResults,
  numPassedTests,
  numFailedTests,
})

describe('counting what the runners report', () => {
  it('takes the numbers of Vitest', () => {
    const file = { status: 'failed', assertionResults: [{}, {}] }
    expect(countVitest(vitestReport([file], 1, 1))).toEqual({ passed: 1, failed: 1 })
  })

  it('counts a test file that could not be loaded as a failure', () => {
    const file = { status: 'failed', assertionResults: [] }
    expect(countVitest(vitestReport([file], 4, 0))).toEqual({ passed: 4, failed: 1 })
  })

  it('counts flaky tests and errors outside of tests of Playwright as failures', () => {
    const report = { stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [{}] }
    expect(countPlaywright(report)).toEqual({ passed: 3, failed: 3 })
  })
})

describe('judging a suite', () => {
  it('fails one that ran no test although its runner ended well', () => {
    expect(judge(0, { passed: 0, failed: 0 })).toEqual({ passed: 0, failed: 1 })
  })

  it('fails one that left no report', () => {
    expect(judge(0, null)).toEqual({ passed: 0, failed: 1 })
  })

  it('fails one whose runner ended badly although every test passed', () => {
    expect(judge(1, { passed: 7, failed: 0 })).toEqual({ passed: 7, failed: 1 })
  })

  it('leaves the counts alone when the report explains the exit code', () => {
    expect(judge(1, { passed: 7, failed: 2 })).toEqual({ passed: 7, failed: 2 })
    expect(judge(0, { passed: 7, failed: 0 })).toEqual({ passed: 7, failed: 0 })
  })
})
