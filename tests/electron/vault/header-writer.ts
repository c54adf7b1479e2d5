// Program for header-crash.test.ts: writes a header, and dies on the way where KEBU_FAIL_POINT says so.
import { readFileSync } from 'node:fs'
import { parseHeader } from '../../../electron/vault/header'
import { writeHeader } from '../../../electron/vault/header-file'

const [folder = '', place = '', headerPath = ''] = process.argv.slice(2)
writeHeader(folder, parseHeader(readFileSync(headerPath)), place)
