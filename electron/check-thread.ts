import { parentPort, workerData } from 'node:worker_threads'
import { openForCheck, runStep } from './jobs/backup/check-steps'
import type {
  CheckThreadData,
  CheckThreadMessage,
  CheckThreadOrder,
} from './jobs/backup/check-threads'

/** Entry of a thread of a job process: checks a database, step by step, over a connection of its own. */
const port = parentPort
if (!port) throw new Error('not a thread')
const { path, key, cacheKib } = workerData as CheckThreadData
const say = (message: CheckThreadMessage) => port.postMessage(message)
const raw = open()

port.on('message', (step: CheckThreadOrder) => {
  if (step === null || raw === null) {
    raw?.close()
    port.close()
    return
  }
  try {
    runStep(raw, step, cacheKib)
    say('passed')
  } catch {
    say('failed')
  }
})
say(raw ? 'ready' : 'failed')

function open() {
  try {
    return openForCheck(path, Buffer.from(key.buffer, key.byteOffset, key.length))
  } catch {
    return null
  }
}
