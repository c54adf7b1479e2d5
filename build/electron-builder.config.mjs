import { afterPack } from './after-pack.mjs'

/** Playwright attaches through Node's inspector; a program that people get must not listen to it. */
const testBuild = process.env.KEBU_TEST_BUILD === '1'
/** Set by build/commands/package.mjs when an unpacked Electron of this platform is at hand. */
const localRuntime = process.env.KEBU_PACK_ELECTRON_DIST
  ? {
      electronDist: process.env.KEBU_PACK_ELECTRON_DIST,
      electronVersion: process.env.KEBU_ELECTRON_VERSION,
    }
  : {}

const notices = [
  { from: 'LICENSE', to: 'LICENSE.kebu.txt' },
  { from: 'out/THIRD-PARTY-NOTICES.txt', to: 'THIRD-PARTY-NOTICES.txt' },
]

/** Of both native packages only what is run: no C sources, and the SQLite addon of the packed platform alone. */
const files = (platform) => [
  'package.json',
  'out/main/**',
  'out/preload/**',
  'out/renderer/**',
  '!**/*.map',
  '!node_modules/**/*.{md,d.ts}',
  '!node_modules/better-sqlite3/{deps,src}/**',
  '!node_modules/better-sqlite3/binding.gyp',
  `!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`,
  '!node_modules/node-addon-api/**',
]

/**
 * `npm run package` packs an unpacked program, `npm run package -- --linux` (`--win`, `--mac`) the installers, each on its
 * own system and for its own processor: npm installs the Argon2 addon of the machine alone.
 */
const config = {
  appId: 'app.kebu.desktop',
  productName: 'Kebu',
  copyright: 'The Kebu authors, MIT License',
  directories: { output: 'dist', buildResources: 'build/icons' },
  asar: true,
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  publish: null,
  removePackageScripts: true,
  electronLanguages: ['zh-CN', 'zh_CN', 'en-US', 'en'],
  extraFiles: notices,
  afterPack,
  ...localRuntime,
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: testBuild,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  },
  win: {
    icon: 'build/icons/icon.ico',
    files: files('win32'),
    target: ['nsis', 'portable'],
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
    artifactName: '${productName}-${version}-${arch}-setup.${ext}',
  },
  portable: { artifactName: '${productName}-${version}-portable.${ext}' },
  mac: {
    icon: 'build/icons/icon.icns',
    category: 'public.app-category.business',
    files: files('darwin'),
    extraFiles: notices.map(({ from, to }) => ({ from, to: `Resources/${to}` })),
    target: ['dmg'],
  },
  dmg: { artifactName: '${productName}-${version}-${arch}.${ext}' },
  linux: {
    icon: 'build/icons/linux',
    category: 'Office',
    synopsis: 'Offline, encrypted customer book',
    maintainer: 'The Kebu authors',
    executableName: 'kebu',
    files: files('linux'),
    target: ['AppImage', 'deb'],
  },
  deb: { artifactName: '${productName}_${version}_${arch}.${ext}' },
}

// electron-builder reads the default export.
export default config
