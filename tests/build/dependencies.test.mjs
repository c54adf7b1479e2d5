import { describe, expect, it } from 'vitest'
import { dependenciesMatch } from '../../build/prepare/dependencies.mjs'

const wanted = {
  '': { name: 'kebu' },
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/addon-win32': { version: '1.0.0', optional: true },
}

describe('telling whether node_modules is complete', () => {
  it('accepts what the lock file asks for, without packages for other systems', () => {
    expect(dependenciesMatch(wanted, { 'node_modules/zod': { version: '4.6.7' } })).toBe(true)
  })

  it('refuses another version', () => {
    expect(dependenciesMatch(wanted, { 'node_modules/zod': { version: '4.6.6' } })).toBe(false)
  })

  it('refuses a missing package', () => {
    expect(dependenciesMatch(wanted, {})).toBe(false)
  })

  it('refuses another version of an optional package that is there', () => {
    const installed = {
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/addon-win32': { version: '0.9.0' },
    }
    expect(dependenciesMatch(wanted, installed)).toBe(false)
  })
})
