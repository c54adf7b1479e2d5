import type { MessagePortMain } from 'electron'
import { createBookSession } from './data/book-session'
import type { DataOperations } from './data/operations'
import { dataOperations } from './data/serve-operations'
import { createLinkServer, type Message } from './ipc/link'
import { followTestClock } from './test-clock'

/** Entry of the data process: the only read-write connection to the encrypted database. */
followTestClock()
const session = createBookSession({ checkOutput: process.env.KEBU_CHECK_OUTPUT === '1' })
const port = process.parentPort
const serve = createLinkServer<DataOperations, MessagePortMain>(
  dataOperations(session),
  (message) => port.postMessage(message),
)
port.on('message', ({ data, ports }) => void serve(data as Message, ports))
