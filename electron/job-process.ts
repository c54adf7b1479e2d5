import { join } from 'node:path'
import type { MessagePortMain } from 'electron'
import { createLinkServer, type Message } from './ipc/link'
import { useCheckThreads } from './jobs/backup/check-book'
import type { JobOperations } from './jobs/operations'
import { jobOperations } from './jobs/serve-operations'

/** Entry of a job process: killable work with a deadline and a memory cap; it owns no database. */
useCheckThreads(join(import.meta.dirname, 'check-thread.js'))
const port = process.parentPort
const serve = createLinkServer<JobOperations, MessagePortMain>(jobOperations(), (message) =>
  port.postMessage(message),
)
port.on('message', ({ data, ports }) => void serve(data as Message, ports))
