import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, test } from '@playwright/test'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { outsideSockets, processTree } from '../support/sockets'

const temp = makeTempDir('security')
let kebu: KebuApp

test.beforeAll(async () => {
  kebu = await launchKebu({ userData: temp.path })
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

test('the window has no Node, no Electron and one narrow bridge', async () => {
  const found = await kebu.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    bridge: Object.keys(window.kebu).sort(),
  }))
  expect(found).toEqual({ node: [], bridge: ['on', 'request'] })
})

test('requests to anywhere else fail, whatever way they are made', async () => {
  const refused = await kebu.page.evaluate(async () => {
    const fails = async (work: () => Promise<unknown>) => {
      try {
        await work()
        return false
      } catch {
        return true
      }
    }
    const image = () =>
      new Promise((resolve, reject) => {
        const element = new Image()
        element.onload = resolve
        element.onerror = () => reject(new Error('refused'))
        element.src = 'http://127.0.0.1:9/pixel.png'
      })
    return {
      fetch: await fails(() => fetch('http://127.0.0.1:9/')),
      image: await fails(image),
      eval: await fails(() => Promise.resolve((0, eval)('1'))),
      beacon: !navigator.sendBeacon('http://127.0.0.1:9/', 'x'),
    }
  })
  expect(refused).toMatchObject({ fetch: true, image: true, eval: true })
})

test('the window cannot be led elsewhere, opens no other and gets no permission', async () => {
  const { page } = kebu
  const before = page.url()
  const opened = await page.evaluate(() => window.open('https://example.invalid/') === null)
  await page.evaluate(() => {
    location.href = 'https://example.invalid/'
  })
  await page.waitForTimeout(500)
  expect(opened).toBe(true)
  expect(page.url()).toBe(before)
  expect(kebu.app.windows()).toHaveLength(1)
  const permission = await page.evaluate(
    async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
  )
  expect(permission).toBe('denied')
})

test('a file that is not in the table does not exist, not even by a path upwards', async () => {
  const statuses = await kebu.page.evaluate(async () => {
    const answers = [
      'app://kebu/../../package.json',
      'app://kebu/%2e%2e/main/main.js',
      'app://other/index.html',
    ].map(
      (url) =>
        new Promise((resolve) => {
          const script = document.createElement('script')
          script.onload = () => resolve('loaded')
          script.onerror = () => resolve('refused')
          script.src = url
          document.head.append(script)
        }),
    )
    return Promise.all(answers)
  })
  expect(statuses).toEqual(['refused', 'refused', 'refused'])
})

test('unknown routes and bad input come back as envelopes, and nothing crashes', async () => {
  const answers = await kebu.page.evaluate(() =>
    Promise.all(
      [
        window.kebu.request('no.such', {}),
        window.kebu.request('__proto__', {}),
        window.kebu.request('vault.unlock', { userUid: '1', password: 'x'.repeat(5000) }),
        window.kebu.request('customers.list', {}),
        window.kebu.request(7 as unknown as string, undefined),
      ].map(async (answer) => (JSON.parse(await answer) as { error: { code: string } }).error.code),
    ),
  )
  expect(answers).toEqual([
    'core.unknown-route',
    'core.unknown-route',
    'core.invalid-input',
    'core.locked',
    'core.forbidden',
  ])
})

const onLinux = process.platform === 'linux' ? test : test.fixme
onLinux('no process of the program holds a socket to outside this machine', async () => {
  const tree = processTree(kebu.app.process().pid ?? 0)
  expect(tree.length).toBeGreaterThan(3)
  expect(outsideSockets(tree)).toEqual([])
  // The look itself finds such a socket.
  const socket = createSocket('udp4').bind(0, '0.0.0.0')
  await once(socket, 'listening')
  expect(outsideSockets([process.pid])).toHaveLength(1)
  socket.close()
})

test('WebRTC, which cancelled requests do not stop, sends no packet', async () => {
  const server = createSocket('udp4').bind(0, '127.0.0.1')
  await once(server, 'listening')
  let packets = 0
  server.on('message', () => (packets += 1))
  const { port } = server.address()
  await kebu.page.evaluate(async (stunPort) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${stunPort}` }] })
    peer.createDataChannel('probe')
    await peer.setLocalDescription(await peer.createOffer())
    await new Promise((resolve) => setTimeout(resolve, 1500))
    peer.close()
  }, port)
  expect(packets).toBe(0)
  // The server does hear what is sent.
  const client = createSocket('udp4')
  client.send('hello', port, '127.0.0.1')
  await expect.poll(() => packets).toBe(1)
  client.close()
  server.close()
})

test('a second start with the same settings folder ends and leaves the first at work', async () => {
  const second = await launchKebu({ userData: temp.path }).then(
    () => 'opened',
    () => 'ended',
  )
  expect(second).toBe('ended')
  expect(kebu.app.windows()).toHaveLength(1)
})
