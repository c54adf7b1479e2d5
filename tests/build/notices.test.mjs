import { expect, it } from 'vitest'
import { thirdPartyNotices } from '../../build/notices.mjs'

const text = thirdPartyNotices()
const heads = text.split(/\n-{80}\n\n/).map((part) => part.split('\n')[0])

it('names what is shipped: native packages, bundled ones, and what those depend on', () => {
  for (const name of ['better-sqlite3-multiple-ciphers', '@node-rs/argon2', 'react', 'scheduler']) {
    expect(heads).toContainEqual(expect.stringMatching(new RegExp(`^${name} \\d`)))
  }
})

it('gives the words of each licence, not just its name', () => {
  expect(text).toContain('Permission is hereby granted, free of charge')
})

it('leaves out tools that only build or test', () => {
  for (const name of ['vite', 'vitest', 'eslint', 'electron-builder', 'typescript']) {
    expect(heads).not.toContainEqual(expect.stringMatching(new RegExp(`^${name} \\d`)))
  }
})
