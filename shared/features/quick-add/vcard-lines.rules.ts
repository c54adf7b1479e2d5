/** One property of a vCard: `item1.TEL;TYPE=cell:138…`. Names in capitals; the value still encoded and escaped. */
export type VcardLine = {
  name: string
  params: ReadonlyMap<string, readonly string[]>
  value: string
}

/**
 * Splits the text of one vCard into its properties: folded lines (RFC 2425 and 6350), soft breaks of quoted-printable, quoted
 * parameters. A line that is no property goes on where the last one ended, as some telephones write notes.
 */
export function listVcardLines(text: string): VcardLine[] {
  const lines: VcardLine[] = []
  for (const line of joinLines(text.split(/\r\n|\r|\n/))) {
    const parsed = parseLine(line)
    const last = lines.at(-1)
    if (parsed) lines.push(parsed)
    else if (last && line.trim() !== '') last.value += `\\n${line.trim()}`
  }
  return lines
}

function joinLines(raw: readonly string[]): string[] {
  const lines: string[] = []
  let soft = false
  for (const line of raw) {
    const last = lines.length - 1
    const before = lines[last]
    if (before !== undefined && soft) lines[last] = before.slice(0, -1) + line
    else if (before !== undefined && /^[ \t]/.test(line)) lines[last] = before + line.slice(1)
    else lines.push(line)
    const now = lines.at(-1) ?? ''
    soft = now.endsWith('=') && /^[^:]*QUOTED-PRINTABLE/i.test(now)
  }
  return lines
}

function parseLine(line: string): VcardLine | null {
  const head = /^(?:[A-Za-z0-9-]{1,60}\.)?([A-Za-z][A-Za-z0-9-]{0,60})(?=[;:])/.exec(line)
  if (!head) return null
  const params = new Map<string, string[]>()
  let at = head[0].length
  while (line[at] === ';') {
    const match = /^;([^=;:"]*)(?:=((?:"[^"]*"|[^";:])*))?/.exec(line.slice(at))
    if (!match) return null
    const [whole, name = '', value] = match
    addParam(params, name, value)
    at += whole.length
  }
  if (line[at] !== ':') return null
  return { name: (head[1] ?? '').toUpperCase(), params, value: line.slice(at + 1) }
}

/** `;TYPE=cell,voice` and, in version 2.1, `;CELL`. */
function addParam(params: Map<string, string[]>, name: string, value: string | undefined): void {
  const key = value === undefined ? bareParam(name) : name.toUpperCase()
  const values = (value ?? name).replaceAll('"', '').split(',')
  params.set(key, [...(params.get(key) ?? []), ...values.map((one) => one.trim().toUpperCase())])
}

function bareParam(name: string): string {
  return /^(?:QUOTED-PRINTABLE|BASE64|B|7BIT|8BIT)$/i.test(name) ? 'ENCODING' : 'TYPE'
}

/** The text of a property: decoded from quoted-printable or base64 in its character set, UTF-8 where that is unknown. */
export function decodeValue({ params, value }: VcardLine): string {
  const encoding = params.get('ENCODING')?.[0]
  const charset = params.get('CHARSET')?.[0] ?? 'UTF-8'
  if (encoding === 'QUOTED-PRINTABLE') return decodeBytes(quotedBytes(value), charset)
  if (encoding === 'BASE64' || encoding === 'B') return decodeBase64(value, charset)
  return value
}

function quotedBytes(value: string): Uint8Array {
  const bytes: number[] = []
  const encoder = new TextEncoder()
  for (const [part, code] of value.matchAll(/=([0-9A-F]{2})|[^=]+|=/gi))
    if (code === undefined) for (const byte of encoder.encode(part)) bytes.push(byte)
    else bytes.push(Number.parseInt(code, 16))
  return Uint8Array.from(bytes)
}

function decodeBase64(value: string, charset: string): string {
  try {
    return decodeBytes(
      Uint8Array.from(atob(value.replace(/\s+/g, '')), (sign) => sign.charCodeAt(0)),
      charset,
    )
  } catch {
    return value
  }
}

function decodeBytes(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

/** The parts of a value at a sign that is not escaped, with their escapes undone: `A\;B;C` → `A;B`, `C`. */
export function splitValue(value: string, sign: ';' | ','): string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < value.length; at++) {
    const one = value.charAt(at)
    if (one === sign) {
      parts.push(part)
      part = ''
    } else if (one === '\\' && at + 1 < value.length) {
      part += one + value.charAt(++at)
    } else part += one
  }
  return [...parts, part].map(unescapeValue)
}

export function unescapeValue(value: string): string {
  return value.replace(/\\([\s\S])/g, (whole, sign: string) => {
    if (sign === 'n' || sign === 'N') return '\n'
    return /[\\,;:]/.test(sign) ? sign : whole
  })
}
