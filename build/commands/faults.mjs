import { prepareDependencies } from '../prepare/dependencies.mjs'
import { requireCompiler } from '../prepare/system.mjs'
import { vitestSuite } from './check.mjs'
import { printSummary } from './suites.mjs'

/** Crashes at every step and a flood of requests: minutes of work that the fast check leaves out. */
export function faultSuite(env) {
  requireCompiler()
  return vitestSuite('fault tests', 'vitest.faults.config.ts', env)
}

/** `npm run faults`: the fault suite alone. */
export async function faults() {
  prepareDependencies()
  return printSummary([await faultSuite({})])
}
