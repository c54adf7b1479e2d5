// Draws icon.svg in the sizes the systems want: `node build/run.mjs gui electron build/icons/render.mjs --to=<folder>`.
import { app, BrowserWindow } from 'electron'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toIcns, toIco } from './containers.mjs'

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const LARGEST_IN_ICO = 256
const SMALLEST_ON_MAC = 128

async function draw(window, svg, size) {
  const image = await window.webContents.executeJavaScript(`(async () => {
    const image = new Image(${size}, ${size})
    image.src = 'data:image/svg+xml;base64,${svg}'
    await image.decode()
    const canvas = new OffscreenCanvas(${size}, ${size})
    canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size})
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    return Array.from(new Uint8Array(await blob.arrayBuffer()))
  })()`)
  return { size, png: Buffer.from(image) }
}

async function render() {
  const target = app.commandLine.getSwitchValue('to') || import.meta.dirname
  const svg = readFileSync(join(import.meta.dirname, 'icon.svg')).toString('base64')
  const window = new BrowserWindow({ show: false })
  await window.loadURL('data:text/html,<title>icons</title>')
  const pictures = []
  for (const size of SIZES) pictures.push(await draw(window, svg, size))
  mkdirSync(join(target, 'linux'), { recursive: true })
  for (const { size, png } of pictures.filter(({ size }) => size <= 512)) {
    writeFileSync(join(target, 'linux', `${size}x${size}.png`), png)
  }
  const small = pictures.filter(({ size }) => size <= LARGEST_IN_ICO)
  writeFileSync(join(target, 'icon.ico'), toIco(small))
  const large = pictures.filter(({ size }) => size >= SMALLEST_ON_MAC)
  writeFileSync(join(target, 'icon.icns'), toIcns(large))
}

app
  .whenReady()
  .then(render)
  .then(
    () => app.exit(0),
    (error) => {
      process.stderr.write(`${error.stack}\n`)
      app.exit(1)
    },
  )
