import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { armSandboxHelper } from '../prepare/gui-user.mjs'
import { prepare } from '../prepare/index.mjs'
import { root } from '../prepare/paths.mjs'
import { heading, mustTool, say, Stop, toolEnv } from '../prepare/shell.mjs'
import { buildProgram } from './program.mjs'

const EXECUTABLE = {
  linux: ['kebu'],
  win32: ['Kebu.exe'],
  darwin: ['Kebu.app', 'Contents', 'MacOS', 'Kebu'],
}

async function writeNotices() {
  const { thirdPartyNotices } = await import('../notices.mjs')
  writeFileSync(join(root, 'out', 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices())
}

function build(args, env) {
  const config = ['--config', join('build', 'electron-builder.config.mjs'), '--publish', 'never']
  mustTool('electron-builder/out/cli/cli.js', [...config, ...args], { env: toolEnv(env) })
}

/** Packs an unpacked program with the Electron that is at hand. @returns the path of its executable */
function packUnpacked(output, electron, env, extra = {}) {
  rmSync(output, { recursive: true, force: true })
  const runtime = { ...env, KEBU_PACK_ELECTRON_DIST: electron.dist }
  build(['--dir', `--config.directories.output=${output}`], { ...runtime, ...extra })
  const folder = readdirSync(output).find((name) => /unpacked$|^mac/.test(name))
  const executable = join(output, folder ?? '', ...EXECUTABLE[process.platform])
  if (!existsSync(executable)) throw new Stop(`electron-builder left no program at ${executable}.`)
  armSandboxHelper(dirname(executable))
  return executable
}

/**
 * Packs a program that Playwright can drive: like `npm run package`, but with the inspector fuse on.
 * @param output folder that the user of the window can enter: Chromium's sandbox starts the program anew from there
 * @returns the path of its executable
 */
export async function packageForTests(electron, env, output) {
  heading('Packing the program for its smoke test')
  await writeNotices()
  return packUnpacked(join(output, 'packed'), electron, env, { KEBU_TEST_BUILD: '1' })
}

/**
 * `npm run package`: an unpacked program in dist/ for this platform. Arguments (`-- --linux AppImage deb`) go to
 * electron-builder, which then fetches the official Electron for each target and its own tools.
 */
export async function packageProgram(args) {
  const { electron, env } = await prepare()
  buildProgram()
  await writeNotices()
  heading('Packing')
  if (args.length > 0) return build(args, {})
  const executable = packUnpacked(join(root, 'dist'), electron, env)
  say(`Packed with Electron ${electron.version} (${electron.source}): ${executable}`)
  if (electron.source !== 'official')
    say('This is for trying it out here: a release holds the official Electron.')
}
