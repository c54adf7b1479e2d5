import { afterEach, beforeEach, expect, it, vi } from 'vitest'

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllEnvs())

const load = async () => (await import('../../build/electron-builder.config.mjs')).default

it('shuts every door of a program that people get', async () => {
  vi.stubEnv('KEBU_TEST_BUILD', undefined)
  const { electronFuses } = await load()
  expect(electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeCliInspectArguments: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  })
})

it('opens the inspector for the smoke test alone', async () => {
  vi.stubEnv('KEBU_TEST_BUILD', '1')
  const { electronFuses } = await load()
  expect(electronFuses.enableNodeCliInspectArguments).toBe(true)
  expect(electronFuses.runAsNode).toBe(false)
})

it('packs the official Electron unless one is put at hand', async () => {
  vi.stubEnv('KEBU_PACK_ELECTRON_DIST', undefined)
  expect(await load()).not.toHaveProperty('electronDist')
})

it('ships the licence and the notices with every system', async () => {
  const config = await load()
  const shipped = [config.extraFiles, config.mac.extraFiles].map((files) =>
    files.map(({ from }) => from),
  )
  for (const files of shipped) expect(files).toEqual(['LICENSE', 'out/THIRD-PARTY-NOTICES.txt'])
})

it('has installers for Windows, macOS and Linux', async () => {
  const { win, mac, linux } = await load()
  expect([win.target, mac.target, linux.target]).toEqual([
    ['nsis', 'portable'],
    ['dmg'],
    ['AppImage', 'deb'],
  ])
})
